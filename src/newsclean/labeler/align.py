"""Gold to labels: which blocks of a document are what someone has declared its body, title or captions to be."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from newsclean.document import Document
from newsclean.expressions import expression
from newsclean.labeler.arrays import Ints
from newsclean.labeler.model import LABELS

BODY, BOILERPLATE, TITLE, BYLINE, _, CAPTION = range(len(LABELS))
UNKNOWN = -1
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9d"
)
_WORD = expression(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])\w)+")
_COVERED = 0.6  # share of a block's words that must stand in the gold in the same order, by threes
_SHORT = 6  # words; a shorter block counts only together with a neighbour
_BYLINE = 14  # words that a line with an author's name holds at most

Span = tuple[int, int, str]
_Triples = set[tuple[str, ...]]


class Gold(NamedTuple):
    """What is known of a document's text; empty is unknown."""

    body: Sequence[str]
    title: str = ""
    authors: Sequence[str] = ()
    captions: Sequence[str] = ()


def labels_by_spans(document: Document, spans: Sequence[Span]) -> Ints:
    """For each block the label of the source span, (start, end, label), that it shares most with; else UNKNOWN."""
    labels = np.full(len(document.blocks), UNKNOWN)
    first = 0
    for number, block in enumerate(document.blocks):
        while first < len(spans) and spans[first][1] <= block.start:
            first += 1
        common: Counter[str] = Counter()
        for start, end, label in spans[first:]:
            if start >= block.end:
                break
            common[label] += min(end, block.end) - max(start, block.start)
        if common:
            labels[number] = LABELS.index(common.most_common(1)[0][0])
    return labels


def labels_by_text(document: Document, gold: Gold) -> Ints:
    """For each block what its words are in the gold; what is not there is boilerplate."""
    body = [word for paragraph in gold.body for word in _words(paragraph)]
    captions = set().union(*(_triples(_words(caption)) for caption in gold.captions)) if gold.captions else set()
    title = " ".join(_words(gold.title))
    authors = [" ".join(_words(author)) for author in gold.authors]
    blocks = [_words(block.text) for block in document.blocks]
    is_body = _Body(body, blocks)
    labels = np.full(len(blocks), BOILERPLATE)
    for number, block in enumerate(blocks):
        line = " ".join(block)
        if not block:
            labels[number] = UNKNOWN
        elif is_body(number):
            labels[number] = BODY
        elif title and (line == title or (len(block) > 4 and line in title)):
            labels[number] = TITLE
        elif len(block) >= _SHORT and _covered(block, captions):
            labels[number] = CAPTION
        elif len(block) < _BYLINE and any(author and author in line for author in authors):
            labels[number] = BYLINE
    return labels


class _Body:
    """Whether blocks stand in the body: by most of their triples of words, or by heart together with a neighbour."""

    def __init__(self, body: list[str], blocks: list[list[str]]) -> None:
        self.triples = _triples(body)
        self.text = f" {' '.join(body)} "
        self.blocks = blocks

    def __call__(self, number: int) -> bool:
        block = self.blocks[number]
        if len(block) >= _SHORT:
            return _covered(block, self.triples)
        if not self._holds(block):
            return False
        before = self._near(range(number - 1, max(-1, number - 4), -1))[-4:]
        after = self._near(range(number + 1, min(len(self.blocks), number + 4)))[:4]
        return any(len(both) > 4 and self._holds(both) for both in (before + block, block + after))

    def _holds(self, words: list[str]) -> bool:
        return f" {' '.join(words)} " in self.text

    def _near(self, numbers: range) -> list[str]:
        return next((self.blocks[number] for number in numbers if self.blocks[number]), [])


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _triples(words: list[str]) -> _Triples:
    return set(zip(words, words[1:], words[2:], strict=False))


def _covered(words: list[str], triples: _Triples) -> bool:
    hit = [False] * len(words)
    for start in range(len(words) - 2):
        if tuple(words[start : start + 3]) in triples:
            hit[start : start + 3] = [True] * 3
    return sum(hit) >= _COVERED * len(words)
