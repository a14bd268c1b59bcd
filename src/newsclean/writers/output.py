"""One table's lines to its place: a file beside its temporary name until it is whole, or standard output."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from newsclean.errors import OutputError, ReaderLeftError

STDOUT = "-"


class Output:
    """A table being written. Leaving the `with` block puts the file in place; leaving it by an error removes it.

    With `resume`, what an interrupted run has written stays for the next one, up to `size` bytes of it.
    """

    def __init__(self, path: str, *, resume: bool = False, size: int = 0) -> None:
        self.path = Path(path)
        self.resume = resume
        self._temporary = (
            part_path(self.path) if resume else self.path.with_name(f".{self.path.name}.{os.getpid()}.part")
        )
        try:
            if size and not self._temporary.exists() and self.path.stat().st_size == size:
                self.path.replace(self._temporary)  # killed after this output was put in place, before another one was
            self._stream: BinaryIO = self._temporary.open("r+b" if size else "wb")
            if size:
                self._stream.truncate(size)
                self._stream.seek(size)
        except OSError as error:
            raise OutputError(f"{path}: can't write here: {error.strerror}; does the folder exist?") from error

    def write(self, data: bytes) -> int:
        """Append encoded lines; the number of bytes that stand there now.

        Raises:
            OutputError: the disk is full or gone.
        """
        try:
            self._stream.write(data)
            self._stream.flush()
            return self._stream.tell()
        except OSError as error:
            raise OutputError(f"{self.path}: can't write: {error.strerror}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        try:
            if kind is None:
                self._stream.flush()
                os.fsync(self._stream.fileno())
                self._stream.close()
                self._temporary.replace(self.path)
        except OSError as error:
            raise OutputError(f"{self.path}: can't write: {error.strerror}") from error
        finally:
            self._close()

    def _close(self) -> None:
        """Close whatever state the stream is in; an interrupted run's part goes, unless it is to be resumed."""
        with contextlib.suppress(OSError):  # a full disk, reported already
            self._stream.close()
        if not self.resume:
            self._temporary.unlink(missing_ok=True)


class _Stdout(Output):
    """Standard output: nothing to put in place."""

    def __init__(self) -> None:
        self._stream = sys.stdout.buffer

    def write(self, data: bytes) -> int:
        try:
            self._stream.write(data)
            self._stream.flush()
        except BrokenPipeError as error:
            raise ReaderLeftError("standard output was closed") from error
        return 0

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        pass


def open_output(path: str, *, resume: bool = False, size: int = 0) -> Output:
    """The place that a path names; "-" is standard output."""
    return _Stdout() if path == STDOUT else Output(path, resume=resume, size=size)


def part_path(path: Path) -> Path:
    """Where an output stands until it is whole, if the run may be resumed."""
    return path.with_name(f".{path.name}.part")
