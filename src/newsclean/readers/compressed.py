"""Compressed bytes to plain ones, by the ending of a file's name."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from typing_extensions import Buffer

ENDINGS = (".gz", ".bz2", ".xz", ".zst")
_CHUNK = 1 << 14  # compressed bytes read at a time; few, as they may stand for very many
# What the decompressors raise for damaged or cut-off files, OSError aside.
DAMAGE = (EOFError, lzma.LZMAError, zlib.error, ValueError)


def bare_name(name: str) -> str:
    """A file's name without the ending of its compression."""
    return next((name.removesuffix(ending) for ending in ENDINGS if name.endswith(ending)), name)


def open_binary(path: Path) -> BinaryIO:
    """The file's content as a stream of bytes, decompressed."""
    ending = path.suffix.lower()
    if ending == ".gz":
        return cast("BinaryIO", gzip.open(path, "rb"))
    if ending == ".bz2":
        return cast("BinaryIO", bz2.open(path, "rb"))
    if ending == ".xz":
        return cast("BinaryIO", lzma.open(path, "rb"))
    if ending == ".zst":
        return cast("BinaryIO", io.BufferedReader(_Zstandard(path), 1 << 17))
    return path.open("rb")


class _Zstandard(io.RawIOBase):
    """A Zstandard file's content; zstandard's own reader takes a file that is cut off for one that ends."""

    def __init__(self, path: Path) -> None:
        from zstandard import ZstdDecompressor, ZstdError

        self._raw = path.open("rb")
        self._new_frame = ZstdDecompressor().decompressobj
        self._error = ZstdError
        self._frame = self._new_frame()
        self._within = False
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer).cast("B")
        while not self._ready and self._fill():
            pass
        count = min(len(view), len(self._ready))
        view[:count], self._ready = self._ready[:count], self._ready[count:]
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()

    def _fill(self) -> bool:
        """Decompress the next bytes of the file; whether there were any."""
        data = self._frame.unused_data if self._frame.eof else b""
        data = data or self._raw.read(_CHUNK)
        if self._frame.eof:
            self._frame, self._within = self._new_frame(), False
        if not data:
            if self._within:
                raise EOFError("the file ends before its last frame does")
            return False
        self._within = True
        try:
            self._ready = memoryview(self._frame.decompress(data))
        except self._error as error:
            raise ValueError(str(error)) from error
        return True
