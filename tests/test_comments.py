"""The title of an article's comments takes all that follows it, if it is one."""

from __future__ import annotations

import pytest

from newsclean import Cleaner

STORY = (
    "The council met on Monday to vote on the harbour wall, and nobody spoke against it, because nobody had come. "
    "The chair said that this had been expected, since the wall is forty years old and everyone who fishes knows it."
)
COMMENT = "I walked over it every day as a child, and it was old then already, so who is surprised that it leaks?"


@pytest.mark.parametrize(
    "title",
    ["2 thoughts on “The wall”", "One response to “The wall”", '## 12 comments on "The wall"'],
)
def test_all_goes_from_the_title_of_comments_on(title: str) -> None:
    cleaner = Cleaner(without=("residue", "repeats", "metadata"))
    assert cleaner.clean(f"# The wall\n\n{STORY}\n\n{title}\n\nAda\n\n{COMMENT}").text == f"The wall\n\n{STORY}"


@pytest.mark.parametrize(
    ("before", "title"),
    [
        (STORY, "[2 thoughts on “The wall”](https://quarry.example/wall#comments)"),
        ("Harbour news", "2 thoughts on “The wall”"),
    ],
    ids=["a link to comments", "no article before it"],
)
def test_what_follows_stays(before: str, title: str) -> None:
    cleaner = Cleaner(without=("residue", "repeats", "metadata"))
    assert cleaner.clean(f"# The wall\n\n{before}\n\n{title}\n\n{COMMENT}").text.endswith(COMMENT)
