"""Values that came with a row or a page's head to the record's form; what can't be read leaves."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from newsclean.document import Document, Evidence
from newsclean.expressions import expression
from newsclean.metadata.agencies import agencies_in, agency_of
from newsclean.metadata.crawl import moment_of, too_late
from newsclean.metadata.dates import find_dates
from newsclean.metadata.names import names_in
from newsclean.metadata.sites import clean_url, region_of, section_in_path, site_of

_CRAWL_FIELDS = (
    "crawled_at",
    "crawl_date",
    "crawl_time",
    "scraped_at",
    "fetched_at",
    "fetch_time",
    "retrieved",
    "date_crawled",
    "warc_date",
)
_ISO = expression(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?\s?"
    r"(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?\Z",
    re.IGNORECASE,
)
# Fri Apr 28 19:20:36 CEST 2023: what a machine writes where nobody told it how.
_MACHINE = expression(
    r"[A-Z][a-z]{2} (?P<mon>[A-Z][a-z]{2}) (?P<d>\d{1,2}) (?P<time>\d\d:\d\d:\d\d) (?P<zone>[A-Z]{1,5} )?"
    r"(?P<y>\d{4})\Z"
)
_VAGUE = expression(r"(?:1[89]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?\Z")
_NOBODY = 0.45  # confidence in an author who isn't named as persons are
_SEPARATORS = expression(r"\s[|–—»·:•]\s|\s-\s|｜|：")
_EPOCH = range(315532800, 4102444800)  # 1980 to 2100, in seconds


def settle_givens(document: Document, language: str, crawled_at: str) -> str:
    """Bring early evidence into the record's form; returns when the page was fetched, "" if nobody says."""
    crawled_at = crawled_at or _crawl_field(document)
    region = region_of(document.value("site"))
    settled: list[Evidence] = []
    houses = _houses(document)
    for one in document.evidence:
        if one.key in {"date", "date_modified"}:
            settled.extend(_settle_date(one, language, region, crawled_at))
        elif one.key == "url":
            settled.extend(_settle_url(one))
        elif one.key == "authors" and not one.method.startswith("row:"):
            settled.extend(_settle_authors(one, houses))
        else:
            settled.append(one)
    document.evidence = settled
    _strip_site_names(document)
    _note_section(document)
    return crawled_at


def _crawl_field(document: Document) -> str:
    extra = document.given.get("extra")
    if isinstance(extra, dict):
        for name in _CRAWL_FIELDS:
            value = extra.get(name)
            if isinstance(value, str) and (iso := iso_date(value)):
                return iso
    return ""


def iso_date(text: str, language: str = "", region: str = "") -> str:
    """A whole field as an ISO date or moment to the minute, "" if it is none; never read fuzzily."""
    text = " ".join(text.split())
    machine = _MACHINE.match(text)
    if machine:
        text = f"{machine['d']} {machine['mon']} {machine['y']} {machine['time']} {machine['zone'] or ''}".strip()
    match = _ISO.match(text)
    if match:
        value = (
            match["day"]
            if not match["time"] or (match["time"] == "00:00" and not match["zone"])
            else f"{match['day']}T{match['time']}{_zone(match['zone'])}"
        )
        return value if moment_of(value) else ""
    if _VAGUE.match(text):
        return text
    if text.isdigit() and int(text) // (1000 if len(text) == 13 else 1) in _EPOCH:
        seconds = int(text) // (1000 if len(text) == 13 else 1)
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%MZ")
    found = find_dates(text, language, region)
    return found[0].value if len(found) == 1 and found[0].end - found[0].start > len(text) // 2 else ""


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone.upper() in {"Z", "UTC", "GMT"}:
        return "Z"
    zone = zone.replace(":", "")
    return f"{zone[:3]}:{zone[3:] or '00'}"


def _settle_date(one: Evidence, language: str, region: str, crawled_at: str) -> list[Evidence]:
    """The date in ISO form; as found it stays beside it, and alone where it can't be read or can't be."""
    value = iso_date(one.value, language, region)
    if value == one.value and not too_late(value, crawled_at):
        return [one]
    found = one._replace(key=f"{one.key}_as_found")
    if not value or too_late(value, crawled_at) or not "1800" <= value[:4] < "2100":
        return [found]
    return [one._replace(value=value), found]


def _settle_url(one: Evidence) -> list[Evidence]:
    """The url without tracking, the site it belongs to; as found it stays beside it."""
    url = clean_url(one.value)
    found = [one._replace(key="url_as_found")] if url != one.value else []
    if not url:
        return found
    site = site_of(url)
    return [
        one._replace(value=url),
        *found,
        *([Evidence("site", site, "url", one.score * 0.98, one.start, one.end)] if site else []),
    ]


def _settle_authors(one: Evidence, houses: set[str]) -> list[Evidence]:
    """Names of a page's head as names; a lone agency signs as such, a house's own name is hardly believed."""
    parts = [part.strip() for part in one.value.split(";") if part.strip()]
    agencies = [part for part in parts if agencies_in(part)]
    names: list[str] = []
    certain = False
    for part in parts:
        if part not in agencies:
            persons = [] if _fold(part) in houses else names_in(part, explicit=True)
            certain = certain or bool(persons)
            names += persons or [_as_printed(part)]
    names = list(dict.fromkeys(filter(None, names))) or agencies
    certain = certain or names == agencies
    score = one.score if certain else min(one.score, _NOBODY)
    settled = [one._replace(value="; ".join(names), score=score)] if names else []
    signs = dict.fromkeys(agency_of(part) for part in agencies)
    return [*settled, *(Evidence("agency", agency, one.method, one.score) for agency in signs)]


def _as_printed(part: str) -> str:
    """A single word or a house's name, if it is short and no number or address."""
    part = part.removeprefix("By ").removeprefix("by ").strip()
    return part if len(part) <= 40 and "@" not in part and "/" not in part and not part.isdigit() else ""


def _strip_site_names(document: Document) -> None:
    """Take the site's own name off titles of the page's head: "Headline | Site", "Site: Headline"."""
    names = _houses(document)
    for number, one in enumerate(document.evidence):
        if one.key == "title" and one.method.startswith("html:") and _SEPARATORS.search(one.value):
            document.evidence[number] = one._replace(value=_without(one.value, names, bars=one.method == "html:title"))


def _houses(document: Document) -> set[str]:
    """The folded names of the site and its publisher."""
    names = {_fold(one.value) for one in document.evidence if one.key == "publisher"}
    return {name for name in (*names, _fold(document.value("site").split(".")[0])) if name}


def _without(title: str, names: set[str], *, bars: bool) -> str:
    """The title without parts that are the site's name; after a bar, without any short last part."""
    parts = _SEPARATORS.split(title)
    marks = _SEPARATORS.findall(title)
    while len(parts) > 1 and (
        _is_name(parts[-1], names) or (bars and marks[-1].strip() == "|" and len(parts[-1]) < 30)
    ):
        parts.pop()
        marks.pop()
    if len(parts) > 1 and _is_name(parts[0], names):
        parts.pop(0)
        marks.pop(0)
    return "".join(part + mark for part, mark in zip(parts, [*marks, ""], strict=True))


def _is_name(part: str, names: set[str]) -> bool:
    folded = _fold(part)
    return any(
        folded == name or (len(name) > 3 and (folded.startswith(name) or name.startswith(folded)) and len(folded) > 2)
        for name in names
    )


def _fold(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum()).removeprefix("the")


def _note_section(document: Document) -> None:
    url = document.best("url")
    if url and (section := section_in_path(url.value)):
        document.note(Evidence("section", section, "url-path", 0.4, url.start, url.end))
