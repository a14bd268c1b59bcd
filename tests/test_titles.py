"""Which line is the headline: by the labeler's chances, by share buttons, by the page's head; and when none is."""

from __future__ import annotations

import pytest

from newsclean.api import Cleaner
from newsclean.document import Block, Document
from newsclean.labeler import LABELS
from newsclean.metadata.headlines import key_of
from newsclean.metadata.kickers import without_kicker
from newsclean.metadata.reading import read_metadata
from newsclean.metadata.sites import shared_titles
from newsclean.parsers import parse

TITLE = "Ostermouth council votes to rebuild harbour wall"
TEASER = "Port Aran fishermen rebuild their own harbour"
BODY = """\
The town council of Ostermouth voted on Monday to rebuild the old harbour wall, which a storm had broken in February.

Engineers said the wall would cost four million and take two years to finish. The council will borrow most of the money.

"We have waited long enough for this wall," the mayor told reporters after the vote, which took three hours.
"""
SHARE = "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fq.example%2Fwall&"


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner()


def judged(source: str, chances: dict[str, float], format_: str = "text") -> Document:
    """A document whose blocks have the chance of a title that `chances` gives their text, else that of body text."""
    document = Document("judged", source, format="markdown" if format_ == "markdown" else "text")
    parse(document)
    for block in document.blocks:
        title = chances.get(block.text, 0.001)
        block.chances = [1 - title if label == "body" else title if label == "title" else 0.0 for label in LABELS]
    read_metadata(document)
    return document


def test_of_equal_lines_the_labeler_s_is_the_headline() -> None:
    head = f"Home\n\nNews\n\nSport\n\n{TEASER}\n\n{TITLE}\n\n"
    assert judged(head + BODY, {TEASER: 0.05, TITLE: 0.8}).value("title") == TITLE
    assert judged(head + BODY, {TEASER: 0.001, TITLE: 0.001}).value("title") == ""


def test_what_share_buttons_pass_on_is_the_headline_without_its_kicker() -> None:
    line = f"Storm damage: {TITLE}"
    title = TITLE.replace(" ", "%20")
    source = f"# {line}\n\n[Share]({SHARE}title={title})\n\n{BODY}"
    document = judged(source, {line: 0.8}, "markdown")
    assert document.value("title") == TITLE
    best = document.best("title")
    assert best is not None
    assert best.value in document.source[best.start : best.end]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("text=Harbour%20wall%20falls%20https%3A%2F%2Fq.example", ["Harbour wall falls"]),
        ("text=Harbour%20wall%20falls%20via%20%40quarrypost", ["Harbour wall falls"]),
        ("title=Harbour+wall+falls", ["Harbour wall falls"]),
        ("text=https%3A%2F%2Fq.example%2Fwall", []),
        ("title=Post", []),
        ("u=1", []),
    ],
)
def test_share_links_pass_on_titles_without_addresses_and_handles(query: str, titles: list[str]) -> None:
    document = Document("share", f"[Share]({SHARE}{query})", format="markdown")
    parse(document)
    assert shared_titles(document.blocks) == titles


def page(*, title: str, social: str, headline: str, printed: str) -> str:
    body = "".join(f"<p>{line}</p>" for line in BODY.strip().split("\n\n"))
    return f"""<!DOCTYPE html><html><head><title>{title}</title><meta property="og:title" content="{social}">
    <script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{headline}"}}</script>
    </head><body><article><h1>{printed}</h1>{body}</article></body></html>"""


def test_a_headline_that_a_page_prints_and_its_data_bear_out_beats_one_for_searching(cleaner: Cleaner) -> None:
    other = "Harbour wall: what it costs and when it comes"
    assert cleaner.document(page(title=other, social=other, headline=TITLE, printed=TITLE)).value("title") == TITLE
    assert cleaner.document(page(title=TITLE, social=other, headline=TITLE, printed=TITLE)).value("title") == other


def test_a_text_that_begins_with_its_first_paragraph_has_no_title(cleaner: Cleaner) -> None:
    subheads = BODY.replace("Engineers", "What the engineers say of it\n\nEngineers")
    assert cleaner.document(subheads).value("title") == ""


