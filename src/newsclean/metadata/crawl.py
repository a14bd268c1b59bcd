"""The time at which a page was fetched to what it bounds and explains: dates too late, and "3 hours ago"."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from newsclean.document import Document, Evidence
from newsclean.expressions import expression
from newsclean.metadata.layout import Layout

_UNITS = {
    "sec": timedelta(seconds=1), "min": timedelta(minutes=1), "hour": timedelta(hours=1), "hr": timedelta(hours=1),
    "day": timedelta(days=1), "week": timedelta(weeks=1), "stunde": timedelta(hours=1), "tag": timedelta(days=1),
    "heure": timedelta(hours=1), "jour": timedelta(days=1), "hora": timedelta(hours=1), "día": timedelta(days=1),
    "dia": timedelta(days=1), "ora": timedelta(hours=1), "ore": timedelta(hours=1), "giorn": timedelta(days=1),
    "uur": timedelta(hours=1), "dag": timedelta(days=1), "timme": timedelta(hours=1), "time": timedelta(hours=1),
    "minut": timedelta(minutes=1), "час": timedelta(hours=1), "мин": timedelta(minutes=1), "годин": timedelta(hours=1),
    "godz": timedelta(hours=1), "dni": timedelta(days=1), "dní": timedelta(days=1),
}  # fmt: skip
_AGO = expression(
    r"(?:(?:vor|il y a|hace|há|prima|za|før|för)\s)?(?<!\d)(?P<count>\d{1,2}|an?)\s(?P<unit>[^\W\d_]{3,})\s?"
    r"(?:ago|geleden|fa|atrás|sedan|siden|назад|тому|temu|zpět)?(?![^\W\d_])",
    re.IGNORECASE,
)
_MARK = expression(
    r"\bago\b|\bvor \d|\bil y a \d|\bhace \d|\bhá \d|\bgeleden\b|\d \w+ fa\b|\batrás\b|\bsedan\b|\bsiden\b|"
    r"назад|тому|temu|zpět",
    re.IGNORECASE,
)


def moment_of(text: str) -> datetime | None:
    """An ISO moment, in UTC where it names no zone; None if it is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def too_late(value: str, crawled_at: str) -> bool:
    """Whether a date lies after the page was fetched, by more than zones explain; never without a known time."""
    crawled = moment_of(crawled_at) if crawled_at else None
    if crawled is None:
        return False
    moment = moment_of(value)
    if moment is None:
        return value[:4] > f"{crawled.year:04}"
    return moment > crawled + timedelta(hours=26)


def since_crawl(document: Document, layout: Layout, headline: int | None, crawled_at: str) -> None:
    """Note the date that a line near the headline gives by its distance from the known time of the fetch."""
    crawled = moment_of(crawled_at)
    if crawled is None:
        return
    first = max(0, (layout.start if headline is None else headline) - 4)
    for block in layout.blocks[first : layout.start + 6]:
        if len(block.text) > 100 or not _MARK.search(block.text):
            continue
        match = _AGO.search(block.text)
        unit = match["unit"].lower() if match else ""
        step = next((span for name, span in _UNITS.items() if unit.startswith(name)), None)
        if match and step:
            count = int(match["count"]) if match["count"].isdigit() else 1
            moment = crawled - count * step
            value = moment.date().isoformat() if step >= timedelta(days=1) else moment.isoformat(timespec="minutes")
            document.note(
                Evidence("date", value.replace("+00:00", "Z"), "relative-to-crawl", 0.5, block.start, block.end)
            )
            return
