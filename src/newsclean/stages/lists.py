"""Lists among blocks: those that a sentence announces belong to the article, those of headlines and times don't."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.document import Block

_SENTENCE = re.compile(r"""\S{2}.*[.!?…。！？؟।]["”»’)\]」』]*$""", re.DOTALL)
_HEADLINES, _HEADLINE = 3, 140  # how many make a list of headlines, and characters of one at most
# Words that announce a list ("The dates of the tour are:") at least, and of an entry at most; its entries at least, and
# the chance of being body that each of them needs.
_ANNOUNCES, _ENTRY, _ENTRIES, _LISTED = 5, 25, 3, 0.05


def is_sentence(text: str) -> bool:
    """Whether it ends as a sentence does."""
    return _SENTENCE.match(text) is not None


def announced(
    blocks: Sequence[Block], kept: Sequence[bool], bodies: Sequence[float], words: Sequence[float]
) -> frozenset[int]:
    """Numbers of the entries of lists that a sentence which stays announces with a colon."""
    found: set[int] = set()
    for number, block in enumerate(blocks):
        if not block.text.endswith((":", "：")) or not kept[number] or block.cut or words[number] < _ANNOUNCES:
            continue
        end = number + 1
        while end < len(blocks) and not blocks[end].cut and words[end] <= _ENTRY and bodies[end] >= _LISTED:
            end += 1
        if end - number > _ENTRIES:
            found.update(range(number + 1, end))
    return frozenset(found)


def dated(blocks: Sequence[Block]) -> frozenset[int]:
    """Numbers of the headlines in lists of nothing but headlines and times ("2 hours ago")."""
    times = [number for number, block in enumerate(blocks) if block.cut and block.cut.kind == "timestamp"]
    if len(times) < _HEADLINES:
        return frozenset()
    found: list[int] = []
    run: list[int] = []
    for time in times:
        title = blocks[time - 1] if time else None
        if not title or title.cut or not 0 < len(title.text) <= _HEADLINE or is_sentence(title.text):
            continue
        if run and time - 1 != run[-1] + 2:
            run = []
        run.append(time - 1)
        if len(run) >= _HEADLINES:
            found.extend(run)
    return frozenset(found)


def is_within(blocks: Sequence[Block], kept: Sequence[bool], number: int) -> bool:
    """Whether a block is an item between two that stay."""
    around = blocks[max(0, number - 1) : number + 2]
    return len(around) == 3 and all(one.kind == "item" for one in around) and kept[number - 1] and kept[number + 1]
