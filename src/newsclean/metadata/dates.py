"""Literal dates in a line of text to ISO 8601, as precise as they are written; never a relative day, never a guess."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from newsclean.expressions import expression
from newsclean.metadata.calendars import Order, gregorian, iso_day, order_of, persian_month
from newsclean.metadata.clocks import time_around
from newsclean.metadata.months import month_of

_SHORT_YEARS, _MONTHS = 39, 12
LONGEST = 400  # characters of a text in which dates are sought; a longer one is prose

_YEAR = r"(?P<y>1[3489]\d\d|2[05]\d\d)(?![\d%])"
_WORD = r"(?P<mon>[^\W\d_][^\s\d,;:|()/\[\]_-]{1,17}?)"
_DAY = r"(?P<d>[0-3]?\d)"
_OF = r"(?:de |do |d[’'] ?|del |of |den |da )?"
_NOT_BEFORE = r"(?<![\d.,:/-])(?<![\d] [./-])"

_TEXTUAL = (
    # 9 September 2019 · 9. září 2019 · 9 de septiembre de 2019 · 9th of Sept., 2019 · 9-Sep-2019 · 9 сентября 2019 г.
    expression(
        rf"{_NOT_BEFORE}{_DAY}(?:st|nd|rd|th|er|re|[ºª°]|\.|-?(?:го|ше|е|а|гo)|η|ης)?[\s.,-]{{0,3}}{_OF}\s?"
        rf"{_WORD}[\s.,-]{{0,3}}(?:(?<=\s)(?:de |do |del |of |da |ค\.ศ\. ?|พ\.ศ\. ?))?{_YEAR}",
        re.IGNORECASE,
    ),
    # September 9, 2019 · Sept. 9th 2019 · May 17,2019
    expression(
        rf"(?<![^\W_]){_WORD}[\s.-]{{0,3}}{_DAY}(?:st|nd|rd|th)?(?!\d)[\s.,]{{0,3}}(?:of )?{_YEAR}", re.IGNORECASE
    ),
    # 2019. szeptember 9. · 2019 m. rugsėjo 9 d. · 2019 September 9 · 2019ko irailaren 9a
    expression(
        rf"(?<![\d.,:/-]){_YEAR}(?:\.|,|ko|\s?(?:m|г)\.)?[\s-]{{1,2}}{_WORD}[\s.-]{{1,3}}{_DAY}(?!\d)", re.IGNORECASE
    ),
    # 2019. gada 9. septembris
    expression(rf"(?<![\d.,:/-]){_YEAR}\.? ?gada {_DAY}\. ?{_WORD}(?![^\W\d_])", re.IGNORECASE),
)
_MONTH_YEAR = expression(rf"(?<![^\W_])(?<!\d )(?<!\d\. ){_WORD}[\s.,]{{1,3}}(?:de |del )?{_YEAR}", re.IGNORECASE)
_EAST_ASIAN = expression(
    r"(?<!\d)(?P<y>1[89]\d\d|20\d\d)\s?[年년]\s?(?P<m>1[0-2]|0?[1-9])\s?[月월](?:\s?(?P<d>[0-3]?\d)\s?[日일号號])?"
)
_VIETNAMESE = expression(
    r"(?<!\d)(?P<d>[0-3]?\d)(?:\s|/| ngày )\s?(?:tháng|thg) (?P<m>1[0-2]|0?[1-9])(?:,|/| năm)?\s?"
    r"(?P<y>20\d\d|19\d\d)(?!\d)"
)
_YEAR_FIRST = expression(
    r"(?<![\d_.,/:+-])(?<![^\W\d_][/:+-])(?P<y>1[3489]\d\d|2[05]\d\d)(?P<s>[-/.])\s?(?P<m>1[0-2]|0?[1-9])(?P=s)\s?(?P<d>3[01]|[12]\d|0?[1-9])"
    r"(?!\d|[-/]\d|\.\d)"
)
_YEAR_LAST = expression(
    r"(?<![\d_/:+.-])(?<!\d[.,])(?<![^\W\d_][/:+-])(?P<a>[0-3]?\d)"
    r"(?P<s>\. ?|/|-| ?/ ?)(?P<b>[0-3]?\d)(?P=s)(?P<y>1[3489]\d\d|2[05]\d\d|\d\d)"
    r"(?!\d|[-/]\d|[.,]\d|[^\W\d_]|\s?[%€$£])"
)
_COMPACT = expression(
    r"(?<!\d)(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?:T(?P<H>\d\d)(?P<M>\d\d)\d\dZ)(?!\d)"
)


_YEARISH = expression(r"(?:1[3489]|2[05])\d\d|\d[./]\s?\d\d?[./]\s?\d\d")
_OTHER_DIGITS = expression(r"(?![0-9])\d")


class Found(NamedTuple):
    """A date in a text.

    `value` is ISO 8601, "precision" one of "minute", "day", "month", "year"; `start` and `end` are its span. A numeric
    date that can be read in two ways has the other reading in `other`, and `value` is what `language` prefers, or the
    year alone where it prefers none.
    """

    value: str
    precision: str
    start: int
    end: int
    other: str = ""


def find_dates(text: str, language: str = "", region: str = "") -> list[Found]:
    """The literal dates of a short text in their order; none in a text beyond `LONGEST` characters."""
    if len(text) > LONGEST or not has_date(text):
        return []
    plain = ascii_digits(text)
    found: list[Found] = []
    for reader in _READERS:
        for one in reader(plain, language, region):
            if not any(one.start < other.end and other.start < one.end for other in found):
                found.append(one)
    return sorted((time_around(plain, one) for one in found), key=lambda one: one.start)


def has_date(text: str) -> bool:
    """Whether a text holds what every date does, a year or three numbers: a cheap look before the costly ones."""
    return _YEARISH.search(text if text.isascii() else ascii_digits(text)) is not None


def ascii_digits(text: str) -> str:
    """The text with every script's decimal digits as ASCII, place by place."""
    if text.isascii() or not _OTHER_DIGITS.search(text):
        return text
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in text)


