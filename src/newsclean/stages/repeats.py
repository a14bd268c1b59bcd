"""A page that prints its article twice to one article: what stays once is cut where it comes again."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.document import Block, Cut, Document
from newsclean.pipeline import Config, Stage, each

CUE = "repeats.paragraph"
# Characters from which the same words twice are no refrain, no question put to several people, no entry of a table.
LONG = 80
# A copy may be a page's article run into one block: characters of it at least, the share of them that other blocks say.
_RUN_TOGETHER, _SAID = 1000, 0.6


def repeats(config: Config) -> Stage:
    """The stage that cuts a paragraph which stands further up already, and a block that says what others say."""
    return each(_mark if config.cuts("repeat", CUE) else lambda _: None)


def _mark(document: Document) -> None:
    long = [block for block in document.blocks if not block.cut and len(block.text) >= LONG]
    if len({block.text for block in long}) < len(long):
        met: set[str] = set()
        for block in long:
            if block.text in met:
                _cut(block)
            met.add(block.text)
    for block in long:
        if len(block.text) >= _RUN_TOGETHER and not block.cut and _is_run_together(block, long):
            _cut(block)


def _is_run_together(block: Block, long: Sequence[Block]) -> bool:
    said = sum(len(one.text) for one in long if one is not block and not one.cut and one.text in block.text)
    return said >= len(block.text) * _SAID


def _cut(block: Block) -> None:
    block.cut = Cut("repeat", CUE, 0.95, "repeats")
