"""A paragraph that a page prints twice stays once, and what may stand twice stays twice."""

from __future__ import annotations

import pytest

from newsclean import Cleaner

FIRST = "The bridge over the harbour opened on Monday, a month before the day that the builders had named in spring."
SECOND = "Four people crossed it in the first bus, and three of them had come to see whether the fourth would get off."
THIRD = "The ferry made its last crossing at noon, and its men have been offered work on the dredgers further out."


@pytest.mark.parametrize(
    ("paragraphs", "stay"),
    [
        ([FIRST, SECOND, THIRD, FIRST, SECOND, THIRD], [FIRST, SECOND, THIRD]),
        ([FIRST, SECOND, f"**{SECOND}**", THIRD], [FIRST, SECOND, THIRD]),
        (
            ["What will you miss?", FIRST, "What will you miss?", SECOND, "What will you miss?", THIRD],
            ["What will you miss?", FIRST, "What will you miss?", SECOND, "What will you miss?", THIRD],
        ),
        (
            [FIRST, SECOND, FIRST[:-1] + " and in summer.", THIRD],
            [FIRST, SECOND, FIRST[:-1] + " and in summer.", THIRD],
        ),
    ],
    ids=["an article printed twice", "in other type", "a question put to three people", "begun alike"],
)
def test_a_paragraph_stays_once(paragraphs: list[str], stay: list[str]) -> None:
    cleaner = Cleaner(without=("residue",))
    assert cleaner.clean("\n\n".join(paragraphs)).text.split("\n\n") == stay


def test_what_a_cue_cuts_twice_is_no_repeat() -> None:
    pitch = "Sign up for our newsletter to get the best stories from the harbour and its islands every single morning."
    blocks = Cleaner().document(f"{FIRST}\n\n{pitch}\n\n{SECOND}\n\n{pitch}\n\n{THIRD}").blocks
    assert [block.cut.kind if block.cut else "" for block in blocks] == ["", "newsletter", "", "newsletter", ""]


def test_repeats_stay_if_the_user_ignores_them() -> None:
    cleaner = Cleaner(without=("residue",), ignore=("repeat",))
    assert cleaner.clean(f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{SECOND}").text.count(SECOND) == 2


def test_an_article_run_together_goes_where_its_paragraphs_stay() -> None:
    paragraphs = [f"{number}. {text}" for number in range(4) for text in (FIRST, SECOND, THIRD)]
    blocks = Cleaner(without=("residue",)).document("\n\n".join([" ".join(paragraphs), *paragraphs])).blocks
    assert [block.cut.kind if block.cut else "" for block in blocks] == ["repeat", *[""] * len(paragraphs)]


def test_a_copy_s_headings_go_with_it_and_lines_broken_at_links_are_the_same_words() -> None:
    article = ["1. The opening", FIRST, "2. The bus", SECOND, THIRD]
    copy = ["The opening", FIRST, "The bus", SECOND, THIRD, "Nobody knows why."]
    texts = [*article[:1], *FIRST.split(", "), *article[2:], *copy]
    texts[1] += ","
    blocks = Cleaner(without=("residue",)).document("\n\n".join(texts)).blocks
    kept = [block.text for block in blocks if not (block.cut and block.cut.kind == "repeat")]
    assert kept == [*texts[:6], "The opening", "Nobody knows why."]


def test_a_long_document_is_no_matter() -> None:
    paragraphs = [f"{number} {FIRST} {SECOND * 8}" for number in range(2000)]
    text = Cleaner(without=("residue",)).clean("\n\n".join([*paragraphs, *paragraphs])).text
    assert text.split("\n\n") == paragraphs
