"""Korean reporters, whose names and addresses stand together above or below a text, to those who signed it."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.document import Block
from newsclean.metadata.byline_words import KOREAN
from newsclean.metadata.layout import Layout
from newsclean.metadata.signatures import Signature

REPORTERS = 200  # characters of a line of reporters and their addresses
_ADDRESS = 80  # characters of the line below in which an address stands
_TOGETHER = 6  # blocks within which reporters stand together


def is_reporters(block: Block) -> bool:
    """Whether a line may be one of reporters: it has their title, and is no paragraph."""
    return "기자" in block.text and len(block.text) < REPORTERS


def reporters(layout: Layout) -> Iterator[Signature]:
    """Korean reporters with their addresses, wherever they stand together: "... 기자 name@...", line by line."""
    found: dict[str, None] = {}
    blocks: list[Block] = []
    last = -_TOGETHER
    for number, block in enumerate(layout.blocks[: layout.end + _TOGETHER] if layout.language == "ko" else ()):
        if not is_reporters(block):
            continue
        after = layout.blocks[number + 1].text if number + 1 < len(layout.blocks) else ""
        if "@" not in block.text and "@" not in after[:_ADDRESS]:
            continue
        if blocks and number - last >= _TOGETHER:
            break
        last = number
        blocks.append(block)
        found.update(dict.fromkeys(KOREAN.findall(block.text)))
    if found:
        yield Signature(tuple(found), (), tuple(blocks), 0.6, "reporter")
