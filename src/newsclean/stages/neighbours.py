"""What stands around a block to what it is: an announced list's entry, a broken sentence's part, a dated headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.document import Block
from newsclean.expressions import expression

_SENTENCE = expression(r""".*\S{2}[.!?…。！？؟।]["”»’)\]」』]*$""", re.DOTALL)
_HEADLINES, _HEADLINE = 3, 140  # how many make a list of headlines, and characters of one at most
# Words that announce a list ("The dates of the tour are:") at least, and of an entry at most; its entries at least and
# at most, and the chance of being body that each of them needs.
_ANNOUNCES, _ENTRY, _ENTRIES, _MOST, _LISTED = 5, 25, 3, 200, 0.05
# Where a scraper broke a sentence at its links: words of its beginning at least, words of each part that may be missing
# at most, how many may follow each other, and the chance of being body that each needs. The rest of one begins so.
_BEGUN, _PART, _PARTS, _BROKEN = 4, 12, 3, 0.02
# A heading of other stories: characters and words at most; the chance of being body under which the headlines behind
# it go, where nothing but headlines follows to the document's end, and elsewhere.
_TITLE, _TITLE_WORDS, _LAST, _AMONG = 48, 5, 0.95, 0.6
# Lines of one shape that tell results ("Harbor FC 3-2 Whitecaps"), two at least; the chance that each needs.
_SCORE = expression(r"^\D.{0,60}\s\d{1,3}\s?[-–:]\s?(?:\d{1,3}\s.{0,60}|\D.{0,60}\s\d{1,3}(?:\s\([^()]*\))?)$")
_SCORES, _SCORED = 2, 0.05
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


def scored(blocks: Sequence[Block], kept: Sequence[bool], bodies: Sequence[float]) -> frozenset[int]:
    """Numbers of the lines that tell results between two blocks that stay, and of the heading above them."""
    found: set[int] = set()
    run: list[int] = []
    for number, block in enumerate(blocks):
        if not block.cut and not block.links and bodies[number] >= _SCORED and _SCORE.match(block.text):
            run.append(number)
            continue
        if len(run) >= _SCORES and kept[number] and not block.cut:
            first = run[0] - 1
            headed = first > 0 and not blocks[first].cut and blocks[first].kind == "heading"
            first -= headed and not kept[first]
            if first >= 0 and kept[first] and not blocks[first].cut:
                found.update(range(first + 1, run[-1] + 1))
        run = []
    return frozenset(found)


def teased(blocks: Sequence[Block], bodies: Sequence[float]) -> frozenset[int]:
    """Numbers of the headlines right behind a heading of other stories that a cue has cut."""
    found: set[int] = set()
    last = next((number for number in range(len(blocks) - 1, -1, -1) if _is_text(blocks[number])), -1)
    for number, block in enumerate(blocks):
        if not _is_title(block):
            continue
        chance = _LAST if number > last else _AMONG
        for after in range(number + 1, len(blocks)):
            if blocks[after].cut or _is_text(blocks[after]) or bodies[after] >= chance or _is_part(blocks, after):
                break
            found.add(after)
    return frozenset(found)


def _is_title(block: Block) -> bool:
    """Whether a cue has cut a block that does no more than announce other stories."""
    if not block.cut or block.cut.by_model or block.cut.kind != "related" or block.links:
        return False
    text = block.text.rstrip(":： ")
    return len(text) <= _TITLE and text.count(" ") < _TITLE_WORDS and not _ENDS.search(text) and ":" not in text


def _is_text(block: Block) -> bool:
    """Whether a block that stays is no headline: a sentence, a heading, a long one."""
    text = block.text
    told = block.kind == "heading" or len(text) > _HEADLINE or (is_sentence(text) and text[-1] not in "?؟？")
    return not block.cut and bool(text) and told


def _is_part(blocks: Sequence[Block], number: int) -> bool:
    """Whether a block is a part of a sentence that a scraper broke."""
    after = blocks[number + 1].text if number + 1 < len(blocks) else ""
    return _goes_on(blocks[number].text) or _goes_on(after)


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
