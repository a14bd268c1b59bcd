"""A block of which only a part must go is divided without losing a letter of its source."""

from __future__ import annotations

from itertools import pairwise

import pytest

from newsclean.document import Block, Document, Format
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


def pieces_of(document: Document, starts: list[int]) -> list[Block]:
    """The pieces of a document's only block, told by the offsets that they begin at."""
    (block,) = document.blocks
    pieces = divide(document, block, starts)
    assert list(pieces) == sorted({0, *pieces} & {0, *starts})
    assert all(block.text[start:].startswith(piece.text) for start, piece in pieces.items())
    return list(pieces.values())


@pytest.mark.parametrize(("format_", "source", "part"), CASES, ids=[case[1] for case in CASES])
def test_a_block_is_divided_before(format_: Format, source: str, part: str) -> None:
    document = parsed(source, format_)
    (block,) = document.blocks
    first, second = pieces_of(document, [block.text.index(part)])
    assert f"{first.text} {second.text}" == block.text
    word = part.split(maxsplit=1)[0]
    assert word not in document.source[first.start : first.end]
    assert word in document.source[second.start : second.end]
    assert (first.joined, second.joined) == (False, True)
    assert block.start == first.start < first.end <= second.start < second.end == block.end
    assert sorted((*first.links, *second.links)) == sorted(block.links)


def test_a_link_goes_with_the_words_that_it_is_on() -> None:
    document = parsed("[Rain](/rain) fell. Read more: [Snow](/snow)", "markdown")
    pieces = pieces_of(document, [document.blocks[0].text.index("Read")])
    assert [[link.url for link in piece.links] for piece in pieces] == [["/rain"], ["/snow"]]


def test_a_block_that_cannot_be_divided_stays_whole() -> None:
    document = parsed("Rain [fell. Read more](/snow) today", "markdown")
    (block,) = document.blocks
    assert pieces_of(document, [block.text.index("ead more")]) == [block]


def test_where_one_place_cannot_be_cut_the_others_are() -> None:
    document = parsed("Rain [fell. Read](/snow). Snow fell.", "markdown")
    text = document.blocks[0].text
    pieces = pieces_of(document, [text.index("ead"), text.index("Snow")])
    assert [piece.text for piece in pieces] == ["Rain fell. Read.", "Snow fell."]


def test_several_places_divide_at_once() -> None:
    document = parsed("One. *Two.* Three. [Four](/4).", "markdown")
    text = document.blocks[0].text
    pieces = pieces_of(document, [text.index(word) for word in ("Two", "Three", "Four")])
    assert [piece.text for piece in pieces] == ["One.", "Two.", "Three.", "Four."]
    assert all(before.end <= after.start for before, after in pairwise(pieces))
