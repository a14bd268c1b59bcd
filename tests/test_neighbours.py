"""A list of headlines and times goes; one that a sentence announces and parts of a sentence stay with the article."""

from __future__ import annotations

import pytest

from newsclean import Cleaner
from newsclean.document import Block, Cut
from newsclean.stages import DATED
from newsclean.stages.neighbours import announced, broken, scored, teased

STORY = """The bridge over the harbour opened on Monday, a month before the day that the builders had named in spring.

The ferry made its last crossing at noon, and its men have been offered work on the dredgers further out.
"""
HEADLINES = ["Mayor says school stays", "Rain until Friday", "Ferry men look for work", "Church bell cracked"]
TIMES = ["2 hours ago", "3 hours ago", "1 day ago", "2 days ago"]


def _dated(*parts: str, ignore: tuple[str, ...] = ()) -> list[str]:
    document = Cleaner(ignore=ignore).document("\n\n".join(parts))
    return [block.text for block in document.blocks if block.cut and block.cut.cue == DATED]


def test_a_list_of_headlines_and_times_goes() -> None:
    pairs = [f"{headline}\n{time}" for headline, time in zip(HEADLINES, TIMES, strict=True)]
    assert _dated(STORY, *pairs) == HEADLINES


def test_two_are_no_list() -> None:
    assert not _dated(STORY, HEADLINES[0], TIMES[0], HEADLINES[1], TIMES[1])


def test_entries_of_a_live_blog_stay() -> None:
    entries = [f"{headline}\n{time}\n{STORY}" for headline, time in zip(HEADLINES, TIMES, strict=True)]
    assert not _dated(*entries)


def test_sentences_before_times_stay() -> None:
    assert not _dated(STORY, *(f"{headline}.\n{time}" for headline, time in zip(HEADLINES, TIMES, strict=True)))


def test_the_user_may_keep_them() -> None:
    pairs = [f"{headline}\n{time}" for headline, time in zip(HEADLINES, TIMES, strict=True)]
    assert not _dated(STORY, *pairs, ignore=(DATED,))


TOWNS = ["Norwick", "Easthaven", "Lund", "Vane"]


@pytest.mark.parametrize(
    ("before", "entries", "chances", "stay"),
    [
        ("The bus stops in these towns:", TOWNS, [0.3, 0.2, 0.1, 0.06], 4),
        ("The bus stops in these towns:", TOWNS, [0.3, 0.2, 0.1, 0.01], 3),
        ("The bus stops in these towns:", TOWNS, [0.3, 0.2, 0.01, 0.01], 0),
        ("The bus stops in these towns.", TOWNS, [0.3, 0.2, 0.1, 0.1], 0),
        ("More stories:", TOWNS, [0.3, 0.2, 0.1, 0.1], 0),
        ("The bus stops in these towns:", ["word " * 30] * 3, [0.3, 0.2, 0.1], 0),
    ],
    ids=["a list", "up to what is surely none", "two are none", "nobody announces it", "by two words", "of paragraphs"],
)
def test_entries_stay_if_a_sentence_announces_them(
    before: str, entries: list[str], chances: list[float], stay: int
) -> None:
    texts = [before, *entries]
    blocks = [Block(text, 0, len(text)) for text in texts]
    found = announced(blocks, [True] + [False] * len(entries), [0.9, *chances], [len(text.split()) for text in texts])
    assert found == frozenset(range(1, stay + 1))


@pytest.mark.parametrize(
    ("texts", "kept", "stay"),
    [
        (["While half the town was watching the last part of", "The Crown", "on Sunday, the ferry sank."], "101", {1}),
        (
            ["While half the town was watching", "The Crown", "and", "The Mill", "on Sunday, it sank."],
            "10001",
            {1, 2, 3},
        ),
        (["The ferry sank on Sunday.", "The Crown", "on Sunday, the ferry sank."], "101", set()),
        (["While half the town was watching the last part of", "The Crown", "The ferry sank."], "101", set()),
        (["Read more:", "The Crown", "on Sunday, the ferry sank."], "101", set()),
        (["While half the town was watching the last part of", "The Crown", "on Sunday"], "100", set()),
    ],
    ids=["a title", "several parts", "the sentence had ended", "another begins", "no sentence", "its rest goes"],
)
def test_parts_of_a_sentence_stay_if_its_ends_do(texts: list[str], kept: str, stay: set[int]) -> None:
    blocks = [Block(text, 0, len(text)) for text in texts]
    words = [len(text.split()) for text in texts]
    assert broken(blocks, [mark == "1" for mark in kept], [0.3] * len(texts), words) == stay


@pytest.mark.parametrize(
    ("texts", "kept", "stay"),
    [
        (
            ["The ferry team won.", "Quarry Town 3-2 Mill Lane", "Ostermouth 0-0 Lehe", "They play on Monday."],
            "1001",
            {1, 2},
        ),
        (["The ferry team won.", "Quarry Town 3-2 Mill Lane", "They play on Monday."], "101", set()),
        (["The ferry team won.", "Quarry Town 3-2 Mill Lane", "Ostermouth 0-0 Lehe"], "100", set()),
        (["Home", "Quarry Town 3-2 Mill Lane", "Ostermouth 0-0 Lehe", "They play on Monday."], "0001", set()),
    ],
    ids=["between paragraphs", "one is none", "at the end", "below a menu"],
)
def test_results_between_paragraphs_stay(texts: list[str], kept: str, stay: set[int]) -> None:
    blocks = [Block(text, 0, len(text)) for text in texts]
    assert scored(blocks, [mark == "1" for mark in kept], [0.3] * len(texts)) == stay


@pytest.mark.parametrize(
    ("title", "texts", "chances", "go"),
    [
        ("Related articles", ["Ferry men look for work", "Who pays for it?"], [0.8, 0.9], {2, 3}),
        ("Related articles", ["Ferry men look for work", "They found none."], [0.5, 0.9], {2}),
        ("Related articles", ["Ferry men look for work", "They found none."], [0.8, 0.9], set()),
        ("Related articles", ["The mayor said on", "Monday", "that it was late."], [0.5, 0.5, 0.9], {2}),
        ("Read more: Rain until Friday", ["Ferry men look for work"], [0.5], set()),
    ],
    ids=[
        "to the end",
        "doubted ones between",
        "likely ones between",
        "not a sentence's last part",
        "a headline itself",
    ],
)
def test_headlines_behind_a_heading_of_other_stories_go(
    title: str, texts: list[str], chances: list[float], go: set[int]
) -> None:
    blocks = [Block(text, 0, len(text)) for text in ["The ferry sank.", title, *texts]]
    blocks[1].cut = Cut("related", "en.related.heading", 0.95)
    assert teased(blocks, [0.99, 0.1, *chances]) == go
