"""Markdown of the simplest kind to what markdown-it would say of it, in a tenth of the time; nothing for any other."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.document import Kind, Link
from newsclean.expressions import expression


class Said(NamedTuple):
    """Something that a document says: its kind, raw inline content, first line, and the line after its last."""

    kind: Kind
    content: str
    first: int
    last: int


class Piece(NamedTuple):
    """A line of inline content: what it says and what it points at."""

    text: str
    links: tuple[Link, ...] = ()


# Lines that are text whatever stands around them, headings, items of one line or empty, and rules. What may open
# anything else (a number, a quotation, a table, a fence, HTML, an indented line) is left to markdown-it, and so are
# blanks at the end of a line, which may be a break.
_TEXT = r"(?:[^\s\d\[#>|:=<+*_`~-]|\[(?!\^)|\d(?!\d{0,8}[.)](?:\s|$))|[*_]+[^\s*_])(?:.*\S)?"
_LINE = expression(
    rf"(?:(?P<text>{_TEXT})|#{{1,6}} +(?P<heading>[^\s#](?:.*[^\s#])?)|(?P<bare>#{{1,6}} *)|[*+-] (?P<item>{_TEXT})"
    r"|(?P<rule>(?:-{3,}|\*{3,}|_{3,}|[*+-]) *)| *)\Z"
)
# Inline content in which each mark can only mean one thing.
_PLAIN = r"[^\[\]*_\\`!&<~\n]"
_PARTS = expression(
    rf"(?P<plain>{_PLAIN}+|!(?!\[)|&(?![#\w]))"
    rf"|(?P<bracket>\[{_PLAIN}*\](?![(\[:]))"
    rf"|\[(?P<label>{_PLAIN}*)\]\((?P<url>(?:https?://[a-z0-9.-]+(?=[/)])|/(?!/))(?:[A-Za-z0-9/.,?=#+:@&~_-]|%[0-9A-Fa-f]{{2}})*)\)"
    rf"|(?:(?<=[ (])|\A)(?P<marks>\*\*?|__?)(?P<stressed>(?!\s){_PLAIN}+(?<!\s))(?P=marks)(?=[ .,;:!?)]|\Z)"
)


def said(source: str) -> list[Said] | None:
    """What a document says, in order; None unless it holds paragraphs, headings and items of one line only."""
    if "\t" in source or "\r" in source or ("]:" in source and "[" in source):
        return None
    found: list[Said] = []
    open_: tuple[Kind, int, list[str]] | None = None
    for number, line in enumerate(f"{source}\n".split("\n")):
        match = _LINE.match(line)
        # A paragraph before dashes is a heading, and may go on with what else would be an empty item.
        if not match or (open_ and match["rule"] and line[:3] not in {"***", "___"}):
            return None
        sort = match.lastgroup
        if sort == "text" and open_:  # goes on with the paragraph, or with the item
            open_[2].append(line)
            continue
        if open_:
            found.append(Said(open_[0], "\n".join(open_[2]), open_[1], number))
            open_ = None
        if sort in {"heading", "bare"}:
            found.append(Said("heading", match["heading"] or "", number, number + 1))
        elif sort in {"text", "item"}:
            open_ = "item" if sort == "item" else "paragraph", number, [match[sort]]
    return found


def pieces(content: str) -> list[Piece] | None:
    """The lines of inline content, markup lifted off; None unless all of it is plain text, stress and links.

    What stands in brackets alone is text: where a document defines references, this is not to be asked.
    """
    found: list[Piece] = []
    for line in content.split("\n"):
        if line != line.strip():
            return None
        words: list[str] = []
        links: list[Link] = []
        position = 0
        while position < len(line):
            match = _PARTS.match(line, position)
            if not match:
                return None
            position = match.end()
            if match["url"] is not None:
                links.append(Link(match["label"].strip(), match["url"]))
            words.append(match["plain"] or match["bracket"] or match["label"] or match["stressed"] or "")
        found.append(Piece("".join(words), tuple(links)))
    return found
