"""Literal dates in a line of text to ISO 8601, as precise as they are written; never a relative day, never a guess."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from newsclean.metadata.months import month_of

_YEAR = r"(?P<y>1[89]\d\d|20\d\d)(?!\d)"
_WORD = r"(?P<mon>[^\s\d,;:|()/\[\]]{2,16})"
_TEXTUAL = (
    # 9 September 2019, 9. září 2019, 9 de septiembre de 2019, 9th of Sept., 2019
    re.compile(
        r"(?<![\d:.,/-])(?P<d>[0-3]?\d)(?:st|nd|rd|th|er|re|[ºª°.]|-?(?:го|ше|е))?[\s.-]*(?:de |of |d[’'] ?|den )?\s*"
        rf"{_WORD}[\s.,-]*(?:de |del |of )?\s*{_YEAR}",
        re.IGNORECASE,
    ),
    # September 9, 2019; Sept. 9th 2019
    re.compile(rf"(?<![^\W_]){_WORD}[\s.-]*(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)[\s.,]*(?:of )?{_YEAR}", re.IGNORECASE),
)


class Found(NamedTuple):
    """A date in a text: ISO value, its precision ("minute", "day", "month", "year") and its span."""

    value: str
    precision: str
    start: int
    end: int


def find_dates(text: str, language: str = "") -> list[Found]:
    """The literal dates of a short text in their order."""
    if not any(character.isdigit() for character in text):
        return []
    plain = _ascii_digits(text)
    found = sorted(_textual(plain, language), key=lambda one: one.start)
    return found


def _ascii_digits(text: str) -> str:
    """The text with every script's decimal digits as ASCII, place by place."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in text)


def _textual(text: str, language: str) -> Iterator[Found]:
    for pattern in _TEXTUAL:
        for match in pattern.finditer(text):
            value = _day(int(match["y"]), month_of(match["mon"], language), int(match["d"]))
            if value:
                yield Found(value, "day", match.start(), match.end())


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
