"""A path to what writes there: a file, a table, a folder of shards, or a stream."""

from __future__ import annotations

from pathlib import Path

from newsclean.arrow import PARQUET
from newsclean.writers.output import Output, Stream, is_stream
from newsclean.writers.parquet import Columns, ParquetOutput
from newsclean.writers.shards import Sharding, Shards


def open_output(path: str, columns: Columns, sharding: Sharding | None = None) -> Output:
    """The place that a path names, for rows with these columns.

    Raises:
        OutputError: nothing can be written there.
        UsageError: shards stand there already, or pyarrow isn't installed.
    """
    if is_stream(path):
        return Stream(path)
    if is_folder(path):
        return Shards(path, sharding or Sharding(), columns)
    return ParquetOutput(path, columns) if path.lower().endswith(PARQUET) else Output(path)


def is_folder(path: str) -> bool:
    """Whether a path means a folder of shards: it is one, or ends as one does."""
    return path.endswith("/") or Path(path).is_dir()
