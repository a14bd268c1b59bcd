"""Compressed bytes to plain ones, by the ending of a file's name."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zlib
from pathlib import Path
from typing import BinaryIO, cast

ENDINGS = (".gz", ".bz2", ".xz", ".zst")
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
        return cast("BinaryIO", _zstandard(path))
    return path.open("rb")


def _zstandard(path: Path) -> object:
    import io

    import zstandard

    raw = path.open("rb")
    return io.BufferedReader(zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True, closefd=True))
