"""The judgement of a block in the light of its neighbours: a small convolutional net over the blocks of documents.

A dense layer reads each block, means over the document tell it what kind of input it is in, and residual convolutions
with growing gaps let 15 blocks on either side speak. Plain numpy; documents lie in one array with gaps between them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newsclean.labeler.arrays import Ints, Rows

Matrix = npt.NDArray[np.float32]
Weights = dict[str, Matrix]

DILATIONS = (1, 2, 4, 8)
GAP = max(DILATIONS)  # empty rows between documents, so that no convolution reaches from one into another


@dataclass(frozen=True)
class Layout:
    """Where the rows of a batch lie among the gaps, and what its means are taken with."""

    rows: Rows
    place: Ints  # of each block in the padded array
    height: int  # of the padded array
    weights: Matrix  # of each block in its document's mean by words, summing to 1

    @classmethod
    def of(cls, counts: Ints, words: npt.NDArray[np.float32]) -> Layout:
        """The layout of documents with so many blocks each; none may be empty."""
        rows = Rows(counts)
        place = rows.number + GAP * (rows.of + 1)
        mass = (words + 1).astype(np.float32)
        weights = mass / np.add.reduceat(mass, rows.first)[rows.of]
        return cls(rows, place, int(counts.sum()) + GAP * (len(counts) + 1), weights[:, None].astype(np.float32))

    def means(self, hidden: Matrix) -> Matrix:
        """By document: the mean over its blocks beside the mean over its words."""
        counts = self.rows.counts[:, None].astype(np.float32)
        plain = np.add.reduceat(hidden, self.rows.first, axis=0) / counts
        return np.hstack([plain, np.add.reduceat(hidden * self.weights, self.rows.first, axis=0)])

    def spread(self, hidden: Matrix) -> Matrix:
        """Rows to their places, gaps of zeros between documents."""
        padded = np.zeros((self.height, hidden.shape[1]), np.float32)
        padded[self.place] = hidden
        return padded


def _convolved(padded: Matrix, weights: Matrix, gap: int) -> Matrix:
    """Each row between those `gap` rows before and behind it, @ `weights`, without laying the three side by side."""
    width = padded.shape[1]
    result: Matrix = padded @ weights[width : 2 * width]
    result[gap:] += padded[:-gap] @ weights[:width]
    result[:-gap] += padded[gap:] @ weights[2 * width :]
    return result


def forward(weights: Weights, matrix: Matrix, layout: Layout) -> Matrix:
    """Logits (blocks x labels) of scaled features."""
    hidden = np.maximum(matrix @ weights["in"] + weights["in_bias"], 0)
    context = layout.means(hidden) @ weights["doc"] + weights["doc_bias"]
    hidden = np.maximum(hidden + context[layout.rows.of], 0)
    padded = layout.spread(hidden)
    inside = np.zeros((layout.height, 1), np.float32)
    inside[layout.place] = 1
    for number, gap in enumerate(DILATIONS):
        grown = _convolved(padded, weights[f"conv{number}"], gap)
        grown += weights[f"conv{number}_bias"]
        np.maximum(grown, 0, out=grown)
        grown *= inside
        padded += grown
    logits: Matrix = np.hstack([padded[layout.place], hidden]) @ weights["out"] + weights["out_bias"]
    return logits


def softmax(logits: Matrix) -> Matrix:
    """Probabilities by row."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    result: Matrix = powers / powers.sum(axis=1, keepdims=True)
    return result