def test_a_path_above_the_headline_gives_the_section(cleaner: Cleaner) -> None:
    assert cleaner.document(f"Home › World News › Harbours\n\n{TITLE}\n\n{BODY}").value("section") == "World News"
    assert cleaner.document(f"Home is where the wall is\n\n{TITLE}\n\n{BODY}").value("section") == ""


def test_lines_are_compared_by_letters_and_digits() -> None:
    assert key_of("* Harbour wall – falls!") == key_of("HARBOUR WALL falls") == "harbourwallfalls"


def test_blocks_know_what_the_labeler_gives_them(cleaner: Cleaner) -> None:
    document = cleaner.document(f"{TITLE}\n\n{BODY}")
    assert all(len(block.chances) == len(LABELS) for block in document.blocks)
    assert Block("", 0, 0).chances == ()


PATH = "Harbour wall: council decides to rebuild"


@pytest.mark.parametrize("path", ["* Home\n* Town\n* {}", "Startseite | Stadt |\n\n{}", "1. Home\n2. Town\n3. {}"])
def test_below_the_last_step_of_a_path_stands_the_headline(path: str) -> None:
    source = f"Log in\n\nSport\n\nWeather\n\nMarkets\n\n{path.format(PATH)}\n\n{TITLE}\n\n{BODY}"
    chances = {form.format(PATH): 0.6 for form in ("{}", "* {}", "3. {}")}
    assert judged(source, chances | {TITLE: 0.4}).value("title") == TITLE
    assert judged(source.replace("Home", "Old").replace("Startseite", "Alt"), chances | {TITLE: 0.05}).value("title")


def test_a_line_below_a_path_is_the_headline_only_if_it_says_much_the_same() -> None:
    source = f"Log in\n\nSport\n\nWeather\n\nHome\n\nTown\n\n{TITLE}\n\nWhere to eat fish this weekend\n\n{BODY}"
    assert judged(source, {TITLE: 0.6, "Where to eat fish this weekend": 0.5}).value("title") == TITLE


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Storm and its costsCouncil votes to rebuild harbour wall", "Council votes to rebuild harbour wall"),
        ('"It starts on Monday"Council votes to rebuild wall', "Council votes to rebuild wall"),
        (
            "New PlayStation sells out before it has reached shops",
            "New PlayStation sells out before it has reached shops",
        ),
        ("GenossInnen stimmen über die neue Hafenmauer ab", "GenossInnen stimmen über die neue Hafenmauer ab"),
        ('"Wall" of Ostermouth is to be built again this year', '"Wall" of Ostermouth is to be built again this year'),
        ("Storm and its costsCouncil votes", "Storm and its costsCouncil votes"),
    ],
)
def test_a_kicker_leaves_that_nothing_parts_from_the_headline(line: str, headline: str) -> None:
    assert without_kicker(line, "the council of ostermouth votes; one playstation a station; innen") == headline


def test_a_sentence_s_rest_or_a_path_is_no_headline() -> None:
    rest = "…as fishermen of Ostermouth wait for the harbour wall"
    assert judged(f"{rest}\n\n{BODY}", {rest: 0.6}).value("title") == ""
    path = f"News > Town > {TITLE}"
    head = f"Log in\n\nSport\n\nWeather\n\n{path}\n\nMonday\n\n{TITLE}\n\n"
    assert judged(head + BODY, {path: 0.7, TITLE: 0.5}).value("title") == TITLE


@pytest.mark.parametrize(
    ("title", "date", "body"),
    [
        (
            "Town votes to close the harbour bridge for eight weeks",
            "March 2, 2021",
            "The town voted on Tuesday to close the bridge for eight weeks.\n\nNobody had told us, men there said.",
        ),
        (
            "सोनपुर पुल हादसे में पाँच की मौत",
            "2 मार्च 2021",
            "सोनपुर में मंगलवार को पुराना पुल ढह जाने से पाँच लोगों की मौत हो गई।\n\nपुलिस ने जाँच शुरू की।",
        ),
    ],
    ids=["short paragraphs", "vowel signs"],
)
def test_a_short_text_has_its_title(cleaner: Cleaner, title: str, date: str, body: str) -> None:
    assert cleaner.document(f"{title}\n\n{date}\n\n{body}\n").value("title") == title
