"""A candidate line and the page around it to numbers: shape, place, company, echo, and what the article says of it."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from newsclean.document import Block, Document
from newsclean.expressions import expression
from newsclean.metadata.layout import BODY, BYLINE, CAPTION, DATE, DENSE, TITLE, Layout
from newsclean.metadata.sites import shared_titles

LONGEST = 260  # characters of a headline
_TOP = 12  # blocks among which a page's own title may stand
_MARK = "\0"  # stands between blocks
_TELLING = 12  # letters and digits from which on equal lines say something
# Vowel signs and points of Indian, Thai, Hebrew and Arabic script belong to their words.
WORDS = expression(r"(?:[^\W_]+[\u0300-\u036f\u05b0-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e]*)+")
MARKS = expression(r"^(?:[*+•–-]\s+|\d{1,2}[.)]\s+)+")
_PERIOD = expression(r"[^\W\d_]{2}[\"'”’»)]?\.[\"'”’»)]?$|。$")  # not that of "N.Y."
_CREDITS = ("foto", "photo", "bild", "image", "credit", "getty", "picture", "courtesy", "(c)", "©")
_DOTS = ".。"
_CUT_OFF = expression(r"…|\.\.\.|\d{1,2}[.:]\d\d(?!\d)")  # a sentence's rest, or a ticker's entry with its clock
_SITE, _DENSE_SITE = 20, 5  # characters up to which a first-level heading may be the site's own name


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
    key: str


class Scene:
    """What all candidates of a document are judged by, counted once."""

    def __init__(self, document: Document, layout: Layout, lines: list[Line]) -> None:
        self.source = document.source
        self.could_mark = document.format != "text"
        self.marked = self.could_mark and any(block.kind == "heading" for block in layout.blocks)
        self.layout, self.blocks, self.start = layout, layout.blocks, layout.start
        self.has_first = any(line.level == 1 and len(line.block.text) > _least(line) for line in lines)
        self.good = [line.number for line in lines if line.good]
        texts = [block.text for block in self.blocks]
        self.lows = _MARK + (_MARK * 2).join(texts).lower() + _MARK
        self.tops = [text.lower() for text in texts[:_TOP] if len(text) <= LONGEST]
        self.sizes = [len(text) for text in texts]
        self.chances = [row[TITLE] for row in layout.chances] or [0.0] * len(texts)
        self.favourite = max(self.chances)
        self.total = sum(self.chances)
        titles = shared_titles(self.blocks) if self.could_mark else []
        self.shared = {key for title in titles if len(key := key_of(title)) >= _TELLING}

    def features(self, line: Line) -> dict[str, float]:
        """Numbers 0..1 by name."""
        return self._shape(line) | self._place(line) | self._company(line) | self._echo(line) | self._judged(line)

    def document(self) -> dict[str, float]:
        """What speaks for there being no headline at all."""
        return {
            "none: no h1": float(self.marked and not self.has_first),
            "none: no heading": float(self.could_mark and not self.marked),
            "none: bare": float(self.start == 0),
            "none: start": float(self.start <= 2),
        }

    def _judged(self, line: Line) -> dict[str, float]:
        """What the labeler thinks of the line and of the lines beside it."""
        if not self.layout.chances:
            return {}
        number, mine = line.number, self.chances[line.number]
        after = self.layout.chances[number + 1 : number + 5]
        odds = math.log((mine + 1e-3) / (1 - mine + 1e-3))
        return {
            "belief": min(max(odds + 3, -2.0), 6.0) / 4,
            "favourite": float(mine == self.favourite),
            "share": mine / self.total,
            "body": line.block.chances[BODY],
            "caption": line.block.chances[CAPTION],
            "signed": max([row[BYLINE] for row in after], default=0.0),
            "stamped": max([row[DATE] for row in after], default=0.0),
            "body after": max([row[BODY] for row in after[:2]], default=0.0),
            "title before": max(self.chances[max(0, number - 2) : number], default=0.0),
            "title after": max(self.chances[number + 1 : number + 3], default=0.0),
        }

    def _shape(self, line: Line) -> dict[str, float]:
        text, block, low = line.block.text, line.block, line.block.text.lower()
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
            "period": float(text[-1] in _DOTS or text[-2:-1] == ".") and float(_PERIOD.search(text) is not None),
            "question": float(text.endswith(("?", "!", "？", "！"))),
            "lower": float(text[0].islower()),
            "cut off": float(_CUT_OFF.match(text) is not None),
            "capitals": float(text.isupper()),
            "credit": float(any(word in low for word in _CREDITS)),
            "item": float(block.kind in {"item", "row"}),
            "linked": float(block.linked * 5 > len(text) * 4),
            "cut": float(cut is not None and not cut.by_model),
            "hits": min(line.hits, 8) / 8,
            "ratio": line.ratio,
            "lead": line.lead,
        }

    def _place(self, line: Line) -> dict[str, float]:
        number, distance = line.number, self.start - line.number
        stop = min(self.start, number + 61)
        between = sum(self.sizes[number + 1 : stop])
        after = self.blocks[number + 1].start if number + 1 < len(self.blocks) else None
        return {
            "far": float(distance > 60),
            "inside": float(distance <= 0),
            "between": min(between, 2000) / 2000,
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
            "date after": float(self._is_dated(number + 1, number + 9)),
            "rival next": float(later < len(self.good) and self.good[later] <= number + 3),
            "rivals before": min(rivals, 5) / 5,
            "kicker": float(number > 0 and len(self.blocks[number - 1].text) < 30),
            "list": sum(map(_is_teaser, self.blocks[first:last])) / 7,
        }

    def _shared(self, key: str) -> float:
        """Whether share buttons pass the line on, whole or but for a kicker."""
        if not self.shared or len(key) < _TELLING:
            return 0.0
        same = key in self.shared or any(
            (one in key or key in one) and min(len(one), len(key)) * 2 > max(len(one), len(key)) for one in self.shared
        )
        return 1 / len(self.shared) if same else 0.0

    def passed_on(self, line: Line) -> str:
        """The part of a line that share buttons pass on where a kicker stands before it; "" where none does."""
        key = line.key
        for one in self.shared:
            if key != one and key.endswith(one) and len(one) * 2 > len(key):
                words = line.block.text.split()
                rests = (" ".join(words[number:]) for number in range(1, len(words)))
                return next((rest for rest in rests if key_of(rest) == one), "")
        return ""

    def _is_dated(self, first: int, last: int) -> bool:
        first, last = max(first, self.start - 80), min(last, self.start + 8)
        return any(self.layout.dates(number) for number in self.layout.among_datable(first, last))

    def _echo(self, line: Line) -> dict[str, float]:
        low = line.block.text.lower()
        return {
            "repeated": float(self.lows.count(f"{_MARK}{low}{_MARK}") > 1),
            "in page title": float(any(low in top and low != top for top in self.tops)),
            "shared": self._shared(line.key),
        }


def _least(line: Line) -> int:
    return _DENSE_SITE if DENSE.search(line.block.text) else _SITE


def key_of(text: str) -> str:
    """Letters and digits of a line, lower case, without the marks of lists."""
    return "".join(WORDS.findall(MARKS.sub("", text).lower()))


def _is_teaser(block: Block) -> int:
    return int(20 < len(block.text) < 120 and block.kind != "heading")
