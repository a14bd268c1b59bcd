"""Which words blocks share: with the article's other paragraphs, and with a lexicon of many publishers' words."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean.labeler.arrays import Bools, Columns, Floats, Ints, Rows, share
from newsclean.labeler.characters import CLASSES, LOWER, UNCASED, UNSPACED, UPPER, Characters, lower_table

Hashes = npt.NDArray[np.uint32]

_STEP = 0x9E3779B1  # odd, so that its powers can be undone modulo 2**32
_BUCKETS = 1 << 13  # of a document's words; more would not tell them apart much better, and cost memory
_CONTENT = 4  # letters from which a word says something of the subject
_TABLE = 1 << 17
_LETTERS = np.isin(np.arange(CLASSES), (LOWER, UPPER, UNCASED))


class Tokens(NamedTuple):
    """Words of a batch in reading order: the block each stands in, a hash of it in lower case, and its letters.

    Where a script has no spaces, every pair of characters is a word.
    """

    blocks: Ints
    hashes: Hashes
    lengths: Ints


def read_tokens(characters: Characters) -> Tokens:
    """The words of a batch, hashed all at once."""
    classes = characters.classes
    letters = _LETTERS.take(classes)
    turns = np.flatnonzero(letters[1:] != letters[:-1]) + 1
    begins, ends = turns[::2], turns[1::2]
    values = lower_table().take(characters.codes)
    powers, undone = _powers(1 << (len(values) + 1).bit_length())
    sums = np.zeros(len(values) + 1, np.uint32)
    np.cumsum(values * powers[: len(values)], dtype=np.uint32, out=sums[1:])
    hashes = (sums[ends] - sums[begins]) * undone[begins]
    lengths = ends - begins
    pairs = np.flatnonzero((classes[:-1] == UNSPACED) & (classes[1:] == UNSPACED))
    if len(pairs):
        paired = values[pairs] * np.uint32(_STEP) + values[pairs + 1] * np.uint32(0x85EBCA77)
        places = np.concatenate([begins, pairs])
        order = np.argsort(places, kind="stable")
        begins = places[order]
        hashes = np.concatenate([hashes, paired])[order]
        lengths = np.concatenate([lengths, np.full(len(pairs), _CONTENT)])[order]
    counts = np.diff(np.searchsorted(begins, characters.starts), append=len(begins))
    blocks = np.repeat(np.arange(len(counts)), counts)
    return Tokens(blocks, _mixed(hashes), lengths)


def shared_words(tokens: Tokens, rows: Rows, strong: Bools) -> Columns:
    """How much of a block is said elsewhere in its document.

    `coherence` is the share of its longer words that a strong paragraph other than itself uses. Teasers of other
    stories share few, whatever the language.
    """
    content = np.flatnonzero(tokens.lengths >= _CONTENT)
    where = tokens.blocks[content]
    blocks = len(rows.of)
    word = rows.of[where] * _BUCKETS + (tokens.hashes[content] & (_BUCKETS - 1))
    shift = blocks.bit_length()
    keys = np.sort(word << shift | where)  # each word of a document once a block, block after block
    keys = keys[np.flatnonzero(np.diff(keys, prepend=-1))]
    word, block = keys >> shift, keys & ((1 << shift) - 1)
    own = strong[block]
    first = np.flatnonzero(np.diff(word, prepend=-1))
    total = np.diff(first, append=len(word))
    others = np.repeat(np.add.reduceat(own, first, dtype=np.int64) if len(first) else total, total) - own
    total = np.repeat(total, total)
    count = np.bincount(block, minlength=blocks)
    hits = np.bincount(block, others > 0, blocks)
    coherence = share(hits, count)
    level = share(rows.total(coherence * strong), rows.total(strong))[rows.of]
    return {
        "coherence": coherence,
        "coherence_count": np.log1p(hits),
        "coherence_strength": share(np.bincount(block, np.log1p(others), blocks), count),
        "repeated_words": share(np.bincount(block, total > 1, blocks), count),
        "content_words": np.log1p(count),
        "coherence_here": coherence - level,
        "doc_coherence": level,
    }


class Lexicon:
    """Words by hash, and how much more often than others they stand in body text and in meta lines (log ratios)."""

    def __init__(self, hashes: Hashes, scores: npt.NDArray[np.float32]) -> None:
        self.hashes = hashes
        self.scores: npt.NDArray[np.float32] = np.concatenate([np.zeros((1, 2), np.float32), scores])
        self._checks: Hashes = np.concatenate([np.zeros(1, np.uint32), hashes])
        self._table = np.zeros(_TABLE, np.uint16)
        self._table[hashes & (_TABLE - 1)] = np.arange(1, len(hashes) + 1)

    def look_up(self, hashes: Hashes) -> Ints:
        """Numbers of words, counted from 1; 0 for one that is not in the lexicon."""
        found = self._table[hashes & (_TABLE - 1)]
        return np.where(self._checks[found] == hashes, found, 0)

    def columns(self, tokens: Tokens, blocks: int) -> Columns:
        """Mean, least, greatest and sum of the scores of each block's words."""
        numbers = self.look_up(tokens.hashes)
        known = numbers > 0
        return score_columns(self.scores[numbers[known]], tokens.blocks[known], blocks)


def score_columns(scores: npt.NDArray[np.float32], block: Ints, blocks: int) -> Columns:
    """The columns of a lexicon from the scores (words x 2) of the words found, which stand in reading order."""
    count = np.bincount(block, minlength=blocks)
    filled = np.flatnonzero(count)
    first = (np.cumsum(count) - count)[filled]
    columns: Columns = {}
    for number, name in enumerate(("body", "meta")):
        values = scores[:, number]
        total = np.bincount(block, values, blocks)
        columns[f"{name}_words"] = share(total, count)
        columns[f"{name}_words_sum"] = np.clip(total, -8, 8) / 3
        for extreme, reduce in (("least", np.minimum), ("most", np.maximum)):
            column: Floats = np.zeros(blocks, np.float32)
            if len(filled):
                column[filled] = reduce.reduceat(values, first)
            columns[f"{name}_words_{extreme}"] = np.minimum(column, 0) if extreme == "least" else np.maximum(column, 0)
    return columns


@cache
def _powers(count: int) -> tuple[Hashes, Hashes]:
    """Powers of the step and of its inverse modulo 2**32."""
    return _power_series(_STEP, count), _power_series(pow(_STEP, -1, 1 << 32), count)


def _power_series(base: int, count: int) -> Hashes:
    series = np.full(count, base, np.uint32)
    series[0] = 1
    return np.multiply.accumulate(series, dtype=np.uint32)


def _mixed(hashes: Hashes) -> Hashes:
    hashes = (hashes ^ (hashes >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    hashes = (hashes ^ (hashes >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return hashes ^ (hashes >> np.uint32(16))
