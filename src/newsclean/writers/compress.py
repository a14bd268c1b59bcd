"""Bytes to compressed ones, each call a whole member: members one after the other are a valid file."""

from __future__ import annotations

import bz2
import gzip
import lzma


def compress(data: bytes, ending: str) -> bytes:
    """The data as a member of a .gz, .bz2, .xz or .zst file, or as it is; the same bytes every time."""
    if not data:
        return data
    if ending == ".gz":
        return gzip.compress(data, compresslevel=6, mtime=0)
    if ending == ".bz2":
        return bz2.compress(data)
    if ending == ".xz":
        return lzma.compress(data)
    if ending == ".zst":
        import zstandard

        return zstandard.ZstdCompressor(level=3).compress(data)
    return data
