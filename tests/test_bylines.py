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
        ("Words: Ada Novak", "Ada Novak"),
        ("Exclusive by Ada Novak", "Ada Novak"),
        ("Rozmawiała Ada Novak", "Ada Novak"),
        ("Laporan wartawan Ada Novak", "Ada Novak"),
        ("Γράφει η Άντα Νόβακ", "Άντα Νόβακ"),
        ("लेखक: आदा नोवाक", "आदा नोवाक"),
        ("كتبت - آدا نوفاك", "آدا نوفاك"),
        ("آخر تحديث: 27 أكتوبر 2025 - 21:40", ""),
        ("תאריך פרסום: 19/05/2025", ""),
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
        ("Ada NovakStaff", ["Ada Novak"]),
        ("Tim BergWORLDNews", ["Tim Berg"]),
        ("Ada MacDonald", ["Ada MacDonald"]),
        ("Ada Novak On", ["Ada Novak"]),
        ("ADA NOVAK and AP HARBOUR WRITERS", ["Ada Novak"]),
        ("By QPN Staff", []),
    ],
)
def test_a_byline_s_names_are_parted_and_kept_whole(text: str, names: list[str]) -> None:
    assert names_in(text, explicit=True) == names


def test_a_common_word_makes_no_name_where_nothing_says_by() -> None:
    assert as_name("Best Novak") == ""
    assert as_name("Best Novak", explicit=True) == "Best Novak"


def test_a_name_that_the_headline_tells_of_signs_nothing() -> None:
    title = "Council votes for harbour wall against mayor Tim Berg"
    document = lines(title, "Tim Berg", *BODY, byline=0.3)
    document.evidence.clear()
    document.blocks[0].chances = lines(TITLE).blocks[0].chances
    read_metadata(document)
    assert document.value("title") == title
    assert document.value("authors") == ""
    assert lines(TITLE, "Tim Berg", *BODY, byline=0.3).value("authors") == "Tim Berg"
    for beginning, authors in (("Tim Berg: ", "Tim Berg"), ("Tim Berg's ", "")):
        document.evidence.clear()
        document.blocks[0].text, document.blocks[0].cut, document.blocks[1].cut = f"{beginning}{TITLE}", None, None
        read_metadata(document)
        assert document.value("authors") == authors


@pytest.mark.parametrize("line", ["Ihr Feedback", "Most Popular", "Social Sharing", "Unsere Themen"])
def test_headings_of_a_page_are_no_names(line: str) -> None:
    assert as_name(line) == ""


def test_a_credit_behind_a_slash_does_not_make_its_name_somebody_in_the_text() -> None:
    caption = "The harbour wall of Ostermouth after the storm in February last year / Ada Novak"
    assert lines(TITLE, "Ada Novak", BODY[0], caption, *BODY[1:], byline=0.3).value("authors") == "Ada Novak"
    said = "The harbour wall of Ostermouth was drawn for the council by Ada Novak herself."
    assert lines(TITLE, "Ada Novak", BODY[0], said, *BODY[1:], chances={"byline": 0.3}).value("authors") == ""


@pytest.mark.parametrize("minutes", ["3 Minuten", "5 min read", "4 min.", "12 minutes"])
def test_a_reading_time_behind_a_name_says_that_it_signs(minutes: str) -> None:
    assert lines(TITLE, f"Ada Novak {minutes}", *BODY, byline=0.05).value("authors") == "Ada Novak"
    assert lines(TITLE, "Ada Novak 3 goals", *BODY, byline=0.05).value("authors") == ""


def test_a_name_and_a_time_below_sign_though_they_stand_within_the_text() -> None:
    text = (*BODY[:2], *(line.replace("wall", "quay") for line in BODY))
    for above, authors, date in (("Ada Novak", "Ada Novak", "2025-06-30"), ("First look: the 2013 wall", "", "")):
        document = lines(TITLE, *text, above, "30. Juni 2025,", *BODY, chances={"byline": 0.2, "date": 0.27})
        assert (document.value("authors"), document.value("date")) == (authors, date)
    teasers = ("Ada Novak", "30. Juni 2025", "Tim Berg", "1. Juli 2025")
    document = lines(TITLE, *text, *teasers, *BODY, chances={"byline": 0.2, "date": 0.4})
    assert document.value("authors") == document.value("date") == ""


