"""Year, month and day to a Gregorian ISO day, from the calendars that news sites print; which number is the day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

Order = Literal["day-month", "month-day", ""]

# Top-level domains of the places that write the month first, and of those that read English and write the day first.
_MONTH_FIRST = frozenset({"us", "gov", "mil", "ph"})
_DAY_FIRST = frozenset(
    "uk ie au nz in za ng ke gh pk bd lk my sg hk mt cy jm tt bb zw zm ug tz bw ls sz na mw rw cm gm sl lr np et jo "
    "ae qa kw bh om eg il tr eu ru ua de fr it es pt nl be ch at se no dk fi is pl cz sk hu ro bg gr hr rs si".split()
)
_YEAR_FIRST = frozenset("zh ja ko hu lt mn".split())

_BUDDHIST = 543
_PERSIAN_MONTHS = (
    ("فروردین", 1), ("اردیبهشت", 2), ("خرداد", 3), ("تیر", 4), ("مرداد", 5), ("شهریور", 6),
    ("مهر", 7), ("آبان", 8), ("آذر", 9), ("دی", 10), ("بهمن", 11), ("اسفند", 12),
)  # fmt: skip
_OLDEST, _LATEST = 1800, 2100


def iso_day(year: int, month: int, day: int) -> str:
    """The day in ISO form, "" if there is none such or it is no year of news."""
    if not _OLDEST <= year < _LATEST:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def gregorian(year: int, month: int, day: int, language: str) -> str:
    """The ISO day of a date as printed: Thai years count from the Buddha, Persian ones by the sun since 622."""
    if year > 2400:
        return iso_day(year - _BUDDHIST, month, day) if language in {"th", ""} else ""
    if year < 1500:
        return _from_persian(year, month, day) if language in {"fa", "ps"} else ""
    return iso_day(year, month, day)


def persian_month(year: int, word: str, day: int) -> str:
    """The ISO day of a date with a Persian month's name."""
    month = dict(_PERSIAN_MONTHS).get(word.replace("ي", "ی").strip("،"), 0)
    return _from_persian(year, month, day) if month and year < 1500 else ""


def _from_persian(year: int, month: int, day: int) -> str:
    """The Gregorian day of a solar Hijri one; leap years by the 33-year cycle, right from 1343 to 1471 (1964-2093)."""
    if not (1343 <= year <= 1471 and 1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return ""
    leaps = sum((one * 8 + 29) % 33 < 8 for one in range(1343, year))
    days = (year - 1343) * 365 + leaps + (month - 1) * 30 + min(month - 1, 6) + day - 1
    return (date(1964, 3, 21) + timedelta(days=days)).isoformat()


def order_of(language: str, region: str) -> Order:
    """How 03/04/2019 is read: by the site's region if it has one, else by language; "" where both are in use."""
    if region in _MONTH_FIRST:
        return "month-day"
    if region in _DAY_FIRST:
        return "day-month"
    if language in {"", "en", "und"} or language in _YEAR_FIRST:
        return ""
    return "month-day" if language in {"fil", "tl"} else "day-month"
