"""A row of a markdown table to the spans of its cells, those beyond its table's columns too."""

from __future__ import annotations

import re

Span = tuple[int, int]

_CELL = re.compile(r"(?:[^|\\]|\\.)+", re.DOTALL)
_RULE = re.compile(r":?-{3,}:?\Z")  # the second line of a table, or one within a cell
_MARKS = re.compile(r"[\s>*+-]*(?=\|)")  # of a quotation or a list that the table stands in
_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s{2,}|\s*\Z)", re.DOTALL)
LAYOUT = 400  # characters of a cell from which its table lays out a page: its paragraphs have two blanks between them


def cell_spans(source: str, start: int, end: int) -> list[Span]:
    """Where the cells of a row stand that say something."""
    spans = []
    position = _MARKS.match(source, start, end)
    for match in _CELL.finditer(source, position.end() if position else start, end):
        cell = match[0]
        inner = cell.strip()
        if inner and not _RULE.match(inner):
            at = match.start() + len(cell) - len(cell.lstrip())
            spans.append((at, at + len(inner)))
    return spans


def paragraph_spans(source: str, cells: list[Span]) -> list[Span]:
    """The paragraphs in cells that are too long for data; none if there are no such cells."""
    if all(end - start < LAYOUT for start, end in cells):
        return []
    return [
        (start + match.start(), start + match.end())
        for start, end in cells
        for match in _PARAGRAPH.finditer(source[start:end])
    ]
