"""Which words to know: those of many publishers, with how much oftener each stands in body text or in meta lines."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from newsclean.labeler.arrays import Columns, Ints
from newsclean.labeler.words import Hashes, Lexicon, Tokens, score_columns

_KINDS = 3  # body, boilerplate, meta: as far as a word alone can tell
FOLDS = 5


class Vocabulary:
    """Counts of words by fold of publishers: from them a lexicon of all, or one that has not seen a fold.

    A word counts once a publisher and kind. `folds` gives the fold of each publisher; a block's publisher, and its kind
    (-1: unknown) are given by block.
    """

    def __init__(self, tokens: Tokens, publishers: Ints, kinds: Ints, folds: Ints) -> None:
        publisher, kind = publishers[tokens.blocks], kinds[tokens.blocks]
        known = kind >= 0
        least = 2 + min(4, len(folds) // 20)  # publishers of a word worth knowing; a small gold has few
        spread = _unique_pairs(tokens.hashes[known], publisher[known])[0]
        words, count = np.unique(spread, return_counts=True)
        self.words: Hashes = words[count >= least]
        self.number = np.searchsorted(self.words, tokens.hashes)
        self.number[self.number == len(self.words)] = 0
        self.found = (self.words[self.number] == tokens.hashes) if len(self.words) else np.zeros(len(known), bool)
        self.tokens = tokens
        use = known & self.found
        key = (publisher[use].astype(np.int64) * len(self.words) + self.number[use]) * _KINDS + kind[use]
        key = np.unique(key)
        place = folds[key // (_KINDS * max(1, len(self.words)))] * len(self.words) * _KINDS
        place += key % (_KINDS * max(1, len(self.words)))
        self.counts = np.bincount(place, minlength=FOLDS * len(self.words) * _KINDS).reshape(FOLDS, -1, _KINDS)

    def scores(self, without: int = -1) -> npt.NDArray[np.float32]:
        """Log ratios (words x 2: body, meta), smoothed, clipped and rounded as they are stored."""
        counts = self.counts.sum(axis=0) - (self.counts[without] if without >= 0 else 0)
        usual = counts.sum(axis=0) / max(1, counts.sum())
        ratio = (counts + 1) / (counts.sum(axis=1, keepdims=True) + _KINDS)
        scores = np.log(ratio / np.maximum(usual, 1e-6))[:, [0, 2]]
        scores[counts.sum(axis=1) < 4] = 0
        rounded: npt.NDArray[np.float32] = (np.round(np.clip(scores, -2.5, 1.5) * 32) / 32).astype(np.float32)
        return rounded

    def lexicon(self) -> Lexicon:
        """The lexicon of all folds."""
        return Lexicon(self.words, self.scores())

    def columns(self, folds: Ints) -> Columns:
        """The lexicon's columns for the blocks that the words were counted in, each by the other folds' counts.

        `folds` is the fold of each block.
        """
        merged: Columns = {}
        for fold in range(FOLDS):
            own = self.found & (folds[self.tokens.blocks] == fold)
            scores = self.scores(fold)[self.number[own]]
            columns = score_columns(scores, self.tokens.blocks[own], len(folds))
            for name, column in columns.items():
                merged[name] = np.where(folds == fold, column, merged.get(name, 0))
        return merged


def _unique_pairs(hashes: Hashes, publishers: Ints) -> tuple[Hashes, Ints]:
    pairs = np.unique((hashes.astype(np.uint64) << np.uint64(20)) | publishers.astype(np.uint64))
    return (pairs >> np.uint64(20)).astype(np.uint32), (pairs & np.uint64((1 << 20) - 1)).astype(np.int64)
