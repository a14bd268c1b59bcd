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
                self._finish()
                self._stream.flush()
                os.fsync(self._stream.fileno())
                self._stream.close()
                self._temporary.replace(self.path)
        except OSError as error:
            raise OutputError(f"{self.path}: can't write: {error.strerror}") from error
        finally:
            self._close()

    def _finish(self) -> None:
        """Write what was held back."""

    def _close(self) -> None:
        """Close whatever state the stream is in; an interrupted run's part goes, unless it is to be resumed."""
        with contextlib.suppress(OSError):  # a full disk, reported already
            self._stream.close()
        if not self.resume:
            self._temporary.unlink(missing_ok=True)


class Stream(Output):
    """Standard output, a named pipe or a device: nothing to put in place, and nothing that may be replaced."""

    def __init__(self, path: str) -> None:
        self.path = Path(path)
        if path == STDOUT and sys.stdout is None:
            raise OutputError("standard output is closed; -o FILE names another place for the records")
        try:
            self._stream = sys.stdout.buffer if path == STDOUT else self.path.open("wb")
        except OSError as error:
            raise OutputError(f"{path}: can't write here: {error.strerror}") from error

    def write(self, data: bytes) -> int:
        """Hand encoded lines on; nothing of them can be resumed."""
        try:
            self._stream.write(data)
            self._stream.flush()
        except BrokenPipeError as error:
            raise ReaderLeftError("whoever read the output was gone") from error
        except OSError as error:
            raise OutputError(f"{self.path}: can't write: {error.strerror}") from error
        return 0

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        if str(self.path) != STDOUT:
            with contextlib.suppress(OSError):  # a reader that left, reported already
                self._stream.close()


def is_stream(path: str) -> bool:
    """Whether a path is standard output, a pipe or a device, which takes bytes as they come."""
    place = Path(path)
    return path == STDOUT or (place.exists() and not place.is_file() and not place.is_dir())


def part_path(path: Path) -> Path:
    """Where an output stands until it is whole, if the run may be resumed."""
    return path.with_name(f".{path.name}.part")
