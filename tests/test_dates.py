"""Lines to dates: the cases are tests/fixtures/dates/cases.tsv; a sentence of each property beside them."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.metadata.calendars import gregorian, order_of
from newsclean.metadata.crawl import too_late
from newsclean.metadata.date_lines import read_line, read_stamp
from newsclean.metadata.dates import find_dates
from newsclean.metadata.givens import iso_date
from newsclean.metadata.make_months import TABLE, build
from newsclean.metadata.months import month_of

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "fixtures/dates/cases.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES, ids=[f"{case[1]}-{case[0]}" for case in CASES])
def test_a_line_gives_the_date_that_it_prints_and_no_other(text: str, language: str, expected: str) -> None:
    read = read_line(text, language)
    role = "~" if read and read[0].role == "updated" else ""
    assert (role + read[0].found.value if read else "") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dpa-Redaktion Hafen, Ostermouth15.04.25 09:56", "2025-04-15T09:56"),
        ("portrait.jpg Von Ada Novak 28.04.2023, 18:11 Uhr harbour.jpg", "2023-04-28T18:11"),
        ("Quarry Post 28.04.2023 until 30.04.2023 harbour", ""),
        ("© 2023-04-28 Quarry Post", ""),
        ("the wall stands until 28.04.2023 at least", ""),
    ],
)
def test_a_line_that_is_known_to_be_a_stamp_may_hold_other_words(text: str, expected: str) -> None:
    assert "".join(one.found.value for one in read_stamp(text, "de")) == expected


def test_there_are_enough_cases_and_enough_of_them_are_no_dates() -> None:
    nothing = sum(not case[2] for case in CASES)
    print(f"{len(CASES)} date cases in {len({case[1] for case in CASES})} languages, {nothing} of them no date")
    assert len(CASES) >= 400
    assert len({case[1] for case in CASES}) >= 25
    assert nothing * 3 >= len(CASES)


@pytest.mark.parametrize(
    ("text", "language", "region", "expected"),
    [
        ("03/04/2019", "en", "uk", "2019-04-03"),
        ("03/04/2019", "en", "au", "2019-04-03"),
        ("03/04/2019", "en", "us", "2019-03-04"),
        ("03/04/2019", "en", "com", "2019"),
        ("03/04/2019", "", "", "2019"),
        ("03/04/2019", "fr", "", "2019-04-03"),
        ("03/04/2019", "ja", "", "2019"),
        ("13/04/2019", "en", "us", "2019-04-13"),
        ("04/13/2019", "en", "uk", "2019-04-13"),
        ("03.04.2019", "en", "", "2019-04-03"),
    ],
)
def test_region_then_language_decide_which_number_is_the_day(
    text: str, language: str, region: str, expected: str
) -> None:
    assert find_dates(text, language, region)[0].value == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-09-09", "2019-09-09"),
        ("2019-09-09T10:23:45Z", "2019-09-09T10:23Z"),
        ("2019-09-09 10:23:45+02:00", "2019-09-09T10:23+02:00"),
        ("2019-09-09T10:23:45+0200", "2019-09-09T10:23+02:00"),
        ("2019-09-09T00:00:00", "2019-09-09"),
        ("Mon, 09 Sep 2019 10:23:45 GMT", "2019-09-09T10:23Z"),
        ("September 9, 2019", "2019-09-09"),
        ("Mon Sep 09 10:23:45 CEST 2019", "2019-09-09T10:23+02:00"),
        ("Mon Sep  9 10:23:45 2019", "2019-09-09T10:23"),
        ("1568024625", "2019-09-09T10:23Z"),
        ("1568024625000", "2019-09-09T10:23Z"),
        ("2019-09", "2019-09"),
        ("2019", "2019"),
        ("", ""),
        ("Thursday", ""),
        ("yesterday", ""),
        ("0000-00-00", ""),
        ("2019-13-40", ""),
        ("not known", ""),
        ("May", ""),
        ("12", ""),
    ],
)
def test_a_field_of_a_row_or_head_is_read_strictly(text: str, expected: str) -> None:
    assert iso_date(text) == expected


def test_a_month_s_name_of_two_months_is_none_without_a_language() -> None:
    assert [month_of("listopada", language) for language in ("pl", "hr", "", "de")] == [11, 10, 0, 0]


def test_printed_eras_become_gregorian() -> None:
    assert gregorian(2562, 9, 9, "th") == "2019-09-09"
    assert gregorian(1398, 6, 18, "fa") == "2019-09-09"
    assert gregorian(1399, 12, 30, "fa") == "2021-03-20"
    assert gregorian(1403, 12, 30, "fa") == "2025-03-20"
    assert gregorian(1219, 9, 9, "en") == ""
    assert order_of("en", "") == ""


def test_no_date_is_later_than_the_fetch() -> None:
    assert too_late("2019-09-12", "2019-09-09T10:00:00Z")
    assert too_late("2020", "2019-09-09")
    assert not too_late("2019-09-10T08:00+09:00", "2019-09-09T23:30:00Z")
    assert not too_late("2030-01-01", "")


def test_the_month_table_is_what_babel_gives() -> None:
    pytest.importorskip("babel")
    assert json.loads(TABLE.read_text("utf-8")) == build()


@given(st.text(max_size=120))
def test_any_line_reads_without_a_crash_and_every_date_is_in_it(text: str) -> None:
    for dated in read_line(text):
        found = dated.found
        assert 0 <= found.start < found.end <= len(text)
        if found.precision in {"day", "minute"}:
            datetime.fromisoformat(found.value)


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%B %d, %Y", "%d %b %Y"]))
def test_a_date_of_news_is_read_back(day: date, form: str) -> None:
    text = day.strftime(form)
    expected = str(day) if "1800" <= str(day)[:4] < "2100" else ""
    assert [one.value for one in find_dates(text, "en")] == ([expected] if expected else [])
