"""Who signs a text: names alone, glued, line by line, at its end; and lines that only look like it."""

from __future__ import annotations

import pytest

from newsclean.document import Block, Cut, Document
from newsclean.labeler import LABELS
from newsclean.metadata import layout
from newsclean.metadata.names import as_name, names_in
from newsclean.metadata.reading import read_metadata

TITLE = "Ostermouth council votes to rebuild harbour wall"
BODY = (
    "The town council of Ostermouth voted on Monday to rebuild the old harbour wall, which a storm had broken.",
    "Engineers said the wall would cost four million and take two years to finish, most of it borrowed money.",
    "We have waited long enough for this wall, the mayor told reporters after the vote, which took three hours.",
)


def lines(*texts: str, chances: dict[str, float] | None = None, byline: float = 0.0) -> Document:
    """A document of a block a text, each with the labeler's chances; those of `byline` for all but title and body."""
    source = "\n\n".join(texts)
    document = Document("lines", source)
    start = 0
    for text in texts:
        block = Block(text, start, start + len(text))
        sure = {"title": 0.9} if text == TITLE else {"body": 0.99} if text in BODY else {"byline": byline}
        row = sure | ((chances or {}) if text != TITLE and text not in BODY else {})
        block.chances = [row.get(label, 0.01) for label in LABELS]
        document.blocks.append(block)
        start += len(text) + 2
    read_metadata(document)
    return document


def test_the_places_of_chances_are_the_labeler_s() -> None:
    places = (layout.BODY, layout.TITLE, layout.BYLINE, layout.DATE, layout.CAPTION)
    assert [LABELS[place] for place in places] == ["body", "title", "byline", "date", "caption"]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ada Novak", "Ada Novak"),
        ("Ada Novak and Tim Berg", "Ada Novak; Tim Berg"),
        ("Ada Novak and AP", "Ada Novak"),
        ("Ada NovakRedakteurin", "Ada Novak"),
        ("Ada Novakchevron-right", "Ada Novak"),
        ("Ada Novak 3 Minuten", "Ada Novak"),
        ("Ада Новак Тим Берг Ева Линд 8 января, 17:46", "Ада Новак; Тим Берг; Ева Линд"),
        ("portrait ada.jpg By Ada Novak", "Ada Novak"),
        ("di Ada Novak", "Ada Novak"),
        ("di porto in porto", ""),
        ("WEST END FINAL", ""),
        ("Der Morgen", ""),
        ("Weitere Informationen", ""),
        ("सभी मछुआरों की हालत स्थिर", ""),
    ],
)
def test_a_line_that_the_labeler_takes_for_a_byline_names_its_authors(line: str, authors: str) -> None:
    assert lines(TITLE, line, *BODY, byline=0.3).value("authors") == authors


def test_a_line_that_the_labeler_takes_for_text_names_nobody() -> None:
    assert lines(TITLE, "Ada Novak", *BODY, chances={"body": 0.95}).value("authors") == ""


def test_names_in_lines_of_their_own_sign_together_and_in_order() -> None:
    document = lines(TITLE, "Ada Novak", "– Reporter", "Tim Berg", "– Reporter", *BODY, byline=0.05)
    assert document.value("authors") == "Ada Novak; Tim Berg"


def test_a_name_right_behind_the_text_signs_it() -> None:
    assert lines(TITLE, *BODY, "Ada Novak", byline=0.05).value("authors") == "Ada Novak"
    assert lines(TITLE, *BODY, "Read more", "Ada Novak", byline=0.05).value("authors") == ""


def test_a_line_about_the_author_names_the_author() -> None:
    bio = "Ada Novak is a reporter for the Quarry Post in Ostermouth."
    document = lines(TITLE, *BODY, bio)
    assert document.value("authors") == "Ada Novak"
    assert next(block for block in document.blocks if block.text == bio).cut is None
    assert lines(TITLE, *BODY, "Ada Novak is the mayor of Ostermouth.").value("authors") == ""


def test_a_teaser_within_the_text_signs_nothing() -> None:
    document = lines(TITLE, BODY[0], "More on this topic", "By Eva Lind", *BODY[1:])
    document.evidence.clear()
    for block in document.blocks:
        block.cut = Cut("related", "en.related.heading", 0.95) if block.text.startswith("More") else None
    read_metadata(document)
    assert document.value("authors") == ""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Will Novak", ["Will Novak"]),
        ("Xia You", ["Xia You"]),
        ("Ada Novak Tim Berg Eva Lind", ["Ada Novak", "Tim Berg", "Eva Lind"]),
        ("Juan Carlos Novak Berg", ["Juan Carlos Novak Berg"]),
        ("Ada Roland", ["Ada Roland"]),
    ],
)
def test_a_byline_s_names_are_parted_and_kept_whole(text: str, names: list[str]) -> None:
    assert names_in(text, explicit=True) == names


def test_a_common_word_makes_no_name_where_nothing_says_by() -> None:
    assert as_name("Best Novak") == ""
    assert as_name("Best Novak", explicit=True) == "Best Novak"
