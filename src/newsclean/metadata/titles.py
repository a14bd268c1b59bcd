"""The lines above an article to its headline, each weighed by its shape, its place and what the article says."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

from newsclean.document import Block, Document
from newsclean.metadata.layout import DENSE, Layout, linked_chars

SHORTEST, LONGEST = 8, 260  # characters of a headline; four suffice where a character is a word
_FAMILIAR = 2  # words of the article that a line needs to be looked at, if it is no heading
_REACH = 4  # blocks of the body in which a headline may stand
_WORDS = re.compile(r"[^\W_]+")
_LEVEL = re.compile(r"#{1,6}(?=\s)")
_HINT_LEVEL = re.compile(r"(?<!\w)h([1-6])(?!\w)")
_MARKS = re.compile(r"^(?:[*+•–-]\s+|\d{1,2}[.)]\s+)+")
_CREDIT = re.compile(r"foto|photo|bild|image|credit|getty|picture|courtesy|\(c\)|©", re.IGNORECASE)
_CUT_KINDS = frozenset({"title", "residue", "related", "nav"})


class Headline(NamedTuple):
    """A block that is the headline, what it says and how sure that is, 0..1; `repeats` are other blocks that say it."""

    block: Block
    text: str
    score: float
    repeats: tuple[Block, ...]


@dataclass(slots=True)
class Line:
    """A candidate: its number among the blocks, and how many of its words the article's beginning holds."""

    number: int
    block: Block
    hits: int
    ratio: float
    lead: float
    level: int
    good: bool


@cache
def weights() -> dict[str, float]:
    """Weights of the features, fitted by conditional likelihood; see docs/metadata.md for data and figures."""
    found: dict[str, float] = json.loads((resources.files(__package__) / "title_weights.json").read_text("utf-8"))
    return found


def find_headline(document: Document, layout: Layout) -> Headline | None:
    """The likeliest headline, with its probability against all other lines and against there being none."""
    lines = candidates(document, layout)
    if not lines or (layout.start == 0 and layout.end and not any(line.level for line in lines)):
        return None
    sums = _weigh(document, layout, lines)
    none = math.exp(weights()["none"])
    total = none + sum(sums)
    grouped: Counter[str] = Counter()
    for line, one in zip(lines, sums, strict=True):
        grouped[_key(line.block.text)] += one / total  # type: ignore[assignment]
    best, score = max(grouped.items(), key=lambda item: item[1])
    same = [line for line in lines if _key(line.block.text) == best]
    chosen = max(same, key=lambda line: sums[lines.index(line)])
    repeats = tuple(line.block for line in same if line is not chosen)
    return Headline(chosen.block, _MARKS.sub("", chosen.block.text), float(score), repeats)


def candidates(document: Document, layout: Layout) -> list[Line]:
    """The lines that could be a headline, above the article's body or at its very beginning."""
    found = []
    for number, block in enumerate(layout.blocks[: layout.start + _REACH]):
        if not _is_shaped(block):
            continue
        words = _content_words(block.text)
        hits = [layout.body.find(word) for word in words]
        known = sum(place >= 0 for place in hits)
        if known < _FAMILIAR and block.kind != "heading" and known * 3 < len(words):
            continue
        ratio = known / len(words) if words else 0.0
        lead = sum(0 <= place < 900 for place in hits) / len(words) if words else 0.0
        good = ratio >= 0.4 and known >= 2 and len(block.text) > 24 and block.kind != "item"
        found.append(Line(number, block, known, ratio, lead, _level(document, block), good))
    return found


def _is_shaped(block: Block) -> bool:
    text = block.text
    if len(text) > LONGEST or block.kind in {"code", "caption"}:
        return False
    if len(text) < SHORTEST and not (len(text) >= 4 and DENSE.search(text)):
        return False
    if block.cut and block.cut.cue != "model" and block.cut.kind not in _CUT_KINDS:
        return False
    return any(character.isalpha() for character in text)


def _content_words(text: str) -> list[str]:
    """Words of four letters on, lower case; pairs of characters where words aren't parted."""
    low = text.lower()
    if DENSE.search(low):
        low = "".join(_WORDS.findall(low))
        return [low[start : start + 2] for start in range(len(low) - 1)]
    return [word for word in _WORDS.findall(low) if len(word) > 3]


def _level(document: Document, block: Block) -> int:
    """The heading's level, 0 for what is no heading."""
    if block.kind != "heading":
        return 0
    if document.format == "markdown":
        mark = _LEVEL.match(document.source, block.start)
        return len(mark[0]) if mark else 2
    hint = _HINT_LEVEL.search(block.hint)
    return int(hint[1]) if hint else 2


def _key(text: str) -> str:
    return "".join(_WORDS.findall(_MARKS.sub("", text).lower()))


