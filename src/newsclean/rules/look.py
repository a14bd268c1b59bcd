"""Blocks to what cues find in each as a whole, many documents at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from newsclean.document import Block, Document
from newsclean.rules.candidate import Candidate, Match, fold
from newsclean.rules.matcher import Matcher
from newsclean.rules.pack import GLUED, Cue
from newsclean.rules.quoted import is_quoted

_LISTED = 160  # characters of a title in a list
_SLACK = 4  # characters by which folded offsets may be off
_ZONE = 6  # blocks that head and tail hold at least

Place = tuple[int, int]


class Choice:
    """What a configuration makes of a matcher's cues, by number, as they are read."""

    def __init__(self, cuts: Callable[[Cue], bool], spares: Callable[[Cue], bool]) -> None:
        self._cuts = cuts
        self._spares = spares
        self.cuts: set[int] = set()  # may cut
        self.spares: set[int] = set()  # switched off: what they know is to be kept
        self.glued: set[int] = set()  # may cut a part of a paragraph
        self.zoned: set[int] = set()  # hold in the head or the tail only

    def take(self, number: int, cue: Cue) -> None:
        """Remember what a cue is."""
        for numbers, holds in (
            (self.cuts, self._cuts(cue)),
            (self.spares, self._spares(cue)),
            (self.glued, cue.kind in GLUED),
            (self.zoned, cue.zone != "anywhere"),
        ):
            if holds:
                numbers.add(number)


class Look:
    """A block at which cues were looked for: those that cut it by themselves, may hold in it, and are switched off."""

    __slots__ = ("glued", "off", "whole")

    def __init__(
        self, block: Block, place: Place, candidate: Candidate, choice: Choice, cues: Mapping[int, Cue]
    ) -> None:
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


def looks(
    documents: Sequence[Document], spoken: Sequence[frozenset[str]], matcher: Matcher, choice: Choice
) -> list[dict[int, Look]]:
    """For each document: block number -> what cues found in the block as a whole, where a cue may hold.

    `spoken`: for each document the tongues whose cues are looked for.
    """
    found: list[dict[int, Look]] = []
    triggered = matcher.triggered([one.blocks for one in documents], spoken)
    for document, candidates in zip(documents, triggered, strict=True):
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


def is_listed(block: Block) -> bool:
    """Whether a block is an item of a list of titles, or all link: a list of sentences is the article's own."""
    return len(block.text) <= _LISTED and (block.kind == "item" or block.linked >= len(block.text) * 0.8)
