"""The lines above an article to its headline, each weighed by its shape, its place and what the article says."""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import orjson

from newsclean.document import Block, Document
from newsclean.expressions import expression
from newsclean.metadata.breadcrumbs import ends_path
from newsclean.metadata.headlines import LONGEST, MARKS, WORDS, Line, Scene, key_of
from newsclean.metadata.kickers import without_kicker
from newsclean.metadata.layout import DENSE, TITLE, Layout, chance

SHORTEST = 8  # characters of a headline; four suffice where a character is a word
_FAMILIAR = 2  # words of the article that a line needs to be looked at, if it is no heading
_CRUMB = 25  # characters below which a line of one or two words is a menu's, unless it is a heading
_TOLD = 0.92  # confidence in a line that the page's head or a row calls the title
_SHORT_KEY = 5  # letters and digits below which equal lines say little
_SITE = 30  # letters of a site's name behind a headline
_STRANGE, _LATE = 0.05, 0.25  # the labeler's chances from which lines are looked at that share no word, or come late
_BELOW, _ALIKE, _LIKELY = 3, 5, 0.3  # blocks, share of common words (a fifth), and chance of a headline below a path
_REACH = 4  # blocks of the body in which a headline may stand
_LEVEL = expression(r"#{1,6}(?=\s)")
_HINT_LEVEL = expression(r"(?<!\w)h([1-6])(?!\w)")
_SIGNS = (">", "›", "»")
_PATH = expression(r"\s[>›»]\s")  # "News > World > ...", in front of a headline or not
_CUT_KINDS = frozenset({"title", "residue", "related", "nav"})


class Headline(NamedTuple):
    """A block that is the headline, its number, what it says and how sure that is, 0..1; `repeats` say it again."""

    number: int
    block: Block
    text: str
    score: float
    repeats: tuple[Block, ...]


@cache
def weights(kind: Literal["text", "marked"]) -> dict[str, float]:
    """Weights of the features, for text alone or with marks of headings; docs/metadata.md tells how they came."""
    found: dict[str, dict[str, float]] = orjson.loads(Path(__file__).with_name("title_weights.json").read_bytes())
    return found[kind]


def find_headline(document: Document, layout: Layout) -> Headline | None:
    """The likeliest headline, with its probability against all other lines and against there being none."""
    lines = candidates(document, layout)
    if not lines:
        return None
    scene = Scene(document, layout, lines)
    table = weights("marked" if scene.marked else "text")
    sums = [math.exp(_weigh(table, scene.features(line))) for line in lines]
    none = math.exp(table["none"] + _weigh(table, scene.document()))
    total = none + sum(sums)
    grouped: defaultdict[str, float] = defaultdict(float)
    for line, one in zip(lines, sums, strict=True):
        grouped[line.key] += one / total
    best, score = max(grouped.items(), key=lambda item: item[1])
    told = _told(document, lines)
    if told:
        best, score = told, max(grouped[told], _TOLD)
    chosen = max((at for at, line in enumerate(lines) if line.key == best), key=sums.__getitem__)
    line = _printed(layout, lines, lines[chosen])
    best = line.key
    repeats = tuple(one.block for one in lines if one is not line and _repeats(one, best))
    text = scene.passed_on(line) or without_kicker(MARKS.sub("", line.block.text), layout.body)
    return Headline(line.number, line.block, text, float(score), repeats)


def _printed(layout: Layout, lines: list[Line], line: Line) -> Line:
    """The headline right below a line that is the last step of a path and says much the same; else the line."""
    if not ends_path(layout, line.number):
        return line
    words = set(_content_words(line.block.text))
    for other in lines:
        near = line.number < other.number <= line.number + _BELOW and other.block.kind != "item"
        common = len(words.intersection(_content_words(other.block.text))) if near else 0
        if near and common * _ALIKE >= len(words) and chance(other.block, TITLE) >= _LIKELY:
            return other
    return line


def _repeats(line: Line, key: str) -> bool:
    """Whether a line says the headline again, alone or with the site's name behind a bar."""
    said = line.key
    return said == key or (len(said) < len(key) + _SITE and said.startswith(key) and " | " in line.block.text)


def _told(document: Document, lines: list[Line]) -> str:
    """The key of the line that a row, or the page's head with or without the site's name, calls the title."""
    titles = [key_of(one.value) for one in document.evidence if one.key == "title"]
    for line in lines if titles else ():
        key = line.key
        if len(key) > _SHORT_KEY and any(title == key or (line.level and title.startswith(key)) for title in titles):
            return key
    return ""


def is_printed(document: Document, headline: Headline) -> bool:
    """Whether JSON-LD has the page's own headline and its title element another, which then is for searching."""
    key = key_of(headline.text)
    told = {one.method: key_of(one.value) for one in document.evidence if one.key == "title"}
    title = told.get("html:title", "")
    return told.get("html:json-ld") == key and bool(title) and key not in title


def candidates(document: Document, layout: Layout) -> list[Line]:
    """The lines that could be a headline, above the article's body or at its very beginning."""
    found = []
    last = max(layout.start + _REACH, layout.end)
    for number in layout.headlines():
        block = layout.blocks[number]
        believed = chance(block, TITLE)
        if number >= last:
            break
        if (number >= layout.start + _REACH and believed < _LATE) or not is_shaped(block):
            continue
        words = _content_words(block.text)
        hits = [layout.body.find(word) for word in words]
        known = sum(place >= 0 for place in hits)
        if known < _FAMILIAR and block.kind != "heading" and known * 3 < len(words) and believed < _STRANGE:
            continue
        ratio = known / len(words) if words else 0.0
        lead = sum(0 <= place < 900 for place in hits) / len(words) if words else 0.0
        good = ratio >= 0.4 and known >= 2 and len(block.text) > 24 and block.kind != "item"
        found.append(Line(number, block, known, ratio, lead, _level(document, block), good, key_of(block.text)))
    return found


def is_shaped(block: Block) -> bool:
    """Whether a block may be a headline by its length, kind and signs."""
    text = block.text
    if len(text) > LONGEST or block.kind in {"code", "caption"}:
        return False
    if len(text) < SHORTEST and not (len(text) >= 4 and DENSE.search(text)):
        return False
    if block.cut and not block.cut.by_model and block.cut.kind not in _CUT_KINDS:
        return False
    if "](" in text or (any(sign in text for sign in _SIGNS) and len(_PATH.findall(text)) > 1):
        return False
    if block.kind != "heading" and len(text) < _CRUMB and text.count(" ") < _FAMILIAR and text.isascii():
        return False
    return any(map(str.isalpha, text))


def _content_words(text: str) -> list[str]:
    """Words of four letters on, lower case; pairs of characters where words aren't parted."""
    low = text.lower()
    if DENSE.search(low):
        low = "".join(WORDS.findall(low))
        return [low[start : start + 2] for start in range(len(low) - 1)]
    return [word for word in WORDS.findall(low) if len(word) > 3]


def _level(document: Document, block: Block) -> int:
    """The heading's level, 0 for what is no heading."""
    if block.kind != "heading":
        return 0
    if document.format == "markdown":
        mark = _LEVEL.match(document.source, block.start)
        return len(mark[0]) if mark else 2
    hint = _HINT_LEVEL.search(block.hint)
    return int(hint[1]) if hint else 2


def _weigh(table: dict[str, float], features: dict[str, float]) -> float:
    return sum(table[name] * value for name, value in features.items() if value)
