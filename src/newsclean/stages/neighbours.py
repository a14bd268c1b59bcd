"""What stands around a block to what it is: an announced list's entry, a broken sentence's part, a dated headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.document import Block
from newsclean.expressions import expression

_SENTENCE = expression(r"""\S{2}.*[.!?…。！？؟।]["”»’)\]」』]*$""", re.DOTALL)
_HEADLINES, _HEADLINE = 3, 140  # how many make a list of headlines, and characters of one at most
# Words that announce a list ("The dates of the tour are:") at least, and of an entry at most; its entries at least and
# at most, and the chance of being body that each of them needs.
_ANNOUNCES, _ENTRY, _ENTRIES, _MOST, _LISTED = 5, 25, 3, 200, 0.05
# Where a scraper broke a sentence at its links: words of its beginning at least, words of each part that may be missing
# at most, how many may follow each other, and the chance of being body that each needs. The rest of one begins so.
_BEGUN, _PART, _PARTS, _BROKEN = 4, 12, 3, 0.02
_ENDS = expression(r"""[.!?…。！？؟।:;]["”»’)\]」』*_]*$""")
_GOES_ON = (",", ".", ";", ")", "”", "’", "–", "—", "- ", "--")


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
        end, last = number + 1, min(len(blocks), number + 1 + _MOST)
        while end < last and not blocks[end].cut and words[end] <= _ENTRY and bodies[end] >= _LISTED:
            end += 1
        if end - number > _ENTRIES:
            found.update(range(number + 1, end))
    return frozenset(found)


def broken(
    blocks: Sequence[Block], kept: Sequence[bool], bodies: Sequence[float], words: Sequence[float]
) -> frozenset[int]:
    """Numbers of the parts of sentences whose beginning and rest stay as blocks of their own, on either side."""
    found: set[int] = set()
    stay = [keep and not block.cut for keep, block in zip(kept, blocks, strict=True)]
    for number in range(1, len(blocks)):
        before = blocks[number - 1]
        if stay[number] or not stay[number - 1] or words[number - 1] < _BEGUN or _ENDS.search(before.text):
            continue
        rest = next((place for place in range(number, min(len(blocks), number + _PARTS + 1)) if stay[place]), None)
        if rest is None or not _goes_on(blocks[rest].text):
            continue
        parts = range(number, rest)
        if all(
            _may_be_part(blocks[part], before) and words[part] <= _PART and bodies[part] >= _BROKEN for part in parts
        ):
            found.update(parts)
    return frozenset(found)


def _may_be_part(block: Block, before: Block) -> bool:
    return not block.cut and block.kind == before.kind


def _goes_on(text: str) -> bool:
    return text[:1].islower() or text.startswith(_GOES_ON)


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
