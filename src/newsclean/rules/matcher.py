"""Blocks to cue matches: one Aho-Corasick scan finds triggers, and only where one occurs is a pattern tried."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from newsclean.document import Block
from newsclean.rules.pack import Cue, Role, compile_pattern

# What is quoted is never a cue. Straight quotes pair up within a block; a lone one is an inch mark. Where a mark that
# opens may follow another, the quotation's length is bounded: a row of such marks must not be looked through from each.
_QUOTED = re.compile(
    r'"[^"\n]*"|“[^”“\n]*”|„[^“”"\n]{0,4000}[“”"]|«[^»\n]{0,4000}»|»[^\s«»][^«»\n]*[«»]|”[^”\n]*”'
    r"|「[^」\n]{0,4000}」|『[^』\n]{0,4000}』"
)


class Match(NamedTuple):
    """A cue that holds for a block, the matched span of its text, and what the pattern's named groups caught.

    A group named `cut` narrows the span.
    """

    cue: Cue
    start: int
    end: int
    slots: dict[str, str]


class Trigger(NamedTuple):
    """A trigger in a block: its offset in the folded text, and the numbers of the cues that it may try."""

    offset: int
    cues: list[int]


class Matcher:
    """All cues of a run, compiled once; safe to use on any number of documents."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self.cues = tuple(cues)
        self.named = {cue.id: cue for cue in cues}
        by_trigger: dict[str, list[int]] = {}
        self._beside: dict[tuple[str, str], set[int]] = {}
        for number, cue in enumerate(self.cues):
            if cue.role not in {"block", "inline"}:
                self._beside.setdefault((cue.role, cue.kind), set()).add(number)
                continue
            for trigger in cue.triggers:
                by_trigger.setdefault(trigger, []).append(number)
        self._owners = list(by_trigger.values())
        self._triggers = list(by_trigger)
        self._patterns: dict[str, Any] = {}

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._triggers or ["\0"])

    def triggered(self, blocks: Sequence[Block]) -> dict[int, list[Trigger]]:
        """Block number -> the triggers in it, of cues that need no neighbour."""
        folded = fold("\n".join(block.text.replace("\n", " ") for block in blocks))
        found: dict[int, list[Trigger]] = {}
        hits = self._automaton.find_matches_as_indexes(folded, overlapping=True) if self._triggers else []
        if hits:
            ends = [0, *accumulate(len(line) + 1 for line in folded.split("\n"))]
            for number, start, _ in hits:
                block = bisect_right(ends, start) - 1
                found.setdefault(block, []).append(Trigger(start - ends[block], self._owners[number]))
        return found

    def beside(self, text: str, kind: str, roles: Sequence[Role], languages: set[str]) -> list[Match]:
        """Which of a kind's cues of these roles hold for the text of a block beside one that is cut.

        Only the packs of the languages that cut there are asked: the weak words of one language are the article's in
        another.
        """
        cues = set().union(*(self._beside.get((role, kind), ()) for role in roles))
        if "und" not in languages:
            cues = {number for number in cues if self.cues[number].language in languages}
        return self.match(text, self.among(text, cues))

    def among(self, text: str, cues: set[int]) -> set[int]:
        """Those of a few cues that have a trigger in a text."""
        folded = fold(text)
        return {number for number in cues if any(trigger in folded for trigger in self.cues[number].triggers)}

    def match(self, text: str, cues: Iterable[int], prepared: str = "") -> list[Match]:
        """Which of the cues hold for a block's text, in the order of the packs.

        `prepared` is what patterns see, if the text is part of a block whose quotations are already blanked.
        """
        fitting = [n for n in cues if len(text) <= self.cues[n].max_chars or self.cues[n].role == "inline"]
        if not fitting:
            return []
        data = (prepared or prepare(text)).encode("utf-8", "replace")
        found = [self._hit(number, text, data) for number in sorted(fitting)]
        return [match for match in found if match]

    def _hit(self, number: int, text: str, data: bytes) -> Match | None:
        """The match of one cue in a text, whose prepared form is `data` in UTF-8: RE2 then needs no conversion."""
        cue = self.cues[number]
        first = self._compiled(cue.pattern, cue.id)
        hit = first.search(data)
        if not hit or hit.end() == hit.start():
            return None
        if not all(self._compiled(one, cue.id).search(data) for one in cue.also):
            return None
        if any(self._compiled(one, cue.id).search(data) for one in cue.unless):
            return None

        def span(group: int) -> tuple[int, int]:
            start = len(data[: hit.start(group)].decode())
            return start, start + len(data[hit.start(group) : hit.end(group)].decode())

        groups = {key.decode(): span(group) for key, group in first.groupindex.items() if hit[group]}
        start, end = groups.pop("cut", span(0))
        slots = {key: text[first:last].strip() for key, (first, last) in groups.items()}
        return Match(cue, start, end, slots)

    def _compiled(self, pattern: str, name: str) -> Any:
        """A cue's pattern, compiled when it is first needed: most of them never are."""
        compiled = self._patterns.get(pattern)
        if compiled is None:
            compiled = self._patterns[pattern] = compile_pattern(pattern, name)
        return compiled


def as_one(triggers: Iterable[Trigger]) -> set[int]:
    """The cues that any of the triggers may try."""
    return {cue for trigger in triggers for cue in trigger.cues}


def fold(text: str) -> str:
    """Text as triggers see it: lower case, plain apostrophes and blanks. Offsets in it mean nothing."""
    return text.lower().replace("’", "'").replace("\xa0", " ").replace("i\u0307", "i")


def prepare(text: str) -> str:
    """Text as patterns see it, of the same length: plain apostrophes and blanks, quotations blanked out."""
    text = text.replace("’", "'").replace("\xa0", " ").replace("İ", "i")
    return _QUOTED.sub(lambda match: '"' + "\x1a" * (len(match[0]) - 2) + '"', text)
