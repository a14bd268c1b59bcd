"""Blocks to what cues find in each as a whole, many documents at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsclean.document import Block, Document
from newsclean.rules.candidate import Candidate, Match, fold
from newsclean.rules.matcher import Matcher
from newsclean.rules.pack import GLUED, Cue

_LISTED = 160  # characters of a title in a list
_SLACK = 4  # characters by which folded offsets may be off
_ZONE = 6  # blocks that head and tail hold at least

Place = tuple[int, int]


class Choice(NamedTuple):
    """What a configuration makes of a matcher's cues, by number."""

    cuts: frozenset[int]  # may cut
    spares: frozenset[int]  # switched off: what they know is to be kept
    glued: frozenset[int]  # may cut a part of a paragraph
    zoned: frozenset[int]  # hold in the head or the tail only

    @classmethod
    def of(cls, cues: Sequence[Cue], cuts: Callable[[Cue], bool], spares: Callable[[Cue], bool]) -> Choice:
        """The choice that a configuration makes."""

        def numbers(holds: Callable[[Cue], bool]) -> frozenset[int]:
            return frozenset(number for number, cue in enumerate(cues) if holds(cue))

        return cls(
            numbers(cuts),
            numbers(spares),
            numbers(lambda cue: cue.kind in GLUED),
            numbers(lambda cue: cue.zone != "anywhere"),
        )


class Look:
    """A block at which cues were looked for: those that cut it by themselves, may hold in it, and are switched off."""

    __slots__ = ("glued", "off", "whole")

    def __init__(self, block: Block, place: Place, candidate: Candidate, choice: Choice, cues: Sequence[Cue]) -> None:
        self.off = candidate.cues & choice.spares
        wanted = candidate.cues & choice.cuts
        for number in wanted & choice.zoned:
            if not in_zone(cues[number].zone, place):
                wanted.discard(number)
        glued = wanted & choice.glued
        if glued and is_quoted(block):  # what a block quotes, it does not say
            wanted -= glued
        candidate.cues = wanted
        self.glued = set[int]()
        self.whole = candidate

    def sentences(self, spans: Sequence[tuple[int, int]], matcher: Matcher) -> list[list[Match]]:
        """What the cues that scrapers glue to paragraphs find in each of the block's sentences."""
        text = self.whole.text
        self.whole.cues = self.glued
        self.whole.encoded()
        triggers = matcher.places(self.whole)
        offsets = [offset for offset, _ in triggers]
        sentences: list[Candidate] = []
        for start, end in spans:
            # Folding may lengthen a text (never by much), so that a trigger near a bound may belong to either side.
            first, last = bisect_left(offsets, start - _SLACK), bisect_left(offsets, end + _SLACK)
            near = {cue for _, cue in triggers[first:last]}
            own = text[start:end]
            folded = fold(own).encode("utf-8", "replace") if near else b""
            sentences.append(Candidate(own, folded, near, self.whole.prepared[start:end]))
        matcher.keep_able(sentences)
        matcher.match_all(sentences)
        return [one.found for one in sentences]


def looks(documents: Sequence[Document], matcher: Matcher, choice: Choice) -> list[dict[int, Look]]:
    """For each document: block number -> what cues found in the block as a whole, where a cue may hold."""
    found: list[dict[int, Look]] = []
    for document, candidates in zip(documents, matcher.triggered([one.blocks for one in documents]), strict=True):
        blocks = document.blocks
        found.append(
            {
                number: Look(blocks[number], (number, len(blocks)), candidate, choice, matcher.cues)
                for number, candidate in candidates.items()
                if not blocks[number].cut
            }
        )
    every = [look for those in found for look in those.values()]
    matcher.keep_hopeful([look.whole for look in every if not look.whole.cues.isdisjoint(choice.glued)], choice.glued)
    for look in every:
        look.glued = look.whole.cues & choice.glued
    matcher.match_all([look.whole for look in every])
    return found


def in_zone(zone: str, place: tuple[int, int]) -> bool:
    """Whether the block of this number among so many is in the head, the tail or anywhere."""
    number, total = place
    width = max(_ZONE, total // 4)
    return zone == "anywhere" or (number < width if zone == "head" else number >= total - width)


def is_quoted(block: Block) -> bool:
    """Whether somebody else speaks: a block quotation, or speech with a dialogue dash; with a link it is a callout."""
    return not block.links and (block.kind == "quote" or block.text.startswith(("– ", "— ")))


def is_listed(block: Block) -> bool:
    """Whether a block is an item of a list of titles, or all link: a list of sentences is the article's own."""
    return len(block.text) <= _LISTED and (block.kind == "item" or block.linked >= len(block.text) * 0.8)