def _weigh(document: Document, layout: Layout, lines: list[Line]) -> list[float]:
    """Exponentials of the lines' weighted features."""
    table = weights()
    return [
        math.exp(sum(table[name] * value for name, value in one.items())) for one in features(document, layout, lines)
    ]


def features(document: Document, layout: Layout, lines: list[Line]) -> list[dict[str, float]]:
    """What a line looks like, where it stands, what stands around it: a value 0..1 by name, for each line."""
    blocks = layout.blocks
    counts = Counter(block.text.lower() for block in blocks if len(block.text) <= LONGEST)
    tops = [block.text.lower() for block in blocks[:12] if len(block.text) <= LONGEST]
    dated = _dated(layout)
    good = [line.number for line in lines if line.good]
    has_first = any(line.level == 1 for line in lines)
    return [
        _shape(line, marked=document.format != "text", has_first=has_first)
        | _place(document, layout, line)
        | _company(line, blocks, good, dated)
        | _echo(line.block.text.lower(), counts, tops)
        for line in lines
    ]


def _dated(layout: Layout) -> set[int]:
    """Numbers of the blocks around the body's start that give a date."""
    near = range(max(0, layout.start - 80), min(len(layout.blocks), layout.start + 8))
    return {number for number in near if layout.dates(number)}


def _shape(line: Line, *, marked: bool, has_first: bool) -> dict[str, float]:
    text, block = line.block.text, line.block
    dense = DENSE.search(text) is not None
    size = len(text) * (2.5 if dense else 1)
    words = text.count(" ") + 1
    return {
        "h1": float(line.level == 1),
        "h2": float(line.level == 2),
        "h3": float(line.level > 2),
        "not h1": float(has_first and line.level != 1),
        "no heading": float(line.level == 0 and marked),
        "short": float(size < 25),
        "very short": float(size < 15),
        "long": float(size > 110),
        "very long": float(size > 160),
        "few words": float(not dense and words < 4),
        "sentence": float(not dense and words > 4 and not text.istitle()),
        "period": float(text.endswith((".", "。"))),
        "colon": float(text.endswith((":", "："))),
        "question": float(text.endswith(("?", "!", "？", "！"))),
        "lower": float(text[0].islower()),
        "capitals": float(text.isupper()),
        "credit": float(_CREDIT.search(text) is not None),
        "item": float(block.kind in {"item", "row"}),
        "linked": float(linked_chars(block) * 5 > len(text) * 4),
        "cut": float(block.cut is not None and block.cut.cue != "model"),
        "model": float(block.cut is not None and block.cut.cue == "model" and block.cut.kind == "title"),
        "model else": float(block.cut is not None and block.cut.cue == "model" and block.cut.kind != "title"),
        "hits": min(line.hits, 8) / 8,
        "ratio": line.ratio,
        "lead": line.lead,
        "stranger": float(line.hits == 0),
    }


def _place(document: Document, layout: Layout, line: Line) -> dict[str, float]:
    blocks, number = layout.blocks, line.number
    distance = layout.start - number
    between = sum(len(block.text) for block in blocks[number + 1 : layout.start][:60]) if distance > 0 else 0
    before = blocks[number - 1] if number else None
    after = blocks[number + 1] if number + 1 < len(blocks) else None
    return {
        "distance": min(abs(distance), 60) / 60,
        "far": float(distance > 60),
        "inside": float(distance <= 0),
        "at start": float(distance == 1),
        "between": min(between, 2000) / 2000,
        "blank before": float(before is None or document.source.count("\n", before.end, line.block.start) > 1),
        "blank after": float(after is None or document.source.count("\n", line.block.end, after.start) > 1),
        "bare first": float(layout.start <= 6 and number == 0),
        "bare later": float(layout.start <= 6 < 6 + number),
    }


def _company(line: Line, blocks: list[Block], good: list[int], dated: set[int]) -> dict[str, float]:
    number = line.number
    later = next((one for one in good if one > number), None)
    earlier = [one for one in good if number - 8 < one < number]
    near = blocks[max(0, number - 3) : number + 4]
    return {
        "date here": float(number in dated),
        "date after": float(any(number + step in dated for step in range(1, 9))),
        "date before": float(any(number - step in dated for step in range(1, 4))),
        "rival next": float(later is not None and later <= number + 3),
        "rival before": float(bool(earlier) and earlier[-1] >= number - 3),
        "rivals before": min(len(earlier), 5) / 5,
        "kicker": float(number > 0 and 0 < len(blocks[number - 1].text) < 30),
        "list": sum(20 < len(block.text) < 120 and block.kind != "heading" for block in near) / 7,
    }


def _echo(low: str, counts: Counter[str], tops: list[str]) -> dict[str, float]:
    return {
        "repeated": float(counts[low] > 1),
        "crowd": float(counts[low] > 3),
        "in page title": float(any(low in top and low != top for top in tops)),
    }
