"""A block of which only a part must go is divided without losing a letter of its source."""

from __future__ import annotations

from itertools import pairwise

import pytest

from newsclean.document import Format
from newsclean.parsers.divide import divide
from parsed import parsed

CASES: list[tuple[Format, str, str]] = [
    ("text", "Rain fell. Read more: Snow", "Read more"),
    ("text", "Marsh &amp; Sons sold. Read more: Snow &amp; ice", "Read more"),
    ("markdown", "Rain **fell**. Read more: [Snow](/snow)", "Read more"),
    ("markdown", "Rain *fell*. **Read more:** [Snow](/snow)", "Read more"),
    ("markdown", "[Rain](/rain) fell. _Read_ more", "Read"),
    ("html", "<p>Rain <b>fell</b>. Read more: <a href='/snow'>Snow</a></p>", "Read more"),
    ("html", "<p>Marsh &amp; Sons&nbsp;sold. <b>Read more:</b> <a href='/snow'>Snow</a></p>", "Read more"),
]


@pytest.mark.parametrize(("format_", "source", "part"), CASES, ids=[case[1] for case in CASES])
def test_a_block_is_divided_before(format_: Format, source: str, part: str) -> None:
    document = parsed(source, format_)
    (block,) = document.blocks
    pieces = list(divide(document, block, [block.text.index(part)]).values())
    assert len(pieces) == 2
    assert " ".join(piece.text for piece in pieces) == block.text
    assert pieces[1].text.startswith(part)
    assert part.split(maxsplit=1)[0] not in document.source[pieces[0].start : pieces[0].end]
    assert part.split(maxsplit=1)[0] in document.source[pieces[1].start : pieces[1].end]
    assert [piece.joined for piece in pieces] == [False, True]
    assert (pieces[0].start, pieces[-1].end) == (block.start, block.end)
    assert all(before.end <= after.start for before, after in pairwise(pieces))
    assert sorted(link for piece in pieces for link in piece.links) == sorted(block.links)


def test_a_link_goes_with_the_words_that_it_is_on() -> None:
    document = parsed("[Rain](/rain) fell. Read more: [Snow](/snow)", "markdown")
    (block,) = document.blocks
    pieces = list(divide(document, block, [block.text.index("Read")]).values())
    assert [[link.url for link in piece.links] for piece in pieces] == [["/rain"], ["/snow"]]


def test_a_block_that_cannot_be_divided_stays_whole() -> None:
    document = parsed("Rain [fell. Read more](/snow) today", "markdown")
    (block,) = document.blocks
    assert divide(document, block, [block.text.index("ead more")]) == [block]


def test_several_places_divide_at_once() -> None:
    document = parsed("One. *Two.* Three. [Four](/4).", "markdown")
    (block,) = document.blocks
    starts = [block.text.index(word) for word in ("Two", "Three", "Four")]
    assert [piece.text for piece in divide(document, block, starts)] == ["One.", "Two.", "Three.", "Four."]
