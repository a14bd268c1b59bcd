"""The time of day beside a date, and its zone where the zone is beyond doubt."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from newsclean.expressions import expression
from newsclean.metadata.date_words import UPDATED

if TYPE_CHECKING:
    from newsclean.metadata.dates import Found

    One = TypeVar("One", bound=Found)

_NEAR = 16  # characters that may stand between a date and its time
_CLOCK = (
    r"(?<![\d.,/:-])(?P<H>[01]?\d|2[0-3])(?:(?P<s>[:：.hH])|\s?[時时点點시]\s?)(?P<M>[0-5]\d)(?::[0-5]\d(?:[.,]\d{1,9})?)?"
    r"(?:\s?[분分])?(?![\d.,]\d|\d)\s?(?P<half>[ap]\.?m\.?(?![^\W\d_]))?"
)
_ZONE = r"\s{0,2}\(?(?P<zone>(?:GMT|UTC)?\s?[+-]\d{1,2}:?(?:\d\d)?(?!\d)|[A-Z]{1,4}(?![^\W\d_])|МСК)?"
# After the date: what may stand between is no digit and no bracket; a "T" is ISO's own.
_AFTER = expression(
    rf"(?:T|[^\d()\[\]]{{0,{_NEAR}}}?)(?P<east>오전|오후|上午|下午|午前|午後)?\s?{_CLOCK}{_ZONE}", re.IGNORECASE
)
_BEFORE = expression(rf"{_CLOCK}{_ZONE}\)?[^\d]{{0,{_NEAR}}}$", re.IGNORECASE)
_LETTERS = expression(r"[^\W\d_]{3}")
_TWELVE = 12

# Zones that name one offset only. CST, IST and the like mean several; ET, PT are told by the season.
_ZONES = {
    "BST": "+01:00",
    "Z": "Z", "UTC": "Z", "GMT": "Z", "WET": "Z", "EDT": "-04:00", "EST": "-05:00", "CDT": "-05:00", "MDT": "-06:00",
    "PDT": "-07:00", "PST": "-08:00", "CET": "+01:00", "CEST": "+02:00", "MEZ": "+01:00", "MESZ": "+02:00",
    "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00", "МСК": "+03:00", "WIB": "+07:00", "WITA": "+08:00",
    "WIT": "+09:00", "JST": "+09:00", "KST": "+09:00", "HKT": "+08:00", "SGT": "+08:00", "AEST": "+10:00",
    "AEDT": "+11:00", "NZST": "+12:00", "NZDT": "+13:00", "SAST": "+02:00", "PKT": "+05:00", "WAT": "+01:00",
}  # fmt: skip
_SEVERAL = frozenset({"CST", "IST", "AST", "GST", "UHR", "WEST"})
_SEASONAL = {"ET": 5, "CT": 6, "MT": 7, "PT": 8}


def time_around(text: str, found: One) -> One:
    """The date with the time that stands beside it, to the minute; as it is where there is none."""
    if found.precision != "day":
        return found
    match = _AFTER.match(text, found.end)
    if match and _is_change(text[found.end : match.start("H")]):
        match = None
    start, end = found.start, match.end() if match else 0
    if not match:
        window = max(0, found.start - _NEAR - 18)
        match = _BEFORE.search(text[window : found.start])
        start, end = (window + match.start(), found.end) if match else (0, 0)
    if not match or (match["s"] == "." and not _is_dotted(match, text, found)):
        return found
    hour = _hour(match)
    if hour is None:
        return found
    name = match["zone"] or ""
    zone = _offset(name, found.value)
    if name and not zone and name.upper() not in _SEVERAL and end == match.end():
        end -= match.end() - match.start("zone")  # a word that follows, no zone
    value = f"{found.value}T{hour:02}:{match['M']}{zone}"
    other = f"{found.other}T{hour:02}:{match['M']}{zone}" if found.other else ""
    return found._replace(value=value, precision="minute", start=start, end=end, other=other)


def _is_change(between: str) -> bool:
    """Whether a word between a date and a time says that the time is that of a change ("| Updated: 09:31")."""
    low = between.lower()
    return _LETTERS.search(low) is not None and any(stem in low for stem in UPDATED)


def _is_dotted(match: re.Match[str], text: str, found: Found) -> bool:
    """Whether 19.50 is a time: with am, pm, Uhr, kl or the like beside it, or two digits each and a comma before."""
    around = text[max(0, found.start - 24) : found.end + 40].lower()
    marked = re.search(r"(?<![^\W\d_])(?:uhr|kl|klo|wib|wita|wit|at|alle|ore|ora|um|óra|di|à)(?![^\W\d_])", around)
    return bool(match["half"] or marked or (len(match["H"]) == 2 and match["M"] is not None))


def _hour(match: re.Match[str]) -> int | None:
    """The hour of 24; None where "am" or "pm" contradicts it."""
    hour = int(match["H"])
    groups = match.groupdict()
    half = (groups.get("half") or "").lower().replace(".", "")
    east = groups.get("east") or ""
    if half and not 1 <= hour <= _TWELVE:
        return hour if half == "pm" and hour > _TWELVE else None
    if (half == "pm" or east in {"오후", "下午", "午後"}) and hour < _TWELVE:
        return hour + _TWELVE
    if (half == "am" or east in {"오전", "上午", "午前"}) and hour == _TWELVE:
        return 0
    return hour


def _offset(zone: str, day: str) -> str:
    """ISO offset of a zone as printed, "" where it isn't known or names several."""
    name = zone.strip().upper()
    if name in _SEASONAL:
        return f"-{_SEASONAL[name] - _is_summer(day):02}:00"
    if name in _ZONES:
        return _ZONES[name]
    match = re.fullmatch(r"(?:GMT|UTC)?\s?([+-])(\d{1,2}):?(\d\d)?", name)
    if not match or int(match[2]) > 14:
        return ""
    return f"{match[1]}{int(match[2]):02}:{match[3] or '00'}"


def _is_summer(day: str) -> bool:
    """Whether the United States have daylight time: second Sunday of March to first Sunday of November."""
    when = date.fromisoformat(day)
    begin, end = date(when.year, 3, 8), date(when.year, 11, 1)
    begin = begin.replace(day=8 + (6 - begin.weekday()) % 7)
    end = end.replace(day=1 + (6 - end.weekday()) % 7)
    return begin <= when < end
