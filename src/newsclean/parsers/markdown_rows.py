"""A row of a markdown table to the spans of its cells, those beyond its table's columns too."""

from __future__ import annotations

import re

from newsclean.expressions import expression
from newsclean.parsers.lines import Span, strip_span

_CELL = expression(r"(?:[^|\\]|\\.)+", re.DOTALL)
_RULE = expression(r":?-{3,}:?\Z")  # the second line of a table, or one within a cell
_MARKS = expression(r"[\s>*+-]*(?=\|)")  # of a quotation or a list that the table stands in
_PARAGRAPH = expression(r"\S(?:.*?\S)??(?=\s{2,}|\s*\Z)", re.DOTALL)
_LAYOUT = 400  # characters of a cell from which its table lays out a page: its paragraphs have two blanks between them


def cell_spans(source: str, start: int, end: int) -> list[Span]:
    """Where the cells of a row stand that say something."""
    marks = _MARKS.match(source, start, end)
    cells = _CELL.finditer(source, marks.end() if marks else start, end)
    spans = (strip_span(source, *cell.span()) for cell in cells)
    return [(start, end) for start, end in spans if start < end and not _RULE.match(source, start, end)]


def paragraph_spans(source: str, cells: list[Span]) -> list[Span]:
    """The paragraphs in cells that are too long for data; none if there are no such cells."""
    if all(end - start < _LAYOUT for start, end in cells):
        return []
    return [match.span() for start, end in cells for match in _PARAGRAPH.finditer(source, start, end)]
