"""Inputs to pieces of half a megabyte, cut alike whatever the number of workers, each read where it is cleaned."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from newsclean.arrow import PARQUET
from newsclean.readers.compressed import ENDINGS
from newsclean.readers.files import begins_with_row, read, read_rows
from newsclean.readers.raw import STDIN, Input, Raw, is_wide, reason

PIECE = 1 << 19  # bytes: some 90 articles, so that a long run ends at about the same time in every worker
_FILES = 256  # files in a piece at most


class Piece(NamedTuple):
    """Work for one worker: whole files, a range of a file's lines, or raw documents that came from a stream.

    `start` and `size` are bytes, `line` is the number of the range's first line.
    """

    files: tuple[Input, ...] = ()
    start: int = 0
    size: int = 0
    line: int = 0
    raws: tuple[Raw, ...] = ()


def plan(inputs: Sequence[Input], *, max_bytes: int) -> Iterator[Piece]:
    """The pieces of all inputs, in order."""
    files: list[Input] = []
    gathered = 0
    for one in inputs:
        alone = one.path == STDIN or one.holds_rows or (one.is_untold and not _is_document(one, max_bytes))
        size = 0 if alone else _size(one.path)
        if files and (alone or gathered + size > PIECE or len(files) >= _FILES):
            yield Piece(files=tuple(files))
            files, gathered = [], 0
        if not alone:
            files.append(one)
            gathered += size
        elif one.path != STDIN and not one.path.lower().endswith((*ENDINGS, PARQUET)) and Path(one.path).is_file():
            yield from _ranges(one)
        else:
            yield from gather(read([one], max_bytes=max_bytes))
    if files:
        yield Piece(files=tuple(files))


def read_piece(piece: Piece, *, max_bytes: int) -> Iterator[Raw]:
    """The raw documents of a piece, in order."""
    if piece.raws:
        yield from piece.raws
    elif piece.size:
        one = piece.files[0]
        try:
            with Path(one.path).open("rb") as stream:
                stream.seek(piece.start)
                yield from read_rows(one, stream, max_bytes, line=piece.line, size=piece.size)
        except OSError as error:
            yield Raw.failed(one, piece.line, reason(error))
    else:
        yield from read(piece.files, max_bytes=max_bytes)


def _is_document(one: Input, max_bytes: int) -> bool:
    """Whether a file of which only the first line tells is one document; a pipe can be read but once."""
    return Path(one.path).is_file() and not begins_with_row(one.path, max_bytes)


def size_of(piece: Piece) -> int:
    """Bytes of input that a piece stands for."""
    return piece.size or sum(len(raw.data) for raw in piece.raws) or sum(_size(one.path) for one in piece.files)


def total_size(inputs: Sequence[Input]) -> int:
    """Bytes that will be read, 0 if nobody can say before."""
    if any(one.path == STDIN or one.path.lower().endswith((*ENDINGS, PARQUET)) for one in inputs):
        return 0
    return sum(_size(one.path) for one in inputs)


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116 - one call a file, on millions of them
    except OSError:
        return 0


def _ranges(one: Input) -> Iterator[Piece]:
    """Ranges of a plain file that end where a line does; an unreadable file is a piece of its own, to be rejected."""
    try:
        with Path(one.path).open("rb") as stream:
            start, line = 0, 1
            while data := stream.read(PIECE):
                if line == 1 and is_wide(data):
                    yield Piece(files=(one,))  # to be rejected as a whole
                    return
                size, lines = len(data), data.count(b"\n")
                while not data.endswith(b"\n") and (data := stream.readline(PIECE)):
                    size += len(data)
                    lines += data.count(b"\n")
                yield Piece(files=(one,), start=start, size=size, line=line)
                start, line = start + size, line + lines
    except OSError:
        yield Piece(files=(one,))


def gather(raws: Iterable[Raw]) -> Iterator[Piece]:
    """Raw documents that must be read in one go, as a stream's, in lots of about the same size."""
    lot: list[Raw] = []
    gathered = 0
    for raw in raws:
        lot.append(raw)
        gathered += len(raw.data)
        if gathered >= PIECE:
            yield Piece(raws=tuple(lot))
            lot, gathered = [], 0
    if lot:
        yield Piece(raws=tuple(lot))
