"""Markdown becomes blocks of plain text that keep their links."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from cases import golden
from newsclean.parsers.markdown import lift
from parsed import expected, parsed, read, shape


@pytest.mark.parametrize(("source", "blocks"), golden("parsers/markdown"))
def test_markdown_becomes_its_blocks(source: Path, blocks: Path) -> None:
    assert shape(parsed(read(source), "markdown")) == expected(blocks)


@pytest.mark.parametrize(("source", "blocks"), golden("parsers/markdown"))
def test_windows_line_ends_change_nothing_but_the_source(source: Path, blocks: Path) -> None:
    windows = shape(parsed(read(source).replace("\n", "\r\n"), "markdown"))
    plain = [{key: value for key, value in block.items() if key != "source"} for block in expected(blocks)]
    assert [{key: value for key, value in block.items() if key != "source"} for block in windows] == plain


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        ("**Related:** [a *story*](#)", "Related: a story"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("R&amp;D &mdash; 5 &lt; 6", "R&D — 5 < 6"),
        (r"\*not stars\*", "*not stars*"),
        ("`code * here`", "code * here"),
        ("![alt text](/i.png) beside", "beside"),
        ("a <b>tag</b> inside", "a tag inside"),
    ],
)
def test_markup_is_lifted_off_a_piece(piece: str, text: str) -> None:
    assert lift(piece) == text


def test_deep_nesting_does_not_crash() -> None:
    document = parsed("> " * 200 + "deep\n" + "- " * 200 + "list\n" + "*" * 2000 + "[" * 2000 + "(" * 2000, "markdown")
    assert all(before.end <= after.start for before, after in pairwise(document.blocks))


def test_an_image_among_wrapped_lines_leaves_an_empty_one() -> None:
    lines = ["The river that ran past the old mill fell again on Monday and nobody", "![](mill.png)", "could say why."]
    document = parsed("# Mill\n\n" + "\n".join(lines), "markdown")
    assert " ".join(block.text for block in document.blocks[1:]).split() == f"{lines[0]} {lines[2]}".split()


def test_a_title_in_angle_brackets_is_text_and_a_tag_is_not() -> None:
    document = parsed("# Opera\n\nShe sang in <The Palace: Tale of a Queen> and <b>left</b>.", "markdown")
    assert document.blocks[1].text == "She sang in <The Palace: Tale of a Queen> and left."


@pytest.mark.parametrize(
    "unit",
    [
        '](a: "',
        '[x](http://a b "t" ',
        "[![](data: ",
        "](a:(",
        "[[a](/b c) ",
        "[ a\n\n](/b)\n\n",
        "| [x](/a b) |\n|---|\n",
    ],
)
def test_links_and_rows_without_end_take_no_time(unit: str) -> None:
    document = parsed("# Title\n\n" + unit * 4000, "markdown")
    assert document.blocks[0].text == "Title"
