"""TOML files to validated cues: a wrong pack is an error that names file, cue and position."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from newsclean.errors import RuleError
from newsclean.expressions import expression
from newsclean.rules.patterns import compile_pattern
from newsclean.rules.tongues import tongue_of

Role = Literal["block", "lead", "follow", "close", "inline"]
Zone = Literal["head", "tail", "anywhere"]

KINDS = tuple(
    (
        "appeal newsletter subscription related share follow comments caption credit copyright cookie advertisement "
        "app contact agency-credit correction-box author-bio source-url timestamp nav"
    ).split()
)
# Kinds that scrapers glue to the end of a paragraph; only for these is a paragraph looked at sentence by sentence.
GLUED = frozenset({"appeal", "newsletter", "subscription"})
_REFERENCE = expression("@[a-z][a-z0-9-]*")  # in `also` and `unless`, to one of the pack's named patterns


class Ahead(NamedTuple):
    """What built-in packs hold that follows from a cue's patterns.

    `needs`: clauses one a line, literals between tabs; `fits`: the number of the memory for each pattern and, last, for
    the relaxed one.
    """

    needs: str
    fits: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One rule: where a trigger occurs and the pattern matches, a block (or the match alone) is of a kind.

    `pattern` is RE2 syntax, searched without regard to case; each pattern in `also` must be found in the block too,
    none in `unless` may be; `max_chars` bounds the block it may cut; `cuts` and `keeps` are the examples that prove it.
    See docs/rules.md for the roles.
    """

    id: str
    kind: str
    pattern: str
    triggers: tuple[str, ...]
    cuts: tuple[str, ...]
    keeps: tuple[str, ...]
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    role: Role = "block"
    zone: Zone = "anywhere"
    max_chars: int = 400
    takes_list: bool = False
    takes_signature: bool = False
    takes_rest: bool = False
    header: bool = False
    needs_header: bool = False
    score: float = 0.95
    ahead: Ahead | None = field(default=None, compare=False)

    @property
    def patterns(self) -> tuple[str, ...]:
        """All that it is made of."""
        return (self.pattern, *self.also, *self.unless)

    @property
    def language(self) -> str:
        """What the id begins with."""
        return self.id.partition(".")[0]


@dataclass(frozen=True)
class Pack:
    """The cues of one language, or of one user's file, `read` when they are first needed.

    `tongue`: the one that all of them speak in, "" for every text; None if only reading them tells.
    """

    name: str
    language: str
    description: str
    digest: str
    read: Callable[[], tuple[Cue, ...]] = field(repr=False, compare=False)
    tongue: str | None = None

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Every cue of the pack, in the file's order."""
        return self.read()


@dataclass(frozen=True)
class RuleSet:
    """The cues of a run: packs in order, a later cue replacing an earlier one of the same id."""

    packs: tuple[Pack, ...]

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Every cue that holds, in order of first appearance."""
        return tuple({cue.id: cue for pack in self.packs for cue in pack.cues}.values())

    def cues_of(self, tongue: str) -> tuple[Cue, ...]:
        """The cues that speak in texts of one tongue only, or always; packs of other tongues aren't read for them."""
        packs = [pack for pack in self.packs if pack.tongue in {tongue, None}]
        return tuple({cue.id: cue for pack in packs for cue in pack.cues if tongue_of(cue.language) == tongue}.values())

    @cached_property
    def version(self) -> str:
        """Twelve hex digits that change whenever any cue does."""
        return hashlib.sha256(repr([pack.digest for pack in self.packs]).encode()).hexdigest()[:12]


def load_pack(path: Path) -> Pack:
    """The pack in a TOML file.

    Raises:
        RuleError: the file can't be read, is no TOML, or holds a cue that isn't valid.
    """
    try:
        return parse_pack(path.read_text(encoding="utf-8"), str(path), path.stem)
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: can't read this rule pack: {error}") from error


