"""Paths to raw documents: what is read, in which order, and under which id."""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from newsclean.arrow import PARQUET
from newsclean.errors import UsageError
from newsclean.readers.compressed import DAMAGE, open_binary
from newsclean.readers.naming import Source, distinct
from newsclean.readers.parquet import read_parquet
from newsclean.readers.raw import DOCUMENTS, ROWS, STDIN, WIDE_ROWS, Input, Raw, damaged, is_wide, over_limit, reason

_SKIP = 1 << 20  # bytes read at a time of a line that is passed over


def expand(paths: Sequence[str], skipped: list[str] | None = None) -> list[Input]:
    """The files that paths, folders and globs stand for, folders walked in sorted order.

    `skipped` gets the paths of what is passed over in folders because its ending isn't known. If two files go by one
    name, all names begin with the folder's.

    Raises:
        UsageError: a path doesn't exist, a folder holds nothing that can be read, or a glob matches nothing.
    """
    passed: list[str] = [] if skipped is None else skipped
    return distinct([one for path in paths for one in _expand(path, passed)])


def _expand(path: str, skipped: list[str]) -> Iterator[Source]:
    if path == STDIN:
        yield "", Input(STDIN, "stdin")
    elif os.path.isdir(path):
        found = list(_walk(path, skipped))
        if not found:
            known = " ".join((*DOCUMENTS, *ROWS))
            raise UsageError(
                f"{path}: no documents in this folder; newsclean reads {known}, also .gz .bz2 .xz .zst, and {PARQUET}"
            )
        yield from found
    elif os.path.lexists(path):
        yield _named(path)
    else:
        matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []
        if not matches:
            raise UsageError(f"{path}: no such file or folder; give a file, a folder, a glob, or - for standard input")
        for match in matches:
            if os.path.isdir(match):
                yield from _walk(match, skipped)
            else:
                yield _named(match)


def _named(path: str) -> Source:
    return os.path.dirname(path), Input(path, os.path.basename(path))


def _walk(folder: str, skipped: list[str]) -> Iterator[Source]:
    """The folder's documents in sorted order; links to folders are not followed, so that none is walked twice."""
    for where, folders, names in os.walk(folder):
        folders.sort()
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in sorted(names):
            if name.startswith("."):
                continue
            path = os.path.join(where, name)
            one = Input(path, os.path.relpath(path, folder).replace(os.sep, "/"), found=True)
            if one.is_untold:
                skipped.append(path)
            else:
                yield folder, one


def read(inputs: Sequence[Input], *, max_bytes: int) -> Iterator[Raw]:
    """The raw documents of all inputs, in order; what can't be read comes as a `Raw` with an error."""
    for one in inputs:
        try:
            if one.path == STDIN:
                yield from _untold(one, sys.stdin.buffer, max_bytes)
            elif one.found and not stat.S_ISREG(os.stat(one.path).st_mode):
                yield Raw.failed(one, 0, "can't read: not a regular file; name it to read it")
            elif one.is_parquet:
                yield from read_parquet(one, max_bytes)
            else:
                with open_binary(Path(one.path)) as stream:
                    if one.holds_rows:
                        yield from read_rows(one, stream, max_bytes)
                    elif one.is_untold:
                        yield from _untold(one, stream, max_bytes)
                    else:
                        yield _document(one, stream.read(max_bytes + 1), max_bytes)
        except (OSError, *DAMAGE) as error:
            yield Raw.failed(one, 0, reason(error))


def read_rows(one: Input, stream: BinaryIO, max_bytes: int, *, line: int = 1, size: int = sys.maxsize) -> Iterator[Raw]:
    """A raw document a line, blank lines left out, from line number `line` on, for at most `size` bytes.

    A line over the limit is passed over without being held whole.
    """
    while size > 0:
        try:
            data = stream.readline(max_bytes + 1)
            size -= len(data)
            if not data:
                return
            if len(data) > max_bytes and not data.endswith(b"\n"):
                size -= _skip_line(stream)
                yield Raw.failed(one, line, f"line {over_limit(max_bytes // 4)}")
            elif line == 1 and is_wide(data):
                yield Raw.failed(one, 0, WIDE_ROWS)
                return
            elif not data.isspace():
                yield Raw(one.name, one.path, line, data, is_row=True)
        except (OSError, *DAMAGE) as error:
            yield Raw.failed(one, line, damaged(error))
            return
        line += 1


def _skip_line(stream: BinaryIO) -> int:
    """Bytes passed over to the end of the line."""
    passed = 0
    while data := stream.readline(_SKIP):
        passed += len(data)
        if data.endswith(b"\n"):
            break
    return passed


def _document(one: Input, data: bytes, max_bytes: int) -> Raw:
    if len(data) > max_bytes:
        return Raw.failed(one, 0, over_limit(max_bytes // 4))
    return Raw(one.name, one.path, 0, data)


def _untold(one: Input, stream: BinaryIO, max_bytes: int) -> Iterator[Raw]:
    """Rows if the first line that holds something is a JSON object, else one document."""
    first, blank, line = _first_line(stream, max_bytes)
    if is_row(first) and is_wide(first):
        yield Raw.failed(one, 0, WIDE_ROWS)
    elif is_row(first):
        yield Raw(one.name, one.path, line, first, is_row=True)
        yield from read_rows(one, stream, max_bytes, line=line + 1)
    elif blank + first or one.path != STDIN:
        yield _document(one, blank + first + stream.read(max_bytes + 1), max_bytes)


def _first_line(stream: BinaryIO, max_bytes: int) -> tuple[bytes, bytes, int]:
    """The first line that holds something, the blank ones before it, and its number."""
    first = stream.readline(max_bytes + 1)
    line = 1
    blank = b""
    while first.isspace() and len(blank) <= max_bytes:
        blank += first
        first = stream.readline(max_bytes + 1)
        line += 1
    return first, blank, line


def is_row(line: bytes) -> bool:
    """Whether a line looks like a JSON object."""
    mark = b"\0\xff\xfe" if is_wide(line) else b""  # and what stands between ASCII in UTF-16
    begin = line.removeprefix(b"\xef\xbb\xbf").translate(None, mark).strip()
    return begin.startswith(b"{") and begin.endswith(b"}")


def begins_with_row(path: str, max_bytes: int) -> bool:
    """Whether a file's first line that holds something looks like a JSON object; False where it can't be read."""
    try:
        with open_binary(Path(path)) as stream:
            return is_row(_first_line(stream, max_bytes)[0])
    except (OSError, *DAMAGE):
        return False
