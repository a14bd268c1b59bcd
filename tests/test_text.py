"""Plain text becomes the blocks that its lines mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases import golden
from parsed import expected, parsed, read, shape


@pytest.mark.parametrize(("source", "blocks"), golden("parsers/text"))
def test_text_becomes_its_blocks(source: Path, blocks: Path) -> None:
    assert shape(parsed(read(source), "text")) == expected(blocks)


@pytest.mark.parametrize("source", ["", " ", "\n\n\n", "\r\n \t\r\n", "\u00a0\u3000"])
def test_nothing_has_no_blocks(source: str) -> None:
    assert parsed(source, "text").blocks == []


def test_one_short_line_stays_one_block() -> None:
    assert len(parsed("Rain fell. The boats stayed in.", "text").blocks) == 1


def test_every_block_is_its_source_where_there_is_no_markup() -> None:
    document = parsed("  One line. \r\n\r\n\tAnother 𝒍ine\u2028İstanbul\x85é", "text")
    assert [document.source[block.start : block.end] for block in document.blocks] == [
        block.text for block in document.blocks
    ]
