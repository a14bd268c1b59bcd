"""JSON lines to numbered files of about one size in a folder, and a manifest that says which they are."""

from __future__ import annotations

import contextlib
import hashlib
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import orjson

from newsclean.arrow import PARQUET
from newsclean.errors import OutputError, UsageError
from newsclean.writers.compress import compress
from newsclean.writers.output import Output
from newsclean.writers.parquet import Columns, ParquetOutput

MANIFEST = "manifest.json"


class Sharding(NamedTuple):
    """How output is spread over files: bytes of JSON lines in each, before compression, and how names end."""

    size: int = 256 << 20
    ending: str = ".jsonl"


class Shards(Output):
    """A folder of part-00000.jsonl, part-00001.jsonl ..., each whole or not there; manifest.json comes last.

    A run that fails takes its shards away again.
    """

    def __init__(self, path: str, sharding: Sharding, columns: Columns) -> None:
        self.path = Path(path)
        self.sharding = sharding
        self.columns = columns
        self._done: list[dict[str, Any]] = []
        self._current: Output | None = None
        self._within = ExitStack()
        self._size = self._records = 0
        try:
            self.path.mkdir(exist_ok=True)
        except OSError as error:
            raise OutputError(f"{path}: can't write here: {error.strerror}; does the folder exist?") from error
        if any(self.path.glob("part-*")) or (self.path / MANIFEST).exists():
            raise UsageError(f"{path}: shards stand there already; remove them, or name another folder")

    def write(self, data: bytes) -> int:
        """Append JSON lines; a shard ends with the line that fills it."""
        while data:
            shard = self._current or self._begin()
            lines = _head(data, self.sharding.size - self._size)
            data = data[len(lines) :]
            compressed = "" if self.sharding.ending.endswith(PARQUET) else Path(self.sharding.ending).suffix
            shard.write(compress(lines, compressed))
            self._size += len(lines)
            self._records += lines.count(b"\n")
            if self._size >= self.sharding.size:
                self._end()
        return 0

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        whole = False
        try:
            if kind is None:
                self._finish()
                whole = True
            else:
                self._within.__exit__(kind, error, trace)
        finally:
            if not whole:
                self._remove()

    def _finish(self) -> None:
        if self._current or not self._done:
            self._current = self._current or self._begin()
            self._end()
        self._write_manifest()

    def _begin(self) -> Output:
        name = str(self.path / f"part-{len(self._done):05}{self.sharding.ending}")
        is_table = self.sharding.ending.endswith(PARQUET)
        self._current = self._within.enter_context(ParquetOutput(name, self.columns) if is_table else Output(name))
        return self._current

    def _end(self) -> None:
        """Put the shard in place and note it."""
        assert self._current
        path = self._current.path
        self._within.close()
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        self._done.append({"file": path.name, "records": self._records, "bytes": path.stat().st_size, "sha256": digest})
        self._current, self._size, self._records = None, 0, 0

    def _write_manifest(self) -> None:
        total = sum(shard["records"] for shard in self._done)
        with Output(str(self.path / MANIFEST)) as out:
            out.write(orjson.dumps({"records": total, "shards": self._done}, option=orjson.OPT_INDENT_2) + b"\n")

    def _remove(self) -> None:
        """Take away what a failed run has written."""
        with contextlib.suppress(OSError):
            for shard in self._done:
                (self.path / shard["file"]).unlink(missing_ok=True)


def _head(data: bytes, size: int) -> bytes:
    """The first lines of the data that hold at least so many bytes, or all of it."""
    end = data.find(b"\n", max(size - 1, 0)) + 1
    return data[:end] if end else data
