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
from newsclean.readers.compressed import DAMAGE, bare_name, open_binary
from newsclean.readers.parquet import read_parquet
from newsclean.readers.raw import ROWS, Input, Raw, damaged, over_limit, reason

DOCUMENTS = (".txt", ".md", ".markdown", ".html", ".htm")
STDIN = "-"
_KNOWN = (*DOCUMENTS, *ROWS)
_SKIP = 1 << 20  # bytes read at a time of a line that is passed over


def expand(paths: Sequence[str]) -> list[Input]:
    """The files that paths, folders and globs stand for, folders walked in sorted order.

    Raises:
        UsageError: a path doesn't exist, a folder holds nothing that can be read, or a glob matches nothing.
    """
    return [one for path in paths for one in _expand(path)]


def _expand(path: str) -> Iterator[Input]:
    if path == STDIN:
        yield Input(STDIN, "stdin")
    elif os.path.isdir(path):
        found = list(_walk(path))
        if not found:
            known = " ".join((*DOCUMENTS, *ROWS))
            raise UsageError(
                f"{path}: no documents in this folder; newsclean reads {known}, also .gz .bz2 .xz .zst, and {PARQUET}"
            )
        yield from found
    elif os.path.lexists(path):
        yield Input(path, os.path.basename(path))
    else:
        matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []
        if not matches:
            raise UsageError(f"{path}: no such file or folder; give a file, a folder, a glob, or - for standard input")
        for match in matches:
            if os.path.isdir(match):
                yield from _walk(match)
            else:
                yield Input(match, os.path.basename(match))


def _walk(folder: str) -> Iterator[Input]:
    """The folder's documents in sorted order; links to folders are not followed, so that none is walked twice."""
    for where, folders, names in os.walk(folder):
        folders.sort()
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in sorted(names):
            if not name.startswith(".") and (
                bare_name(name.lower()).endswith(_KNOWN) or name.lower().endswith(PARQUET)
            ):
                path = os.path.join(where, name)
                yield Input(path, os.path.relpath(path, folder).replace(os.sep, "/"), found=True)


def read(inputs: Sequence[Input], *, max_bytes: int) -> Iterator[Raw]:
    """The raw documents of all inputs, in order; what can't be read comes as a `Raw` with an error."""
    for one in inputs:
        try:
            if one.path == STDIN:
                yield from _standard_input(one, max_bytes)
            elif one.found and not stat.S_ISREG(os.stat(one.path).st_mode):
                yield Raw.failed(one, 0, "can't read: not a regular file; name it to read it")
            elif one.is_parquet:
                yield from read_parquet(one, max_bytes)
            else:
                with open_binary(Path(one.path)) as stream:
                    if one.holds_rows:
                        yield from read_rows(one, stream, max_bytes)
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


def _standard_input(one: Input, max_bytes: int) -> Iterator[Raw]:
    """Rows if the first line that holds something is a JSON object, else one document."""
    stream = sys.stdin.buffer
    first = stream.readline(max_bytes + 1)
    line = 1
    blank = b""
    while first.isspace() and len(blank) <= max_bytes:
        blank += first
        first = stream.readline(max_bytes + 1)
        line += 1
    begin = first.removeprefix(b"\xef\xbb\xbf").strip()
    if begin.startswith(b"{") and begin.endswith(b"}"):
        yield Raw(one.name, one.path, line, first, is_row=True)
        yield from read_rows(one, stream, max_bytes, line=line + 1)
    elif blank + first:
        yield _document(one, blank + first + stream.read(max_bytes + 1), max_bytes)
