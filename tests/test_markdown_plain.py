"""Simple markdown is read without markdown-it, and says exactly what markdown-it says."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsclean.document import Document
from newsclean.parsers import markdown, markdown_plain

BITS = st.sampled_from(
    [
        *"\n\n\n \t#*_-+>|:=~`[]()!&<\\\"'’“”.,;?%1289aZé本",
        *[
            "\n\n",
            "- ",
            "* ",
            "\n- ",
            "\n* ",
            "\n## ",
            "\n# ",
            "---",
            "***",
            "* * *",
            "1. ",
            "**",
            "__",
            "\n**",
            "\n*",
            "\n__",
            "\n#",
            "\n-\n",
            "\n*\n",
            "\n+",
            "  ",
            "\u2028",
        ],
        *["](", "](/a)", "[Lume](https://lume.example/a?b=1&c=2)", "![", "<b>", "&amp;", "&", "http://", "/x", "%20"],
        *[
            "rain",
            "Harbour wall",
            "**Read more:**",
            "*fell*",
            "_fell_",
            "(*x*)",
            "**“Rain” at last**",
            "said, ",
            "[a]: b",
            "`c`",
            "\xa0",
        ],
    ]
)
SOURCES = st.lists(BITS, min_size=1, max_size=24).map("".join)


def blocks(source: str, *, plain: bool, patch: pytest.MonkeyPatch) -> list[object]:
    """The blocks of a source, simple markdown read by the fast way or not."""
    with patch.context() as context:
        if not plain:
            context.setattr(markdown_plain, "said", lambda _: None)
            context.setattr(markdown_plain, "pieces", lambda _: None)
        document = Document("a", source)
        markdown.parse(document)
    return list(document.blocks)


@example("Rain fell.\n- [Lume](https://lume.example/a) and *more*\nstill the item\n\n***\n**Read more:** [x](/y).")
@example("*a*_b_ (**c**) *d:*. _e_ **f*g**")
@example("text\n---\n\n# \n## a #\n-\n- - a\n* * *\n[a]: b\n[a]")
@settings(max_examples=1500, deadline=None)
@given(SOURCES)
def test_the_fast_way_says_what_markdown_it_says(source: str) -> None:
    patch = pytest.MonkeyPatch()
    assert blocks(source, plain=True, patch=patch) == blocks(source, plain=False, patch=patch)


@pytest.mark.parametrize(
    "source",
    ["A line.\n\n## Head\n\n- one\n- two **bold**\n\nSee [a](https://a.example/b).", "One\ntwo\n\n***\n\nthree"],
)
def test_simple_markdown_needs_no_markdown_it(source: str) -> None:
    said = markdown_plain.said(source)
    assert said
    assert all(markdown_plain.pieces(one.content) is not None for one in said)


@pytest.mark.parametrize("source", ["> quoted", "1. one", "a\n---", "| a |\n|---|", "<p>x", "```\nx\n```", "    code"])
def test_anything_else_is_left_to_markdown_it(source: str) -> None:
    assert markdown_plain.said(source) is None
