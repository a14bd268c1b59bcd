"""A candidate line and the page around it to numbers: shape, place, company, echo, and what the article says of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

from newsclean.document import Block, Document
from newsclean.metadata.layout import DENSE, Layout, linked_chars

LONGEST = 260  # characters of a headline
_TOP = 12  # blocks among which a page's own title may stand
_CREDIT = re.compile(r"foto|photo|bild|image|credit|getty|picture|courtesy|\(c\)|©", re.IGNORECASE)


@dataclass(slots=True)
class Line:
    """A candidate: its number among the blocks, how many of its words the article's beginning holds, its heading level.

    `ratio` and `lead` are shares of its words, in the first 4,000 and the first 900 characters; `good` says that it
    looks like a headline of this article rather than of another.
    """

    number: int
    block: Block
    hits: int
    ratio: float
    lead: float
    level: int
    good: bool


class Scene:
    """What all candidates of a document are judged by, counted once."""

    def __init__(self, document: Document, layout: Layout, lines: list[Line]) -> None:
        self.source = document.source
        self.marked = document.format != "text"
        self.blocks, self.start = layout.blocks, layout.start
        self.has_first = any(line.level == 1 for line in lines)
        self.good = [line.number for line in lines if line.good]
        near = range(max(0, layout.start - 80), min(len(layout.blocks), layout.start + 8))
        self.dated = [number for number in near if layout.dates(number)]
        self.counts = Counter(block.text.lower() for block in self.blocks if len(block.text) <= LONGEST)
        self.tops = [block.text.lower() for block in self.blocks[:_TOP] if len(block.text) <= LONGEST]
        self.sizes = list(accumulate((len(block.text) for block in self.blocks), initial=0))
        self.teasers = list(accumulate(map(_is_teaser, self.blocks), initial=0))

    def features(self, line: Line) -> dict[str, float]:
        """Numbers 0..1 by name."""
        return self._shape(line) | self._place(line) | self._company(line) | self._echo(line)

    def _shape(self, line: Line) -> dict[str, float]:
        text, block = line.block.text, line.block
        dense = not text.isascii() and DENSE.search(text) is not None
        size = len(text) * (2.5 if dense else 1)
        words = text.count(" ") + 1
        cut = block.cut
        return {
            "h1": float(line.level == 1),
            "h2": float(line.level == 2),
            "h3": float(line.level > 2),
            "not h1": float(self.has_first and line.level != 1),
            "no heading": float(line.level == 0 and self.marked),
            "short": float(size < 25),
            "very short": float(size < 15),
            "long": float(size > 110),
            "very long": float(size > 160),
            "few words": float(not dense and words < 4),
            "sentence": float(not dense and words > 4 and not text.istitle()),
            "period": float(text.endswith((".", "。"))),
            "colon": float(text.endswith((":", "："))),
            "question": float(text.endswith(("?", "!", "？", "！"))),
            "lower": float(text[0].islower()),
            "capitals": float(text.isupper()),
            "credit": float(_CREDIT.search(text) is not None),
            "item": float(block.kind in {"item", "row"}),
            "linked": float(bool(block.links) and linked_chars(block) * 5 > len(text) * 4),
            "cut": float(cut is not None and cut.cue != "model"),
            "model": float(cut is not None and cut.cue == "model" and cut.kind == "title"),
            "model else": float(cut is not None and cut.cue == "model" and cut.kind != "title"),
            "hits": min(line.hits, 8) / 8,
            "ratio": line.ratio,
            "lead": line.lead,
            "stranger": float(line.hits == 0),
        }

    def _place(self, line: Line) -> dict[str, float]:
        number, distance = line.number, self.start - line.number
        stop = min(self.start, number + 61)
        between = self.sizes[stop] - self.sizes[number + 1] if distance > 0 else 0
        before = self.blocks[number - 1].end if number else None
        after = self.blocks[number + 1].start if number + 1 < len(self.blocks) else None
        return {
            "far": float(distance > 60),
            "inside": float(distance <= 0),
            "at start": float(distance == 1),
            "between": min(between, 2000) / 2000,
            "blank before": float(before is None or self.source.count("\n", before, line.block.start) > 1),
            "blank after": float(after is None or self.source.count("\n", line.block.end, after) > 1),
            "bare first": float(self.start <= 6 and number == 0),
            "bare later": float(self.start <= 6 < 6 + number),
        }

    def _company(self, line: Line) -> dict[str, float]:
        number = line.number
        later, earlier = bisect_right(self.good, number), bisect_left(self.good, number)
        rivals = earlier - bisect_right(self.good, number - 8)
        first, last = max(0, number - 3), min(len(self.blocks), number + 4)
        return {
            "date here": float(self._is_dated(number, number)),
            "date after": float(self._is_dated(number + 1, number + 8)),
            "date before": float(self._is_dated(number - 3, number - 1)),
            "rival next": float(later < len(self.good) and self.good[later] <= number + 3),
            "rival before": float(rivals > 0 and self.good[earlier - 1] >= number - 3),
            "rivals before": min(rivals, 5) / 5,
            "kicker": float(number > 0 and len(self.blocks[number - 1].text) < 30),
            "list": (self.teasers[last] - self.teasers[first]) / 7,
        }

    def _is_dated(self, first: int, last: int) -> bool:
        return bisect_left(self.dated, first) < bisect_right(self.dated, last)

    def _echo(self, line: Line) -> dict[str, float]:
        low = line.block.text.lower()
        return {
            "repeated": float(self.counts[low] > 1),
            "crowd": float(self.counts[low] > 3),
            "in page title": float(any(low in top and low != top for top in self.tops)),
        }


def _is_teaser(block: Block) -> int:
    return int(20 < len(block.text) < 120 and block.kind != "heading")
