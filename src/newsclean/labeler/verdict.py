"""Chances to a verdict: which blocks are body, by a threshold that each document sets for itself."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from newsclean.labeler.arrays import Bools
from newsclean.labeler.net import Matrix

# How much of the best threshold a mode uses. Cross-validated on bench/ by publishers; see docs/labeler.md.
STRICTNESS = {"precision": 0.5, "balanced": 0.9, "recall": 1.2}
_LEAST, _MOST = 0.02, 0.6
# Chance of being body that some block must be under: where the model is sure of nothing, as in verse, nothing goes.
_SURE = 0.2
_ALONE, _DOUBTED = 0.15, 0.5  # the same where no other block is doubted at all: a clean text's odd sentence


def threshold(chances: Matrix, words: npt.NDArray[np.float32], mode: str) -> float:
    """The chance of being body from which a block of this document is kept.

    A block whose chance is half the best F1 that can be hoped for raises the expected F1 (Lipton et al. 2014): clean
    documents are held to nearly .5, and where little is certain more is kept.
    """
    body, mass = chances[:, 0], words + 0.5
    order = np.argsort(-body, kind="stable")
    hoped = np.cumsum((body * mass)[order])
    kept = np.cumsum(mass[order])
    best = float((2 * hoped / (kept + (body * mass).sum())).max()) if len(body) else 0.0
    return min(max(STRICTNESS[mode] * best / 2, _LEAST), _MOST)


def is_body(chances: Matrix, words: npt.NDArray[np.float32], mode: str) -> Bools:
    """Which blocks of a document are to be kept."""
    body = chances[:, 0]
    sure = _SURE if (body < _DOUBTED).sum() > 1 else _ALONE
    kept: Bools = body >= (threshold(chances, words, mode) if body.min(initial=1) < sure else 0)
    return kept
