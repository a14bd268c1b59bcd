"""The arrays that the labeler is made of: columns by block, and sums and extremes of them by document."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.floating[Any]]
Ints: TypeAlias = npt.NDArray[np.integer[Any]]
Bools: TypeAlias = npt.NDArray[np.bool_]
Columns: TypeAlias = dict[str, npt.NDArray[Any]]


def share(part: Any, whole: Any) -> Floats:
    """Part of whole; where the whole is nothing, 0."""
    result: Floats = np.asarray(part, np.float32) / np.maximum(np.asarray(whole, np.float32), 1)
    return result


class Rows:
    """Which rows (blocks) belong to which document: `of` by row, `first` and `last` (exclusive) by document."""

    def __init__(self, counts: Ints) -> None:
        self.counts = counts
        self.last: Ints = np.cumsum(counts)
        self.first: Ints = self.last - counts
        self.of: Ints = np.repeat(np.arange(len(counts)), counts)
        self.number: Ints = np.arange(len(self.of))

    def total(self, values: npt.NDArray[Any]) -> Floats:
        """Sum by document."""
        totals: Floats = np.bincount(self.of, values, len(self.counts)).astype(np.float64)
        return totals

    def mean(self, values: npt.NDArray[Any]) -> Floats:
        """Mean by document."""
        return share(self.total(values), self.counts)

    def before(self, values: npt.NDArray[Any]) -> Floats:
        """By row, the sum over the rows of its document that stand before it."""
        sums = self.sums(values)
        result: Floats = sums[:-1] - sums[self.first][self.of]
        return result

    def sums(self, values: npt.NDArray[Any]) -> Floats:
        """Cumulative sums over all rows, with a leading 0: `sums[b] - sums[a]` is the sum of rows a to b."""
        return np.concatenate([np.zeros(1), np.cumsum(values, dtype=np.float64)])

    def window(self, before: int, after: int) -> tuple[Ints, Ints]:
        """Half-open spans of rows around each row, within its document."""
        low: Ints = np.maximum(self.number - before, self.first[self.of])
        high: Ints = np.minimum(self.number + 1 + after, self.last[self.of])
        return low, high