def test_a_label_of_a_date_below_a_name_says_that_it_signs() -> None:
    head = ("Nyheder", "Ada Novak og Tim Berg", "Offentliggjort", "11.02.2025", "Opdateret", "12.02.2025")
    assert lines(*head, *BODY, byline=0.2).value("authors") == "Ada Novak; Tim Berg"
    assert lines(head[0], head[1], "Del artiklen", *head[3:], *BODY, byline=0.2).value("authors") == ""


def test_korean_reporters_with_addresses_sign_wherever_they_stand() -> None:
    signs = ("김서연 기자 seoyeon@example.kr 이도윤 선임기자 doyun@example.kr", "박하준 기자", "hajun@example.kr")
    assert lines(TITLE, *BODY, *signs).value("authors") == "김서연; 이도윤; 박하준"
    assert lines(TITLE, *BODY, "취재기자 news@example.kr").value("authors") == ""
    assert lines(TITLE, *BODY, "김서연 기자의 다른 기사").value("authors") == ""


def test_a_portrait_behind_the_text_names_its_author() -> None:
    text = (*BODY, *(line.replace("wall", "quay") for line in BODY))
    box = ("Ada Novak", "Redakteurin", "Jahrgang 1989, schreibt über Häfen.")
    assert lines(TITLE, *text, "Teilen", "Jetzt unterstützen", *box).value("authors") == "Ada Novak"
    assert lines(TITLE, *text, "Teilen", "Ada Novak", "Bürgermeisterin von Ostermouth").value("authors") == ""


def test_a_line_about_several_authors_names_them_all() -> None:
    bio = "Ada Novak is a reporter for the Quarry Post. Tim Berg is a geologist in Port Aran. Both live there."
    assert lines(TITLE, *BODY, bio).value("authors") == "Ada Novak; Tim Berg"
    assert lines("Ada Novak is a writer in Ostermouth.", "1", *BODY).value("authors") == "Ada Novak"


def test_a_word_for_published_or_a_portrait_above_says_that_a_name_signs() -> None:
    assert lines("News", "Ada Novak | Published", *BODY, byline=0.2).value("authors") == "Ada Novak"
    assert lines("News", "Ada Novak | Politics", "Listen", *BODY, byline=0.2).value("authors") == ""
    assert lines(TITLE, "大渡 美咲の写真", "大渡 美咲", *BODY, byline=0.2).value("authors") == "大渡 美咲"
    assert lines(TITLE, "小笠原の海", "大渡 美咲", *BODY, byline=0.2).value("authors") == ""


def test_a_single_name_that_a_date_follows_signs() -> None:
    assert lines(TITLE, "von Hafenblatt", "30. Juni 2025", *BODY, byline=0.2).value("authors") == "Hafenblatt"
    assert lines(TITLE, "von Hafenblatt", "Teilen", *BODY, byline=0.2).value("authors") == ""


def test_a_name_with_its_function_above_the_time_signs() -> None:
    line = "Ada Novak, professor of harbours at the university of Port Aran, for the Quarry Post"
    document = lines("News", line, "2024.03.31 19:59", *BODY, chances={"byline": 0.2, "date": 0.4})
    assert document.value("authors") == "Ada Novak"
    assert lines("News", line, "Listen", *BODY, byline=0.2).value("authors") == ""


def test_of_bylines_that_disagree_the_labeler_s_is_believed() -> None:
    likely, teaser = "Kommentar von Ada Novak", "Kommentar von Tim Berg"
    head = [f"Thema {number}" for number in range(20)]
    document = lines(*head, likely, *["Mehr"] * 20, teaser, *["Mehr"] * 20, *BODY, byline=0.01)
    for believed, authors in ((0.01, ""), (0.2, "Ada Novak")):
        document.evidence.clear()
        for block in document.blocks:
            row = dict(zip(LABELS, block.chances, strict=True)) | ({"byline": believed} if block.text == likely else {})
            block.cut, block.chances = None, list(row.values())
        read_metadata(document)
        assert document.value("authors") == authors


def test_a_date_above_the_body_counts_though_the_title_stands_above_the_menus() -> None:
    menu = [f"Section {number}" for number in range(200)]
    assert lines(TITLE, *menu, "12 June 2021, 17:46", *BODY, chances={"date": 0.5}).value("date") == "2021-06-12T17:46"
