"""Encoded JSON lines to a Parquet file of typed columns, a row group at a time."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from types import TracebackType
from typing import Any

from newsclean.arrow import arrow
from newsclean.errors import OutputError
from newsclean.writers.output import Output

_GROUP = 32 << 20  # bytes of JSON lines in a row group: some 5,000 articles

Columns = Mapping[str, Any]  # name -> "string", "integer", "number", "boolean", or the columns of a struct


class ParquetOutput(Output):
    """A table with these columns, whole or not at all; the same rows as the JSON lines that are written to it."""

    def __init__(self, path: str, columns: Columns) -> None:
        self._schema = arrow().schema(_fields(columns))
        super().__init__(path)
        self._writer = arrow("parquet").ParquetWriter(self._stream, self._schema, compression="zstd")
        self._waiting: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> int:
        """Append rows, given as JSON lines; they become a row group with others."""
        if data:
            self._waiting.append(data)
            self._size += len(data)
        if self._size >= _GROUP:
            self._write_group()
        return 0

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            with contextlib.suppress(OSError):
                self._writer.close()  # else it would try later, when its stream is gone
        super().__exit__(kind, error, trace)

    def _finish(self) -> None:
        self._write_group()
        self._writer.close()

    def _write_group(self) -> None:
        if not self._waiting:
            return
        data = b"".join(self._waiting)
        self._waiting, self._size = [], 0
        json = arrow("json")
        table = json.read_json(
            arrow().BufferReader(data),
            read_options=json.ReadOptions(use_threads=False, block_size=len(data)),
            parse_options=json.ParseOptions(explicit_schema=self._schema, unexpected_field_behavior="error"),
        )
        try:
            self._writer.write_table(table, row_group_size=table.num_rows)
        except OSError as error:
            raise OutputError(f"{self.path}: can't write: {error.strerror or error}") from error


def _fields(columns: Columns) -> list[Any]:
    """Arrow's fields; nothing is ever null."""
    pa = arrow()
    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
    return [
        pa.field(name, types[kind] if isinstance(kind, str) else pa.struct(_fields(kind)))
        for name, kind in columns.items()
    ]
