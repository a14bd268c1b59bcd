"""What documents say of themselves: small documents of our own."""

from __future__ import annotations

import pytest

from newsclean.api import Cleaner
from newsclean.document import Document, Evidence
from newsclean.metadata.agencies import agencies_in, agency_of
from newsclean.metadata.date_lines import read_line
from newsclean.metadata.names import as_name, names_in
from newsclean.metadata.reading import read_metadata
from newsclean.metadata.sites import clean_url, day_in_path, publisher_in, section_in_path, site_of
from newsclean.parsers import parse

BODY = """\
The town council of Ostermouth voted on Monday to rebuild the old harbour wall, which a storm had broken in February.

Engineers said the wall would cost four million and take two years to finish. The council will borrow most of the money.

"We have waited long enough for this wall," the mayor told reporters after the vote, which took three hours.

Fishermen who keep their boats in the harbour welcomed the decision but asked for an earlier start of the works.
"""


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner()


def values(document: Document) -> dict[str, str]:
    return {one.key: document.value(one.key) for one in document.evidence}


def test_headline_byline_and_date_leave_the_text_as_metadata(cleaner: Cleaner) -> None:
    head = "Ostermouth council votes to rebuild wall\n\nBy Ada Novak and Tim Berg\n\n9 September 2019, 10:23 GMT\n\n"
    document = cleaner.document(head + BODY)
    found = values(document)
    assert found["title"] == "Ostermouth council votes to rebuild wall"
    assert found["authors"] == "Ada Novak; Tim Berg"
    assert found["date"] == "2019-09-09T10:23Z"
    assert found["date_precision"] == "minute"
    assert found["language"] == "en"
    assert [block.text for block in document.kept()] == BODY.strip().split("\n\n")
    assert {block.cut.kind for block in document.blocks if block.cut} == {"title", "byline", "date"}


def test_a_text_without_a_head_has_no_title_author_or_date(cleaner: Cleaner) -> None:
    found = values(cleaner.document(BODY))
    assert not {"title", "authors", "agency", "date", "url", "publisher"} & set(found)


def test_every_value_has_a_method_and_its_span_in_the_source(cleaner: Cleaner) -> None:
    head = "# Ostermouth council votes to rebuild harbour wall\n\nBy Ada Novak | Published: 9 September 2019\n\n"
    document = cleaner.document(head + BODY)
    for one in document.evidence:
        assert one.method
        assert 0 < one.score <= 1
    title = document.best("title")
    assert title is not None
    assert title.value in document.source[title.start : title.end]
    assert document.value("date") == "2019-09-09"


def test_an_agency_that_signs_alone_is_the_author_too(cleaner: Cleaner) -> None:
    head = "# Ostermouth council votes to rebuild harbour wall\n\nBy {}\n\nSeptember 9, 2019\n\n"
    found = values(cleaner.document(head.format("Reuters") + BODY))
    assert (found["authors"], found["agency"]) == ("Reuters", "Reuters")
    found = values(cleaner.document(head.format("Ada Novak, Reuters") + BODY))
    assert (found["authors"], found["agency"]) == ("Ada Novak", "Reuters")


def test_a_dateline_s_agency_is_no_author(cleaner: Cleaner) -> None:
    found = values(cleaner.document("OSTERMOUTH, Sept 9 (Reuters) - " + BODY))
    assert found["agency"] == "Reuters"
    assert "authors" not in found
    assert "date" not in found


def test_published_beats_updated_and_both_are_kept(cleaner: Cleaner) -> None:
    head = "# Ostermouth council votes to rebuild harbour wall\n\nUpdated: 11 May 2021 | Published: 9 May 2021\n\n"
    found = values(cleaner.document(head + BODY))
    assert (found["date"], found["date_modified"]) == ("2021-05-09", "2021-05-11")


def test_a_change_alone_is_no_publication(cleaner: Cleaner) -> None:
    found = values(cleaner.document("# Ostermouth votes to rebuild its wall\n\nLast updated: 11 May 2021\n\n" + BODY))
    assert "date" not in found
    assert found["date_modified"] == "2021-05-11"


