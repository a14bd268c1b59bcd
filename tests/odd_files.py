"""Inputs too large or too odd to lie in a repository, each built by name in a folder of its own."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import zstandard

RAIN = "Rain fell on the harbour all night, and the boats stayed in until the morning ferry came."
LONG = "".join(f"Boat {number * 7919 % 10007:x} sailed at dawn. " for number in range(4000)).encode()
_ROW = json.dumps({"text": RAIN}).encode() + b"\n"
_CODE_POINTS = (*range(32, 0xD800), *range(0xE000, 0x30000))
_LAST: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.compress,
}


def _half(name: str) -> Callable[[Path], None]:
    """A compressed file of which the second half is missing."""

    def build(folder: Path) -> None:
        whole = _LAST[Path(name).suffix](LONG)
        (folder / name).write_bytes(whole[: len(whole) // 2])

    return build


def _hurt(name: str) -> Callable[[Path], None]:
    """A compressed file with other bytes in its middle."""

    def build(folder: Path) -> None:
        whole = bytearray(_LAST[Path(name).suffix](LONG))
        middle = len(whole) // 2
        whole[middle : middle + 64] = bytes(64)
        (folder / name).write_bytes(whole)

    return build


def _file(name: str, make: Callable[[], bytes]) -> Callable[[Path], None]:
    return lambda folder: _written(folder / name, make())


def _written(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _bomb(folder: Path) -> None:
    """200 MB of zeroes in a small file."""
    with gzip.open(folder / "a.txt.gz", "wb", compresslevel=1) as out:
        for _ in range(200):
            out.write(bytes(1_000_000))


def _row_bomb(folder: Path) -> None:
    """A row of 200 MB between two small ones."""
    with gzip.open(folder / "a.jsonl.gz", "wb", compresslevel=1) as out:
        out.write(_ROW + b'{"text": "')
        for _ in range(200):
            out.write(b"x" * 1_000_000)
        out.write(b'"}\n' + _ROW)


def _loop(folder: Path) -> None:
    _written(folder / "deep" / "a.txt", RAIN.encode())
    (folder / "deep" / "again").symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to("self.txt")


def _broken_link(folder: Path) -> None:
    (folder / "gone.txt").symlink_to("nowhere.txt")


def _broken_row_link(folder: Path) -> None:
    (folder / "gone.jsonl").symlink_to("nowhere.jsonl")


def _folders_named_as_files(folder: Path) -> None:
    _written(folder / "x.txt" / "a.txt", RAIN.encode())
    _written(folder / "y.jsonl" / "b.jsonl", _ROW)


def _pipe(name: str) -> Callable[[Path], None]:
    """A named pipe that nobody writes to."""
    return lambda folder: os.mkfifo(folder / name)


def _device(folder: Path) -> None:
    (folder / "zero.txt").symlink_to("/dev/zero")


def _row_device(folder: Path) -> None:
    (folder / "zero.jsonl").symlink_to("/dev/zero")


def _names(*names: str | bytes) -> Callable[[Path], None]:
    """A small document under each of the names."""

    def build(folder: Path) -> None:
        for name in names:
            _written(folder / os.fsdecode(name), RAIN.encode())

    return build


def _nested_rows(folder: Path) -> None:
    _written(folder / "a" / "b.jsonl", _ROW)
    _written(folder / "a" / "c" / "d.ndjson", _ROW)


def _unreadable(folder: Path) -> None:
    _written(folder / "a.txt", RAIN.encode())
    (folder / "a.txt").chmod(0)


def _archive(folder: Path) -> None:
    with zipfile.ZipFile(folder / "a.txt", "w") as out:
        out.writestr("b.txt", RAIN)


def _many(folder: Path) -> None:
    for number in range(600):
        _written(folder / f"{number:03}.txt", f"{RAIN} {number}".encode())


def _json_depth(levels: int) -> bytes:
    return b'{"text": "Rain.", "x": ' + b"[" * levels + b"]" * levels + b"}\n" + _ROW


def _text(name: str, make: Callable[[], str]) -> Callable[[Path], None]:
    return _file(name, lambda: make().encode())


BUILDERS: dict[str, Callable[[Path], None]] = {
    **{f"half {ending}": _half(f"a.txt{ending}") for ending in _LAST},
    **{f"hurt {ending}": _hurt(f"a.txt{ending}") for ending in _LAST},
    **{f"half rows {ending}": _half(f"a.jsonl{ending}") for ending in _LAST},
    "gz of gz": _file("a.txt.gz", lambda: gzip.compress(gzip.compress(RAIN.encode()))),
    "gz of gz by name": _file("a.txt.gz.gz", lambda: gzip.compress(gzip.compress(RAIN.encode()))),
    "garbage after gzip": _file("a.txt.gz", lambda: gzip.compress(RAIN.encode()) + b"garbage"),
    "zeroes after gzip": _file("a.txt.gz", lambda: gzip.compress(RAIN.encode()) + bytes(512)),
    "garbage after zstd": _file("a.txt.zst", lambda: zstandard.compress(RAIN.encode()) + b"garbage"),
    "garbage after rows": _file("a.jsonl.gz", lambda: gzip.compress(_ROW * 3) + b"garbage"),
    "two members": _file("a.jsonl.gz", lambda: gzip.compress(_ROW) + gzip.compress(_ROW)),
    "empty member": _file("a.txt.gz", lambda: gzip.compress(b"")),
    "50 MB on one line": _file("a.txt", lambda: b"Rain fell on the town. " * 2_200_000),
    "50 MB in one row": _file("a.jsonl", lambda: b'{"text": "' + b"Rain. " * 8_500_000 + b'"}\n' + _ROW),
    "100 MB in one row": _file("a.jsonl", lambda: b'{"text": "' + b"x" * 100_000_000 + b'"}\n' + _ROW),
    "1 MB on one line": _file("a.txt", lambda: b"Rain fell on the town. " * 45_000),
    "1 MB without a blank": _file("a.txt", lambda: b"x" * 1_000_000),
    "bomb": _bomb,
    "row bomb": _row_bomb,
    "loop": _loop,
    "broken link": _broken_link,
    "broken link to rows": _broken_row_link,
    "folders named as files": _folders_named_as_files,
    "pipe": _pipe("a.txt"),
    "pipe of rows": _pipe("a.jsonl"),
    "device": _device,
    "device of rows": _row_device,
    "unreadable": _unreadable,
    "archive": _archive,
    "many": _many,
    "name with a newline": _names("two\nlines.txt"),
    "name with quotes": _names("it's \"quoted\" & <b>.txt"),
    "name with emoji": _names("dépêche 🚀.txt"),
    "name that is no UTF-8": _names(b"caf\xe9.txt"),
    "name with a backslash": _names("a\\b.txt"),
    "name with control characters": lambda folder: _written(folder / "bell\x07 \x1b[31mred.txt", b"\0"),
    "long name": _names("n" * 250 + ".txt"),
    "long path": _names("/".join(["d" * 200] * 10) + "/a.txt"),
    "hidden": _names(".a.txt", ".git/b.txt", "c.txt", "d.txt~", "#e.txt#"),
    "only hidden": _names(".a.txt", ".b.md"),
    "upper-case endings": _names("A.TXT", "B.Md", "C.HTML"),
    "upper-case rows": _file("A.JSONL.GZ", lambda: gzip.compress(_ROW * 2)),
    "nested rows": _nested_rows,
    "deep JSON": _file("a.jsonl", lambda: _json_depth(200_000)),
    "JSON 500 deep": _file("a.jsonl", lambda: _json_depth(500)),
    "many keys": _file("a.jsonl", lambda: json.dumps({f"k{n}": n for n in range(50_000)} | {"text": RAIN}).encode()),
    "5,000 nested divs": _text("a.html", lambda: "<div>" * 5000 + f"<p>{RAIN}</p>" + "</div>" * 5000),
    "5,000 open divs": _text("a.html", lambda: f"<html><body><p>{RAIN}</p>" + "<div>" * 5000),
    "10,000 nested tags": _text("a.html", lambda: f"<p>{RAIN}</p>" + "<b><i><span>" * 3334 + RAIN),
    "nested tables": _text("a.html", lambda: "<table><tr><td>" * 2000 + RAIN),
    "10,000 links": _text("a.html", lambda: f"<p>{RAIN}</p>" + "<a href='/x'>Snow</a> " * 10_000),
    "100,000 attributes": _text("a.html", lambda: "<p " + "a='b' " * 100_000 + f">{RAIN}</p>"),
    "100,000 entities": _text("a.html", lambda: f"<p>{RAIN}</p><p>" + "&amp;" * 100_000 + "</p>"),
    "open comment": _text("a.html", lambda: f"<html><body><p>{RAIN}</p><!--" + "x" * 1_000_000),
    "100,000 < in a row": _text("a.html", lambda: f"<p>{RAIN}</p>" + "<" * 100_000),
    "10,000 brackets": _text("a.md", lambda: f"# Rain\n\n{RAIN}\n\n" + "[" * 10_000),
    "10,000 images": _text("a.md", lambda: f"# Rain\n\n{RAIN}\n\n" + "![" * 10_000),
    "10,000 bracket pairs": _text("a.md", lambda: f"# Rain\n\n{RAIN}\n\n" + "[" * 10_000 + "a" + "](b)" * 10_000),
    "10,000 quotes": _text("a.md", lambda: f"# Rain\n\n{RAIN}\n\n" + ">" * 10_000 + " deep"),
    "10,000 lists": _text("a.md", lambda: f"# Rain\n\n{RAIN}\n\n" + "- " * 10_000 + "deep"),
    "10,000 stars": _text("a.md", lambda: f"# Rain\n\n{RAIN}\n\n" + "*a **b " * 10_000),
    "10,000 backticks": _text("a.md", lambda: f"# Rain\n\n{RAIN}\n\n" + "".join("`" * n + "a" for n in range(400))),
    "10,000 definitions": _text("a.md", lambda: f"# Rain\n\n{RAIN}\n\n" + "[a]: /x\n" * 10_000),
    "10,000 markdown links": _text("a.md", lambda: f"# Rain\n\n{RAIN}\n\n" + "[Snow](/x) " * 10_000),
    "10,000 cells": _text("a.md", lambda: f"# Rain\n\n{RAIN}\n\n|a|b|\n|-|-|\n" + "|" * 10_000),
    "100,000 combining marks": _text("a.txt", lambda: f"{RAIN}\nZ" + "\u0301" * 100_000),
    "100,000 quotation marks": _text("a.txt", lambda: f"{RAIN}\n" + "“" * 100_000),
    "10,000 opened quotations": _text("a.txt", lambda: f"{RAIN}\nPlease support our journalism. " + "„«「" * 3300),
    "50,000 dashes": _text("a.txt", lambda: f"{RAIN}\n" + "-" * 50_000),
    "5,000 cues": _text("a.txt", lambda: f"{RAIN}\n" + "Please support our journalism. " * 5000),
    "1,000 cues with entities": _text("a.txt", lambda: f"{RAIN}\n" + "Please support our journalism &amp; us. " * 1000),
    "5,000 dates": _text("a.txt", lambda: f"{RAIN}\n" + "September 9, 2019\n" * 5000),
    "5,000 bylines": _text("a.txt", lambda: "By Ann Field\n" * 5000 + RAIN),
    "every code point": _text("a.txt", lambda: f"{RAIN}\n" + "".join(map(chr, _CODE_POINTS))),
}  # fmt: skip