def parse_pack(text: str, where: str, name: str, *, prove: bool = True) -> Pack:
    """The pack in a TOML text; `where` is named in errors. Without `prove` no pattern is compiled before it is used."""
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{where}: not valid TOML: {error}") from error
    head, entries = data.get("pack", {}), data.get("cue")
    if not isinstance(head, dict):
        raise RuleError(f"{where}: 'pack' must be a table: [pack]")
    if not entries:
        raise RuleError(f"{where}: no cue in this pack; a pack holds at least one [[cue]]")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise RuleError(f"{where}: 'cue' must be a list of tables: [[cue]]")
    named = _named(data.get("patterns", {}), where)
    unless = _unless(head, where, named)
    cues = tuple(
        _cue(entry, f"{where}: cue {entry.get('id', f'number {number}')!r}", named, unless)
        for number, entry in enumerate(entries, 1)
    )
    seen: set[str] = set()
    proved = set[str]()  # a pack's own `unless` stands in many of its cues
    for cue in cues:
        if cue.id in seen:
            raise RuleError(f"{where}: cue {cue.id!r} occurs twice; give one of them another id")
        seen.add(cue.id)
        for pattern in cue.patterns if prove else ():
            if pattern not in proved:
                compile_pattern(pattern, f"{where}: cue {cue.id!r}")
                proved.add(pattern)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Pack(name, str(head.get("language", "und")), str(head.get("description", "")), digest, lambda: cues)


def _named(table: object, where: str) -> dict[str, str]:
    """The patterns that several cues of a pack share, by name."""
    if not isinstance(table, dict) or not _are_strings(list(table.values())):
        raise RuleError(f"{where}: 'patterns' must be a table of strings: [patterns]")
    return table


def _pattern(text: str, name: str, named: dict[str, str]) -> str:
    """A pattern as it is written, or the one that "@name" stands for."""
    if not _REFERENCE.fullmatch(text):
        return text
    if text[1:] not in named:
        known = ", ".join(sorted(named)) or "nothing"
        raise RuleError(f"{name}: no pattern {text!r}; [patterns] names {known} (for the text itself write '[@]')")
    return named[text[1:]]


def _unless(head: dict[str, Any], where: str, named: dict[str, str]) -> tuple[str, ...]:
    """What in a block speaks against every cue of a pack that stands alone: mostly that somebody else says it."""
    unless = head.get("unless", [])
    if not _are_strings(unless):
        raise RuleError(f"{where}: 'unless' of [pack] must be a list of strings")
    return tuple(_pattern(one, f"{where}: [pack]", named) for one in unless)


def _are_strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one for one in value)


_ASKED = ("also", "unless")  # lists of patterns
_LISTS = ("triggers", *_ASKED, "cuts", "keeps")
_TYPES: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "kind": str,
    "pattern": str,
    "role": str,
    "zone": str,
    "max_chars": int,
    "takes_list": bool,
    "takes_signature": bool,
    "takes_rest": bool,
    "header": bool,
    "needs_header": bool,
    "score": (int, float),
}


def _cue(entry: dict[str, Any], name: str, named: dict[str, str], unless: tuple[str, ...]) -> Cue:
    """A cue from its table, every field checked; `unless`: the pack's own."""
    known = {one.name for one in fields(Cue) if one.compare}
    if unknown := sorted(set(entry) - known):
        raise RuleError(f"{name}: unknown key {unknown[0]!r}; a cue has {', '.join(sorted(known))}")
    for key in ("id", "kind", "pattern", "triggers", "cuts", "keeps"):
        if not entry.get(key):
            raise RuleError(f"{name}: {key!r} is missing or empty")
    for key, value in entry.items():
        if key in _LISTS:
            if not _are_strings(value):
                raise RuleError(f"{name}: {key!r} must be a list of strings")
        elif not isinstance(value, _TYPES[key]) or (isinstance(value, bool) and _TYPES[key] is not bool):
            raise RuleError(f"{name}: {key!r} has a value of the wrong type: {value!r}")
    _check(name, entry)
    values: dict[str, Any] = {key: tuple(value) if key in _LISTS else value for key, value in entry.items()}
    values |= {key: tuple(_pattern(one, name, named) for one in values[key]) for key in _ASKED if key in values}
    if entry.get("role", "block") == "block":
        values["unless"] = (*unless, *values.get("unless", ()))
    return Cue(**values)


def _check(name: str, entry: dict[str, Any]) -> None:
    """Raise if a closed set is left."""
    if entry.get("role", "block") not in get_args(Role):
        raise RuleError(f"{name}: role {entry['role']!r} is none of {', '.join(get_args(Role))}")
    if entry.get("zone", "anywhere") not in get_args(Zone):
        raise RuleError(f"{name}: zone {entry['zone']!r} is none of {', '.join(get_args(Zone))}")
    if shouting := [trigger for trigger in entry["triggers"] if trigger != trigger.lower()]:
        raise RuleError(f"{name}: trigger {shouting[0]!r} must be in lower case")
