"""A page that prints its article twice to one article: what stays once is cut where it comes again."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.document import Block, Cut, Document
from newsclean.pipeline import Config, Stage, each
from newsclean.stages import REPEATED

# Characters from which the same words twice are no refrain, no question put to several people, no entry of a table.
_LONG = 80
# A copy may be a page's article run into one block: characters of it at least, the share of them that other blocks say.
_RUN_TOGETHER, _SAID = 1000, 0.6
_SEARCHED = 100_000  # characters of a document up to which words are looked for wherever blocks begin and end
_NUMBER = "0123456789.)•*- "


def repeats(config: Config) -> Stage:
    """The stage that cuts a paragraph which stands further up already, and a block that says what others say."""
    return each(_mark if config.cuts("repeat", REPEATED) else lambda _: None)


def _mark(document: Document) -> None:
    long = [block for block in document.blocks if not block.cut and len(block.text) >= _LONG]
    if len(document.source) <= _SEARCHED:
        for block in long:
            if len(block.text) >= _RUN_TOGETHER and _is_run_together(block, long):
                _cut(block)
    kept = [block for block in document.blocks if not block.cut]
    texts = [block.text.replace(" ", "") for block in kept]
    again = [block for block, first in zip(kept, _first(texts), strict=True) if not first]
    for block in again:
        _cut(block)
    if again:
        _cut_between(kept)


def _is_run_together(block: Block, long: Sequence[Block]) -> bool:
    said = sum(len(one.text) for one in long if one is not block and not one.cut and one.text in block.text)
    return said >= len(block.text) * _SAID


def _first(texts: Sequence[str]) -> list[bool]:
    """Whether each text, its blanks left out, stands nowhere before; a short one always counts as new."""
    whole = "".join(texts)
    if len(whole) > _SEARCHED:
        places = {text: number for number, text in reversed(list(enumerate(texts)))}
        return [len(text) < _LONG or places[text] == number for number, text in enumerate(texts)]
    found, start = [], 0
    for text in texts:
        found.append(len(text) < _LONG or whole.find(text, 0, start + len(text)) == start)
        start += len(text)
    return found


def _cut_between(kept: Sequence[Block]) -> None:
    """Cut what goes on with a copy and is too short to be told alone: the headings of its parts."""
    met: set[str] = set()
    copied = False
    for block in kept:
        text = block.text.lstrip(_NUMBER)
        copied = block.cut is not None or (copied and text in met)
        if copied and not block.cut:
            _cut(block)
        met.add(text)


def _cut(block: Block) -> None:
    block.cut = Cut("repeat", REPEATED, 0.95, "repeats")
