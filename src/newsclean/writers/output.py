"""One table's lines to its place: a file beside its temporary name until it is whole, or standard output."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

from newsclean.errors import OutputError

STDOUT = "-"


class Output:
    """A table being written. Leaving the `with` block puts the file in place; leaving it by an error removes it."""

    def __init__(self, path: str) -> None:
        self.path = Path(path)
        try:
            handle, name = tempfile.mkstemp(prefix=f".{self.path.name}.", suffix=".part", dir=self.path.parent)
        except OSError as error:
            raise OutputError(f"{path}: can't write here: {error.strerror}; does the folder exist?") from error
        self._temporary = Path(name)
        self._raw: BinaryIO = os.fdopen(handle, "wb")
        self._stream = _compressing(self._raw, self.path.suffix.lower())

    def write(self, data: bytes) -> None:
        """Append encoded lines.

        Raises:
            OutputError: the disk is full or gone; the temporary file is removed on leaving.
        """
        try:
            self._stream.write(data)
        except OSError as error:
            raise OutputError(f"{self.path}: can't write: {error.strerror}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        try:
            if kind is None:
                self._finish()
        except OSError as error:
            raise OutputError(f"{self.path}: can't write: {error.strerror}") from error
        finally:
            self._raw.close()
            self._temporary.unlink(missing_ok=True)

    def _finish(self) -> None:
        if self._stream is not self._raw:
            self._stream.close()
        self._raw.flush()
        os.fsync(self._raw.fileno())
        mask = os.umask(0)
        os.umask(mask)
        self._temporary.chmod(0o666 & ~mask)
        self._temporary.replace(self.path)


class _Stdout(Output):
    """Standard output: nothing to put in place."""

    def __init__(self) -> None:
        self._stream = self._raw = sys.stdout.buffer

    def write(self, data: bytes) -> None:
        self._stream.write(data)

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        if kind is None:
            self._stream.flush()


def open_output(path: str) -> Output:
    """The place that a path names; "-" is standard output, an ending like .gz compresses."""
    return _Stdout() if path == STDOUT else Output(path)


def _compressing(raw: BinaryIO, ending: str) -> BinaryIO:
    """A stream that compresses into `raw`, the same bytes for the same content."""
    if ending == ".gz":
        return cast("BinaryIO", gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=raw, mtime=0))
    if ending == ".bz2":
        return cast("BinaryIO", bz2.BZ2File(raw, "wb"))
    if ending == ".xz":
        return cast("BinaryIO", lzma.LZMAFile(raw, "wb"))
    if ending == ".zst":
        import zstandard

        return cast("BinaryIO", zstandard.ZstdCompressor(level=3).stream_writer(raw, closefd=False))
    return raw
