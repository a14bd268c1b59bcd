"""Metadata over everything at hand, fixtures and real pages: no date without its literal, none after the fetch."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cases import FIXTURES, SHARED
from newsclean.api import Cleaner
from newsclean.document import Document
from newsclean.metadata.crawl import too_late
from newsclean.metadata.dates import ascii_digits

ENDINGS = frozenset({".txt", ".md", ".html", ".gz"})
REAL, PAGES = 40, 12  # of how many real texts, and pages, one is looked at: all together take some 15 seconds
FETCHED = "2019-09-09T12:00:00Z"


def paths() -> Iterator[Path]:
    """Every fixture, and a sample of the renderings and pages that lie beside the project."""
    yield from (path for path in sorted(FIXTURES.rglob("*")) if path.suffix in ENDINGS)
    yield from sorted((SHARED / "bench" / "render").glob("*/*"))[::REAL]
    yield from sorted((SHARED / "bench" / "html").glob("*.html.gz"))[::PAGES]


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str]]:
    found = []
    for path in paths():
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        found.append((f"{path.parent.name}/{path.name}", data.decode("utf-8", "replace")))
    return found


@pytest.fixture(scope="module")
def cleaned(texts: list[tuple[str, str]]) -> list[Document]:
    return Cleaner().documents(texts)


def dates(document: Document) -> list[str]:
    return [one.value for one in document.evidence if one.key in {"date", "date_modified"}]


def test_every_date_is_one_of_news_and_has_its_year_in_the_source(cleaned: list[Document]) -> None:
    for document in cleaned:
        literal = ascii_digits(document.source)
        for value in dates(document):
            year = int(value[:4])
            assert 1800 <= year < 2100, (document.id, value)
            # As printed, in two digits, by the Buddha's count, by the Persian one, or in seconds since 1970.
            printed = (str(year), f"{year % 100:02}", str(year + 543), str(year - 621), str(year - 622))
            seconds = re.search(r"(?<!\d)1\d{9}(?:\d{3})?(?!\d)", literal)
            assert seconds or any(one in literal for one in printed), (document.id, value)


def test_no_date_lies_after_the_fetch(texts: list[tuple[str, str]]) -> None:
    for document in Cleaner(crawled_at=FETCHED).documents(texts):
        assert not [value for value in dates(document) if too_late(value, FETCHED)], document.id


def test_every_value_read_from_a_text_lies_in_it(cleaned: list[Document]) -> None:
    for document in cleaned:
        for one in document.evidence:
            assert 0 <= one.start <= one.end <= len(document.source), (document.id, one)
            assert 0 < one.score <= 1, (document.id, one)
            assert one.value == " ".join(one.value.split()) or one.key.endswith("_as_found"), (document.id, one)
