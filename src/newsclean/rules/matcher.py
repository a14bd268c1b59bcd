"""Blocks to cue matches: one Aho-Corasick scan finds triggers, and only where one occurs is a pattern tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from ahocorasick_rs import BytesAhoCorasick

from newsclean.document import Block
from newsclean.errors import RuleError
from newsclean.rules.pack import Cue, Role, compile_pattern
from newsclean.rules.relaxed import relaxed

# Kinds that scrapers glue to the end of a paragraph; only for these is a paragraph looked at sentence by sentence.
GLUED = frozenset({"appeal", "newsletter", "subscription"})

# What is quoted is never a cue. Straight quotes pair up within a block; a lone one is an inch mark. Where a mark that
# opens may follow another, the quotation's length is bounded: a row of such marks must not be looked through from each.
_QUOTED = re.compile(
    r'"[^"\n]*"|“[^”“\n]*”|„[^“”"\n]{0,4000}[“”"]|«[^»\n]{0,4000}»|»[^\s«»][^«»\n]*[«»]|”[^”\n]*”'
    r"|「[^」\n]{0,4000}」|『[^』\n]{0,4000}』"
)
_ENDLESS = 1 << 62  # characters that no block has


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
        self._triggers = list(by_trigger)
        # The cues of each trigger, and the characters of a block for which the most patient of them holds.
        self._owners = [
            (numbers, max(_reach(self.cues[number]) for number in numbers)) for numbers in by_trigger.values()
        ]
        self._patterns: dict[str, Any] = {}
        self._loose: dict[int, Any] = {}

    @cached_property
    def _automaton(self) -> BytesAhoCorasick:
        return BytesAhoCorasick([trigger.encode("utf-8", "replace") for trigger in self._triggers] or [b"\0"])

    def triggered(self, blocks: Sequence[Block]) -> dict[int, set[int]]:
        """Block number -> the cues with a trigger in it that need no neighbour, in order of the blocks.

        Cues for which a block is too long are left out where that costs nothing.
        """
        texts = [block.text for block in blocks]
        joined = "\n".join(texts)
        if joined.count("\n") >= len(texts):  # code has lines of its own
            joined = "\n".join(text.replace("\n", " ") for text in texts)
        data = fold(joined).encode("utf-8", "replace")
        hits = self._automaton.find_matches_as_indexes(data, overlapping=True) if self._triggers else ()
        found: dict[int, set[int]] = {}
        if not hits:
            return found
        ends = list(accumulate(len(line) + 1 for line in data.split(b"\n")))
        owners = self._owners
        block, length = 0, len(texts[0])
        for trigger, _, end in hits:  # in order of their ends
            while end >= ends[block]:
                block += 1
                length = len(texts[block])
            cues, reach = owners[trigger]
            if length > reach:
                continue
            if block in found:
                found[block].update(cues)
            else:
                found[block] = set(cues)
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

    def among(self, text: str, cues: Iterable[int]) -> set[int]:
        """Those of a few cues that have a trigger in a text."""
        folded = fold(text)
        return {number for number in cues if any(trigger in folded for trigger in self.cues[number].triggers)}

    def places(self, text: str, cues: Iterable[int]) -> list[tuple[int, int]]:
        """(offset, cue) of every trigger of a few cues in a text, in order; offsets are of the folded text."""
        folded = fold(text.replace("\n", " "))
        found = {
            (match.start(), number)
            for number in cues
            for trigger in self.cues[number].triggers
            for match in re.finditer(f"(?={re.escape(trigger)})", folded)
        }
        return sorted(found)

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

    def hopeful(self, prepared: str, cues: Iterable[int]) -> set[int]:
        """Those of the cues that may hold for a prepared text or one of its sentences; the others can't."""
        data = prepared.encode("utf-8", "replace")
        return {number for number in cues if self._loosened(number).search(data)}

    def _loosened(self, number: int) -> Any:
        """A cue's pattern as it may be found around one of its sentences."""
        loose = self._loose.get(number)
        if loose is None:
            cue = self.cues[number]
            try:
                loose = self._compiled(relaxed(cue.pattern), cue.id)
            except RuleError:  # too large
                loose = self._compiled("", cue.id)
            self._loose[number] = loose
        return loose

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


def _reach(cue: Cue) -> int:
    """Characters of the longest block in which a cue may hold, if only for a part of it."""
    return _ENDLESS if cue.role == "inline" or cue.kind in GLUED else cue.max_chars


def fold(text: str) -> str:
    """Text as triggers see it: lower case, plain apostrophes and blanks. Offsets in it mean nothing."""
    return text.lower().replace("’", "'").replace("\xa0", " ").replace("i\u0307", "i")


def prepare(text: str) -> str:
    """Text as patterns see it, of the same length: plain apostrophes and blanks, quotations blanked out."""
    text = text.replace("’", "'").replace("\xa0", " ").replace("İ", "i")
    return _QUOTED.sub(lambda match: '"' + "\x1a" * (len(match[0]) - 2) + '"', text)
