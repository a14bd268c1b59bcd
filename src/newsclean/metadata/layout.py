"""The blocks of a document to its head, its body and its tail: where the article's own title, names and dates stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from newsclean.document import Block, Document
from newsclean.expressions import expression
from newsclean.metadata.date_lines import LONGEST_LINE, Dated, is_label, read_line, read_stamp
from newsclean.metadata.dates import has_date

_PROSE = 100  # characters from which a block can be a paragraph of an article; fewer in scripts that need fewer
_SHORTEST = _PROSE // 3
_NO_PROSE = frozenset({"heading", "caption", "code", "row"})
_GAP = 12  # blocks without prose that a body may run over
_ENDS = frozenset(".!?…:;。！？।؟۔")
_CLOSERS = "\"'”’»“)]」』"
_INNER_END = expression(r"[^\W\d_]{2}[.!?。！？।؟][\"'”’»)\]」』]?(?:\s|(?=[^\x00-\u2fff]))")
DENSE = expression(
    "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]"
)  # scripts in which a character is nearly a word
_UNSTOPPED = expression("[\u0e00-\u0eff\u1780-\u17ff]")  # Thai, Lao and Khmer write no full stops
_POST = expression(r"^[—–-].{1,60}\(@\w{1,30}\)$")  # who wrote a post that an article shows; its date is below
_SLIGHT = 0.004  # the labeler's chance below which a line is not even looked at: of 500 right dates, 4 lie lower
_HEAD = 6  # lines before the body up to which a text is an article that comes bare: its head is read in any case
_LEAST_TITLE, _RIVAL = 0.02, 0.08  # the same for headlines, and as a share of the likeliest: of 800 right ones, 1
_BEGINNING, _SAID = 4000, 40  # characters of the body that lines are compared with, and of a line that counts
_PREPOSITION = 5  # characters
_STAMP = 0.4  # the labeler's chance from which a line dates its article, though it holds other words
BODY, TITLE, BYLINE, DATE, CAPTION = 0, 2, 3, 4, 5  # places in a block's chances


@dataclass
class Layout:
    """Blocks that say something, and where among them the article stands.

    `start` is the first block of its body and `end` the one after the last; both are 0 where there is no prose at all.
    `body` is the body's beginning, lower case, to be compared with; `prose` what each block weighs as a paragraph.
    """

    blocks: list[Block]
    start: int
    end: int
    body: str
    language: str = ""
    region: str = ""
    prose: list[int] = field(default_factory=list)
    chances: list[Sequence[float]] = field(default_factory=list)
    read: dict[int, list[Dated]] = field(default_factory=dict)

    @cached_property
    def datable(self) -> list[int]:
        """The blocks that the labeler thinks may hold the article's date, and the head of a bare article's text."""
        return self._likely(DATE)

    @cached_property
    def may_date(self) -> set[int]:
        """The same, to ask for one of them."""
        return set(self.datable)

    @cached_property
    def signable(self) -> set[int]:
        """The blocks that the labeler thinks may be a byline, and the head of a bare article's text."""
        return set(self._likely(BYLINE))

    def _likely(self, label: int) -> list[int]:
        if not self.chances:
            return list(range(len(self.blocks)))
        head = self._head
        return [number for number, row in enumerate(self.chances) if row[label] >= _SLIGHT or number < head]

    @cached_property
    def _head(self) -> int:
        """How many lines stand before the body of an article that comes bare; 0 where a page's furniture does."""
        if not self.end:
            return _HEAD
        return self.start if self.start <= _HEAD else 0

    def among_datable(self, first: int, last: int) -> list[int]:
        """Those of them from `first` to before `last`."""
        return self.datable[bisect_left(self.datable, first) : bisect_left(self.datable, last)]

    def headlines(self) -> Iterable[int]:
        """The blocks that the labeler thinks may be headlines, those far less likely than its favourite left out."""
        if not self.chances:
            return range(len(self.blocks))
        title = [row[TITLE] for row in self.chances]
        least = max(_LEAST_TITLE, _RIVAL * max(title))
        return [number for number, one in enumerate(title) if one >= least]

    def dates(self, number: int) -> list[Dated]:
        """The dates that a block's line gives its article, perhaps labelled by the line before; read once."""
        found = self.read.get(number)
        if found is None:
            found = self.read[number] = self._dates(number) if number in self.may_date else []
        return found

    def _dates(self, number: int) -> list[Dated]:
        text = self.blocks[number].text
        if len(text) > LONGEST_LINE or not has_date(text):
            return []
        before = self.blocks[number - 1].text if number else ""
        if before.islower() and before.isalpha() and len(before) < _PREPOSITION and not self._is_led(number - 2):
            return []  # a part of a sentence that a scraper broke at its links
        if _POST.search(before):
            return []
        if not is_label(before):
            read = read_line(text, self.language, self.region)
            if not read and chance(self.blocks[number], DATE) >= _STAMP:
                read = read_stamp(text, self.language, self.region)
            return read
        shift = len(before) + 1
        return [
            one._replace(found=one.found._replace(start=one.found.start - shift, end=one.found.end - shift))
            for one in read_line(f"{before} {text}", self.language, self.region)
        ]

    def _is_led(self, number: int) -> bool:
        return number >= 0 and bool(is_label(self.blocks[number].text))


def lay_out(document: Document, language: str = "") -> Layout:
    """Find the body: the run of paragraphs that holds most text."""
    blocks = [block for block in document.blocks if block.text]
    prose = [prose_weight(block) for block in blocks]
    if not any(prose):
        prose = [prose_weight(block, _SHORTEST) for block in blocks]
    start, end = _body(prose)
    chances = [block.chances for block in blocks]
    return Layout(
        blocks,
        start,
        end,
        _beginning(blocks[start:end]),
        language,
        prose=prose,
        chances=chances if all(chances) else [],
    )


def _beginning(blocks: Iterable[Block]) -> str:
    """The first characters of the body, lower case, without short lines and those in which markup is left."""
    texts: list[str] = []
    size = 0
    for block in blocks:
        if len(block.text) >= _SAID and "](" not in block.text:
            texts.append(block.text)
            size += len(block.text) + 1
            if size > _BEGINNING:
                break
    return " ".join(texts)[:_BEGINNING].lower()


def _body(prose: list[int]) -> tuple[int, int]:
    """Bounds of the heaviest run of prose, by the weight of each block; (0, 0) if there is none."""
    best = (0, 0, 0)
    start = last = weight = 0
    for number, size in enumerate(prose):
        if not size:
            continue
        if not weight or number - last > _GAP:
            start, weight = number, 0
        weight, last = weight + size, number
        if weight > best[0]:
            best = (weight, start, number + 1)
    return best[1], best[2]


def prose_weight(block: Block, least: int = _PROSE) -> int:
    """Characters of a block that reads as prose, has so many of them and that nothing has cut; 0 for any other."""
    if block.cut:
        return 0
    size = len(block.text)
    if size < _SHORTEST or block.kind in _NO_PROSE:
        return 0
    if size < least and (block.text.isascii() or len(DENSE.findall(block.text)) * 3 < least):
        return 0
    if block.linked * 2 > size:
        return 0
    if block.text[-1] in _ENDS or block.text.rstrip(_CLOSERS)[-1:] in _ENDS or _INNER_END.search(block.text):
        return size
    return size if not block.text.isascii() and _UNSTOPPED.search(block.text) else 0


def chance(block: Block, label: int) -> float:
    """The labeler's chance that a block is a title, byline or date; 0 where it hasn't judged."""
    return block.chances[label] if block.chances else 0.0
