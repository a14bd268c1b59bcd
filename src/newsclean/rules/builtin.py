"""The packs that come with newsclean: their TOML, and the same in a file that loads a hundred times as fast."""

from __future__ import annotations

from dataclasses import asdict, fields
from functools import cache, partial
from pathlib import Path
from typing import Any

import orjson

from newsclean.rules.ahead import look_ahead
from newsclean.rules.pack import Ahead, Cue, Pack, parse_pack
from newsclean.rules.tongues import tongue_of

DATA = Path(__file__).parent / "data"
COMPILED = DATA / "packs.jsonl"  # what the packs are and where in the file; then the cues of each, a line a pack
_NEUTRAL = "und.toml"
_SHARED = ("triggers", "also", "unless", "ahead")
_EXAMPLES = ("cuts", "keeps")


@cache
def builtin_packs(*, examples: bool = False) -> tuple[Pack, ...]:
    """The built-in packs, the language-neutral one first: from packs.jsonl, unless a TOML file isn't as long as it was.

    Cues come without their examples, half of what there is to load, unless those are asked for.
    """
    files = _files()
    heads = {} if examples else compiled_heads()
    if [(path.stem, path.stat().st_size) for path in files] == [(name, head["size"]) for name, head in heads.items()]:
        return tuple(_compiled(head) for head in heads.values())
    return tuple(_parsed(path, prove=False) for path in files)


def compiled_heads() -> dict[str, dict[str, Any]]:
    """Name -> what packs.jsonl says of each pack: language, description, its TOML's digest and size, its cues' place.

    Nothing if the file isn't whole.
    """
    try:
        with COMPILED.open("rb") as file:
            heads = {str(head["name"]): head for head in orjson.loads(file.readline())}
            whole = file.tell() + max(head["end"] for head in heads.values()) == COMPILED.stat().st_size
    except (OSError, orjson.JSONDecodeError):
        return {}
    return heads if whole else {}


def compile_packs() -> None:
    """Write packs.jsonl anew, every cue checked.

    Raises:
        RuleError: a pack isn't valid.
    """
    heads, lines, start = [], [], 0
    for path in _files():
        pack, shared = _parsed(path, prove=True), _Shared()
        cues = [_fields(cue, shared) for cue in pack.cues]
        lines.append(orjson.dumps({"shared": list(shared), "cues": cues}) + b"\n")
        size, end = path.stat().st_size, start + len(lines[-1])
        heads.append({"name": pack.name, "language": pack.language, "description": pack.description,
                      "digest": pack.digest, "size": size, "start": start, "end": end})  # fmt: skip
        start = end
    COMPILED.write_bytes(orjson.dumps(heads) + b"\n" + b"".join(lines))


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


def _files() -> list[Path]:
    return sorted(DATA.glob("*.toml"), key=lambda path: (path.name != _NEUTRAL, path.name))


def _parsed(path: Path, *, prove: bool) -> Pack:
    return parse_pack(path.read_bytes().decode(), path.name, path.stem, prove=prove)


def _compiled(head: dict[str, Any]) -> Pack:
    """A pack that is read when it is needed."""
    name, language = head["name"], head["language"]
    return Pack(name, language, head["description"], head["digest"], partial(_cues, head), tongue_of(language))


def _cues(head: dict[str, Any]) -> tuple[Cue, ...]:
    """The cues of a pack, from its line of packs.jsonl."""
    with COMPILED.open("rb") as file:
        file.seek(len(file.readline()) + head["start"])
        line = orjson.loads(file.read(head["end"] - head["start"]))
    shared = [tuple(one) for one in line["shared"]]
    for cue in line["cues"]:
        for key in _SHARED:
            if key in cue:
                cue[key] = shared[cue[key]]
        cue["ahead"] = Ahead(*cue["ahead"])
    return tuple(Cue(**cue, cuts=(), keeps=()) for cue in line["cues"])