def test_dates_in_prose_are_not_the_article_s(cleaner: Cleaner) -> None:
    prose = BODY + "\nThe first wall was finished on 9 September 1871, and the second on 3 May 1954, the museum said.\n"
    assert "date" not in values(cleaner.document(prose))


def test_a_relative_day_needs_a_known_time_of_the_fetch(cleaner: Cleaner) -> None:
    text = "# Ostermouth council votes to rebuild harbour wall\n\nPublished 3 hours ago\n\n" + BODY
    assert "date" not in values(cleaner.document(text))
    document = Cleaner(crawled_at="2021-05-09T12:00:00Z").document(text)
    best = document.best("date")
    assert best is not None
    assert (best.value, best.method) == ("2021-05-09T09:00Z", "relative-to-crawl")


def test_a_date_after_the_fetch_is_none() -> None:
    text = "# Ostermouth council votes to rebuild harbour wall\n\n9 May 2031\n\n" + BODY
    assert "date" not in values(Cleaner(crawled_at="2021-05-09").document(text))


def test_url_site_and_day_come_from_the_source_line(cleaner: Cleaner) -> None:
    url = "https://www.quarrypost.co.uk/harbour/2019/09/09/wall-a672?utm_source=x&id=5#top"
    found = values(cleaner.document(BODY + f"\nOriginal url:\n\n{url}\n"))
    assert found["url"] == "https://www.quarrypost.co.uk/harbour/2019/09/09/wall-a672?id=5"
    assert found["url_as_found"] == url
    assert (found["site"], found["date"], found["section"]) == ("quarrypost.co.uk", "2019-09-09", "harbour")


def test_credits_are_kept_as_printed(cleaner: Cleaner) -> None:
    found = values(cleaner.document(BODY + "\n(Reporting by Ada Novak; Editing by Tim Berg)\n"))
    assert found["credits"] == "Reporting by Ada Novak; Editing by Tim Berg"


def test_a_page_s_head_wins_and_conflicts_stay_on_record(cleaner: Cleaner) -> None:
    page = f"""<!DOCTYPE html><html lang="en"><head><title>Harbour wall to be rebuilt | Quarry Post</title>
    <meta property="og:title" content="Harbour wall to be rebuilt"><meta property="og:site_name" content="Quarry Post">
    <meta property="article:published_time" content="2019-09-09T08:00:00+02:00">
    <meta name="author" content="Quarry Post">
    </head><body><article><h1>Harbour wall to be rebuilt</h1><p>By Ada Novak</p><p>10 September 2019</p>
    {"".join(f"<p>{line}</p>" for line in BODY.strip().split(chr(10) * 2))}</article></body></html>"""
    document = cleaner.document(page)
    found = values(document)
    assert found["title"] == "Harbour wall to be rebuilt"
    assert found["authors"] == "Ada Novak"
    assert found["date"] == "2019-09-09T08:00+02:00"
    assert found["publisher"] == "Quarry Post"
    assert {one.value[:10] for one in document.evidence if one.key == "date"} == {"2019-09-09", "2019-09-10"}


def given(**fields: str) -> Document:
    document = Document("row", BODY)
    parse(document)
    for key, value in fields.items():
        document.note(Evidence(key, value, f"row:{key}", 1.0))
    read_metadata(document)
    return document


def test_a_row_s_values_win_and_get_the_record_s_form() -> None:
    document = given(date="Mon, 09 Sep 2019 10:23:45 +0200", url="https://quarrypost.example/a?utm_id=1", title="Wall")
    assert document.value("date") == "2019-09-09T10:23+02:00"
    assert document.value("date_as_found") == "Mon, 09 Sep 2019 10:23:45 +0200"
    assert document.value("url") == "https://quarrypost.example/a"
    assert document.value("title") == "Wall"
    assert document.value("date_precision") == "minute"


@pytest.mark.parametrize("date", ["soon", "Thursday", "2019-13-40", "9999-99-99", "around 2019 or 2020"])
def test_a_row_s_date_that_cannot_be_read_is_none(date: str) -> None:
    assert given(date=date).value("date") == ""


