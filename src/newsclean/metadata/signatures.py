"""A byline's words to those who signed: its persons and agencies, without date, place and bars."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.document import Block
from newsclean.expressions import expression
from newsclean.metadata.agencies import agency_of
from newsclean.metadata.byline_words import AGO, LIST, PARTS, is_ago
from newsclean.metadata.date_lines import is_label
from newsclean.metadata.dates import find_dates
from newsclean.metadata.names import names_in

_DIGIT = expression(r"\d")


class Signature(NamedTuple):
    """Who signed, as blocks say: persons and agencies as printed, how sure that is, and how it was found."""

    persons: tuple[str, ...]
    agencies: tuple[str, ...]
    blocks: tuple[Block, ...]
    score: float
    method: str


def read_signature(block: Block, text: str, score: float, method: str) -> Signature | None:
    """The persons and agencies of a line's part before its date and bars."""
    text = before_date(text)
    parts = [part for part in PARTS.split(text) if part.strip()]
    if not parts or (len(text) > 90 and text.rstrip().endswith((".", "!", "?"))):
        return None
    agencies = [one.strip(" ,;()[]") for one in (*LIST.split(parts[0]), *parts[1:]) if agency_of(one)]
    names = names_in(parts[0], explicit=method.startswith("byline"))
    persons = [one for one in names if not agency_of(one) and (one.isascii() or not is_label(one))]
    if not persons and not agencies:
        return None
    return Signature(tuple(persons), tuple(dict.fromkeys(agencies)), (block,), score, method)


def before_date(text: str) -> str:
    """What stands before the first date, or "3 hours ago"; after it where the date leads."""
    dates = find_dates(text) if _DIGIT.search(text) else []
    if dates:
        ahead = text[: dates[0].start].rstrip()
        text = ahead if ahead.strip(" |·•-–—*") else text[dates[-1].end :].lstrip(" |·•-–—,")
    return AGO.split(text)[0] if is_ago(text) else text
