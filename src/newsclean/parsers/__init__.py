"""A document's source to its blocks, by the parser of its format."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

from newsclean.document import Document, Format


class Parser(Protocol):
    """A module that knows one format."""

    def parse(self, document: Document) -> None:
        """Set `document.blocks`, in source order, so that only white space and markup stand between them."""

    def lift(self, piece: str) -> str:
        """The text that a piece of source says, markup taken off, white space as single blanks."""


def parser_for(format_: Format) -> Parser:
    """The parser of a format, imported on first use: bs4 and markdown-it are slow to load."""
    if format_ == "html":
        from newsclean.parsers import html

        return cast("Parser", html)
    if format_ == "markdown":
        from newsclean.parsers import markdown

        return cast("Parser", markdown)
    from newsclean.parsers import text

    return cast("Parser", text)


def parse(document: Document) -> None:
    """Split `document.source` into blocks by `document.format`."""
    parser_for(document.format).parse(document)


def lifter(document: Document) -> Callable[[str], str]:
    """What turns a piece of this document's source into its text."""
    return parser_for(document.format).lift
