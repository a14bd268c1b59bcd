"""A parsed document in the shape of the golden files: a dictionary a block, defaults left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from newsclean.document import Document, Format
from newsclean.parsers import parse


def parsed(source: str, format_: Format) -> Document:
    """The source as a document with its blocks."""
    document = Document("case", source, format=format_)
    parse(document)
    return document


def shape(document: Document) -> list[dict[str, Any]]:
    """Kind and text of every block, its source where that reads otherwise, its links, and whether it goes on."""
    return [
        {
            "kind": block.kind,
            "text": block.text,
            **({"source": raw} if (raw := document.source[block.start : block.end]) != block.text else {}),
            **({"links": [list(link) for link in block.links]} if block.links else {}),
            **({"joined": True} if block.joined else {}),
        }
        for block in document.blocks
    ]


def read(path: Path) -> str:
    """A source file with its line ends as they are."""
    return path.read_bytes().decode("utf-8")


def expected(path: Path) -> list[dict[str, Any]]:
    """The golden blocks of a file."""
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found
