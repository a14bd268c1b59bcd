"""A page that prints its article twice to one article: paragraphs that stay once are cut where they come again."""

from __future__ import annotations

from newsclean.document import Cut, Document
from newsclean.pipeline import Config, Stage, each

CUE = "repeats.paragraph"
# Characters from which the same words twice are no refrain, no question put to several people, no entry of a table.
LONG = 80


def repeats(config: Config) -> Stage:
    """The stage that cuts a paragraph which stands further up already, and stays there."""
    return each(_mark if config.cuts("repeat", CUE) else lambda _: None)


def _mark(document: Document) -> None:
    long = [block for block in document.blocks if not block.cut and len(block.text) >= LONG]
    if len({block.text for block in long}) == len(long):
        return
    met: set[str] = set()
    for block in long:
        if block.text in met:
            block.cut = Cut("repeat", CUE, 0.95, "repeats")
        met.add(block.text)