def _year_first(text: str, language: str, region: str) -> Iterator[Found]:
    del region
    for match in _YEAR_FIRST.finditer(text):
        if value := gregorian(int(match["y"]), int(match["m"]), int(match["d"]), language):
            yield Found(value, "day", match.start(), match.end())


def _compact(text: str, language: str, region: str) -> Iterator[Found]:
    """20190909T102300Z."""
    del language, region
    for match in _COMPACT.finditer(text):
        if value := iso_day(int(match["y"]), int(match["m"]), int(match["d"])):
            yield Found(f"{value}T{match['H']}:{match['M']}Z", "minute", match.start(), match.end())


def _counted(text: str, language: str, region: str) -> Iterator[Found]:
    """Dates whose month is a number with its unit: Chinese, Japanese, Korean, Vietnamese."""
    del language, region
    for pattern in (_EAST_ASIAN, _VIETNAMESE):
        for match in pattern.finditer(text):
            year, month = int(match["y"]), int(match["m"])
            if match["d"] is None:
                yield Found(f"{year:04}-{month:02}", "month", match.start(), match.end())
            elif value := iso_day(year, month, int(match["d"])):
                yield Found(value, "day", match.start(), match.end())


def _textual(text: str, language: str, region: str) -> Iterator[Found]:
    """Dates whose month is a word."""
    del region
    for pattern in _TEXTUAL:
        for match in pattern.finditer(text):
            year, day = int(match["y"]), int(match["d"])
            month = month_of(match["mon"], language)
            if (month and (value := gregorian(year, month, day, language))) or (
                not month and (value := persian_month(year, match["mon"], day))
            ):
                yield Found(value, "day", match.start(), match.end())


def _year_last(text: str, language: str, region: str) -> Iterator[Found]:
    """09.09.2019, 9/9/2019, 09-09-19: which number is the day is decided by value, sign, language and region."""
    for match in _YEAR_LAST.finditer(text):
        first, second, sign = int(match["a"]), int(match["b"]), match["s"].strip()
        year = int(match["y"])
        if year < 100:
            if not _trusts_short_year(match):
                continue
            year += 2000
        days_first = gregorian(year, second, first, language)
        dotted = sign == "." and not (len(match["y"]) == 2 and language in {"", "en"})
        months_first = "" if dotted else gregorian(year, first, second, language)
        span = match.start(), match.end()
        if days_first and months_first and days_first != months_first:
            yield _ambiguous(days_first, months_first, order_of(language, region), span)
        elif value := days_first or months_first:
            yield Found(value, "day", *span)


def _trusts_short_year(match: re.Match[str]) -> bool:
    """Whether 09.09.19 is a date: two digits each, and a sign that versions, scores and shares don't use.

    25.4.24 is one where it is all that a line says: no month is its first number.
    """
    if not 1 <= int(match["y"]) <= _SHORT_YEARS:
        return False
    if len(match["a"]) == len(match["b"]) == 2:
        return match["s"] in {".", "/"}
    return match["s"] == "." and int(match["a"]) > _MONTHS and match[0] == match.string.strip()


def _ambiguous(days_first: str, months_first: str, order: Order, span: tuple[int, int]) -> Found:
    if order == "day-month":
        return Found(days_first, "day", *span, months_first)
    if order == "month-day":
        return Found(months_first, "day", *span, days_first)
    return Found(days_first[:4], "year", *span, f"{days_first} {months_first}")


def _month_year(text: str, language: str, region: str) -> Iterator[Found]:
    """September 2019."""
    del region
    for match in _MONTH_YEAR.finditer(text):
        month, year = month_of(match["mon"], language), int(match["y"])
        if month and 1800 <= year <= 2100:
            yield Found(f"{year:04}-{month:02}", "month", match.start(), match.end())


_READERS: tuple[Callable[[str, str, str], Iterator[Found]], ...] = (
    _year_first,
    _compact,
    _counted,
    _textual,
    _year_last,
    _month_year,
)
