"""What people use now, over the same documents: `python peer.py NAME FILE` cleans a JSONL file's `text` (or `html`)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import orjson


def ftfy() -> Callable[[dict[str, Any]], object]:
    """ftfy.fix_text on every text."""
    import ftfy

    return lambda row: ftfy.fix_text(row["text"])


def trafilatura() -> Callable[[dict[str, Any]], object]:
    """trafilatura.extract on the page."""
    import trafilatura

    return lambda row: trafilatura.extract(row["html"])


def justext() -> Callable[[dict[str, Any]], object]:
    """The page through jusText, with English stop words."""
    import justext

    words = justext.get_stoplist("English")
    return lambda row: [p.text for p in justext.justext(row["html"].encode(), words) if not p.is_boilerplate]


def c4() -> Callable[[dict[str, Any]], object]:
    """DataTrove's C4 quality filter."""
    from datatrove.data import Document
    from datatrove.pipeline.filters import C4QualityFilter

    check = C4QualityFilter()
    return lambda row: check.filter(Document(text=row["text"], id=row["id"]))


def fineweb() -> Callable[[dict[str, Any]], object]:
    """DataTrove's FineWeb quality filter."""
    from datatrove.data import Document
    from datatrove.pipeline.filters import FineWebQualityFilter

    check = FineWebQualityFilter()
    return lambda row: check.filter(Document(text=row["text"], id=row["id"]))


PEERS = {one.__name__: one for one in (ftfy, trafilatura, justext, c4, fineweb)}


def main() -> None:
    """Run a peer over a file."""
    work = PEERS[sys.argv[1]]()
    with open(sys.argv[2], "rb") as lines:  # noqa: PTH123 - the plainest loop there is
        for line in lines:
            work(orjson.loads(line))


if __name__ == "__main__":
    main()
