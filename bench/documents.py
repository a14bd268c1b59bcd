"""The documents of a measurement: the renderings of ../shared/bench, repeated, or articles made of the fixtures."""

from __future__ import annotations

import gzip
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import orjson

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared" / "bench"
FIXTURES = HERE.parent / "tests" / "fixtures"


class Source(NamedTuple):
    """A document to repeat: its text, and the HTML of the same page, or ""."""

    id: str
    text: str
    html: str


def sources(rendering: str) -> list[Source]:
    """The documents of a rendering, or those of the fixtures where there is none."""
    folder = SHARED / "render" / rendering
    if not folder.is_dir():
        return [Source(path.stem, path.read_text("utf-8"), "") for path in sorted((FIXTURES / "keeps").glob("*.txt"))]
    pages = {path.name.split(".")[0]: path for path in (SHARED / "html").iterdir()}
    return [Source(path.stem, path.read_text("utf-8"), page(pages[path.stem])) for path in sorted(folder.iterdir())]


def page(path: Path) -> str:
    """The HTML of a compressed page."""
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")


def write(path: Path, found: list[Source], megabytes: float, *, html: bool = False) -> int:
    """A JSONL file of the documents, repeated up to so many megabytes of text; how many there are."""
    size = count = 0
    with path.open("wb") as out:
        for one in cycle(found):
            row = {"id": f"{one.id}-{count}", "text": one.text, **({"html": one.html} if html else {})}
            out.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
            size, count = size + len(one.text.encode()), count + 1
            if size >= megabytes * 1e6:
                break
    return count
