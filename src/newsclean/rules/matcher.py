"""Blocks to cue matches: one Aho-Corasick scan finds triggers, and only where one occurs is a pattern tried."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from newsclean.document import Block
from newsclean.rules.pack import Cue, Role, compile_pattern

# What is quoted is never a cue. Straight quotes pair up within a block; a lone one is an inch mark.
_QUOTED = re.compile(
    r'"[^"\n]*"|“[^”“\n]*”|„[^“”"\n]*[“”"]|«[^»\n]*»|»[^\s«»][^«»\n]*[«»]|”[^”\n]*”|「[^」\n]*」|『[^』\n]*』'
)


class Match(NamedTuple):
    """A cue that holds for a block, the matched span of its text, and what the pattern's named groups caught.

    A group named `cut` narrows the span.
    """

    cue: Cue
    start: int
    end: int
    slots: dict[str, str]


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
        self._patterns: dict[int, tuple[Any, list[Any], list[Any]]] = {}

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._triggers or ["\0"])

    def triggered(self, blocks: Sequence[Block]) -> dict[int, set[int]]:
        """Block number -> numbers of the cues that need no neighbour and have a trigger in it."""
        folded = fold("\n".join(block.text.replace("\n", " ") for block in blocks))
        hits = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        found: dict[int, set[int]] = {}
        if not hits or not self._triggers:
            return found
        ends = list(accumulate(len(line) + 1 for line in folded.split("\n")))
        for trigger, start, _ in hits:
            found.setdefault(bisect_right(ends, start), set()).update(self._owners[trigger])
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

    def match(self, text: str, cues: set[int], prepared: str = "") -> list[Match]:
        """Which of the cues hold for a block's text, in the order of the packs.

        `prepared` is what patterns see, if the text is part of a block whose quotations are already blanked.
        """
        found: list[Match] = []
        fitting = [n for n in cues if len(text) <= self.cues[n].max_chars or self.cues[n].role == "inline"]
        if not fitting:
            return found
        prepared = prepared or prepare(text)
        for number in sorted(fitting):
            cue = self.cues[number]
            first, also, unless = self._compiled(number)
            hit = first.search(prepared)
            if not hit or hit.end() == hit.start() or any(one.search(prepared) for one in unless):
                continue
            if all(one.search(prepared) for one in also):
                groups = first.groupindex.items()
                slots = {key: text[hit.start(group) : hit.end(group)].strip() for key, group in groups if hit[group]}
                part = first.groupindex.get("cut", 0) if slots.pop("cut", "") else 0
                found.append(Match(cue, hit.start(part), hit.end(part), slots))
        return found

    def _compiled(self, number: int) -> tuple[Any, list[Any], list[Any]]:
        """A cue's pattern, those that must hold too, and those that must not; compiled when first needed."""
        patterns = self._patterns.get(number)
        if patterns is None:
            cue = self.cues[number]
            also = [compile_pattern(one, cue.id) for one in cue.also]
            unless = [compile_pattern(one, cue.id) for one in cue.unless]
            patterns = self._patterns[number] = (compile_pattern(cue.pattern, cue.id), also, unless)
        return patterns


def fold(text: str) -> str:
    """Text as triggers see it: lower case, plain apostrophes and blanks. Offsets in it mean nothing."""
    return text.lower().replace("’", "'").replace("\xa0", " ").replace("i\u0307", "i")


def prepare(text: str) -> str:
    """Text as patterns see it, of the same length: plain apostrophes and blanks, quotations blanked out."""
    text = text.replace("’", "'").replace("\xa0", " ").replace("İ", "i")
    return _QUOTED.sub(lambda match: '"' + "\x1a" * (len(match[0]) - 2) + '"', text)
