"""Rows of a Parquet file to raw documents, as if each were a JSON line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson

from newsclean.arrow import arrow
from newsclean.readers.compressed import DAMAGE
from newsclean.readers.raw import Input, Raw, over_limit, reason

_BATCH = 256  # rows decoded at a time


def read_parquet(one: Input, max_bytes: int) -> Iterator[Raw]:
    """A raw document a row, `line` counting from 1, read a row group at a time; a null is a field that isn't there.

    Raises:
        UsageError: pyarrow isn't installed.
    """
    parquet = arrow("parquet")
    line = 1
    try:
        with parquet.ParquetFile(one.path) as file:
            for batch in file.iter_batches(batch_size=_BATCH, use_threads=False):
                for row in batch.to_pylist():
                    yield _raw(one, line, row, max_bytes)
                    line += 1
    except (OSError, NotImplementedError, *DAMAGE) as error:
        yield Raw.failed(one, line, reason(error))


def _raw(one: Input, line: int, row: dict[str, Any], max_bytes: int) -> Raw:
    try:
        known = {key: value for key, value in row.items() if value is not None}
        data = orjson.dumps(known, default=_plain, option=orjson.OPT_NON_STR_KEYS)
    except TypeError as error:
        return Raw.failed(one, line, f"a row that can't be read: {error}")
    if len(data) > max_bytes:
        return Raw.failed(one, line, f"line {over_limit(max_bytes // 4)}")
    return Raw(one.name, one.path, line, data, is_row=True)


def _plain(value: object) -> str:
    """What JSON has no type for (bytes, decimals, durations) as a string."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