def test_a_headline_that_is_repeated_leaves_the_text() -> None:
    title = "Ostermouth council votes to rebuild harbour wall"
    document = Cleaner().document(f"{title} | Quarry Post\n\n# {title}\n\n9 May 2021\n\n{BODY}")
    assert document.value("title") == title
    assert all(title not in block.text for block in document.kept())


@pytest.mark.parametrize(
    "line",
    ["Port Aran | 5 | 3 | 14", "Rested: Port Aran.", "Final Score 3:05", "Photo by Ada Novak / Reuters"],
)
def test_lines_that_only_look_like_names_sign_nothing(cleaner: Cleaner, line: str) -> None:
    head = f"# Ostermouth council votes to rebuild harbour wall\n\n{line}\n\n"
    assert cleaner.document(head + BODY).value("authors") == ""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Novak", ["Ada Novak"]),
        ("Ada Novak, Tim Berg and Eva Lind in Kyiv", ["Ada Novak", "Tim Berg", "Eva Lind"]),
        ("Ada Novak und Tim Berg, Berlin", ["Ada Novak", "Tim Berg"]),
        ("Ada Novak et Tim Berg", ["Ada Novak", "Tim Berg"]),
        ("Ада Новак и Тим Берг", ["Ада Новак", "Тим Берг"]),
        ("ADA NOVAK-LIND", ["Ada Novak-Lind"]),
        ("Dr. Ada Novak, Political Correspondent", ["Ada Novak"]),
        ("Ada Novak (ada@quarrypost.example)", ["Ada Novak"]),
        ("Ada Novak @adanovak Follow", ["Ada Novak"]),
        ("Ada van den Berg", ["Ada van den Berg"]),
        ("Ada NovakTim Berg", ["Ada Novak", "Tim Berg"]),
        ("Read more", []),
        ("Breaking News", []),
        ("New York", []),
        ("the mayor of the town", []),
        ("Ostermouth", []),
        ("3 May 2019", []),
    ],
)
def test_a_byline_names_persons(text: str, names: list[str]) -> None:
    assert names_in(text, explicit=True) == names


def test_names_and_agencies_are_told_apart() -> None:
    assert as_name("Quarry News Desk") == ""
    assert [agency_of(name) for name in ("The Associated Press", "ТАСС", "Ada Novak")] == ["AP", "TASS", ""]
    assert [agencies_in(sign) for sign in ("dpa/AFP", "dpa, Ada Novak")] == [["dpa", "AFP"], []]


def test_addresses_lose_what_tracks_and_give_site_day_and_section() -> None:
    assert clean_url("https://a.example.org/x?utm_source=1&fbclid=2&p=3#c") == "https://a.example.org/x?p=3"
    assert {clean_url("javascript:void(0)"), clean_url("http://[broken")} == {""}
    assert site_of("https://news.quarry.co.uk/x") == "quarry.co.uk"
    assert day_in_path("https://q.example/2019/09/09/wall") == "2019-09-09"
    assert day_in_path("https://q.example/wall-20190909-a") == "2019-09-09"
    assert {day_in_path("https://q.example/2019/13/09/wall"), day_in_path("https://q.example/story/20190999")} == {""}
    assert section_in_path("https://q.example/world-news/wall") == "world news"
    assert publisher_in("© 2019 The Quarry Post. All rights reserved.") == "The Quarry Post"
    assert publisher_in("Copyright 2019. All rights reserved") == ""


@pytest.mark.parametrize(
    "line",
    [
        "Founded in Ostermouth, Friday, April 26, 2024, No. 98",
        "Freitag, 26. April 2024, Nr. 98",
        "Vol. 12 - 26 April 2024",
    ],
)
def test_the_head_of_a_printed_issue_dates_no_article(line: str) -> None:
    assert not read_line(line, "en")


def test_the_date_of_a_post_that_an_article_shows_is_not_the_article_s(cleaner: Cleaner) -> None:
    post = "Great wall. We will win on it.\n\n— Ostermouth United (@ostermouthutd)\n\nOctober 31, 2021"
    title = "Ostermouth council votes to rebuild wall"
    assert cleaner.document(f"{title}\n\n{post}\n\n{BODY}").value("date") == ""
    assert cleaner.document(f"{title}\n\nOctober 31, 2021\n\n{BODY}").value("date") == "2021-10-31"
