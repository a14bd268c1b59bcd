"""The packs that come with newsclean: their TOML, and the same in one file that loads a hundred times as fast."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, fields
from functools import cache
from pathlib import Path

import orjson

from newsclean.rules.ahead import look_ahead
from newsclean.rules.pack import Ahead, Cue, Pack, parse_pack

DATA = Path(__file__).parent / "data"
COMPILED = DATA / "packs.json"
_SHARED = ("triggers", "also", "unless", "ahead")
_EXAMPLES = ("cuts", "keeps")


@cache
def builtin_packs(*, examples: bool = False) -> tuple[Pack, ...]:
    """The built-in packs, the language-neutral one first: from packs.json if it is what the TOML files say.

    Cues come without their examples, half of what there is to load, unless those are asked for.
    """
    sources = _sources()
    if examples:
        return _parsed(sources, prove=False)
    try:
        compiled = orjson.loads(COMPILED.read_bytes())
    except (OSError, orjson.JSONDecodeError):
        compiled = {}
    if compiled.get("digests") == {name: hashlib.sha256(text).hexdigest() for name, text in sources.items()}:
        shared = [tuple(one) for one in compiled["shared"]]
        return tuple(_pack(entry, shared) for entry in compiled["packs"])
    return _parsed(sources, prove=False)


def compile_packs() -> None:
    """Write packs.json anew, every cue checked.

    Raises:
        RuleError: a pack isn't valid.
    """
    sources = _sources()
    digests = {name: hashlib.sha256(text).hexdigest() for name, text in sources.items()}
    parsed, shared = _parsed(sources, prove=True), _Shared()
    packs = [{**asdict(pack), "cues": [_fields(cue, shared) for cue in pack.cues]} for pack in parsed]
    COMPILED.write_bytes(orjson.dumps({"digests": digests, "shared": list(shared), "packs": packs}))


class _Shared(dict[tuple[str, ...], int]):
    """Numbers for lists, many of which several cues hold."""

    def __missing__(self, key: tuple[str, ...]) -> int:
        self[key] = len(self)
        return self[key]


def _fields(cue: Cue, shared: _Shared) -> dict[str, object]:
    """What a cue holds beside its examples and what every cue holds, numbers instead of lists."""
    defaults = {field.name: field.default for field in fields(cue)}
    held = {name: value for name, value in asdict(cue).items() if name not in _EXAMPLES and value != defaults.get(name)}
    held["ahead"] = look_ahead(cue)
    return {name: shared[tuple(value)] if name in _SHARED else value for name, value in held.items()}


def _sources() -> dict[str, bytes]:
    """File name -> content of the TOML files."""
    names = sorted((path.name for path in DATA.glob("*.toml")), key=lambda name: (name != "und.toml", name))
    return {name: (DATA / name).read_bytes() for name in names}


def _parsed(sources: dict[str, bytes], *, prove: bool) -> tuple[Pack, ...]:
    return tuple(
        parse_pack(text.decode(), name, name.removesuffix(".toml"), prove=prove) for name, text in sources.items()
    )


def _pack(entry: dict[str, object], shared: list[tuple[str, ...]]) -> Pack:
    cues = entry["cues"]
    assert isinstance(cues, list)
    for cue in cues:
        for key in _SHARED:
            if key in cue:
                cue[key] = shared[cue[key]]
        cue["ahead"] = Ahead(*cue["ahead"])
    return Pack(**{**entry, "cues": tuple(Cue(**cue, cuts=(), keeps=()) for cue in cues)})  # type: ignore[arg-type]
