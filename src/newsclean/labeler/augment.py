"""Documents that could have been: the same articles with less around them, so that clean input is left as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from newsclean.document import Block, Document, Kind
from newsclean.labeler.arrays import Bools, Ints

FOREIGN = 6  # the label of what another article's paragraphs are in a copy: boilerplate, but not by its words
_BEHIND = 12  # blocks after the article within which another's paragraphs are put
_BETWEEN = 5  # blocks in a row from which none is put between paragraphs
_AMONG = 0.6  # share of copies in lines that have among them what cues have found
_PARTED = 16  # paragraphs of which a parted copy has fewer
_ABOUT = 6  # blocks before the article, and behind it, of which a shortened copy has fewer
_GAP = 80  # characters of white space before a block that a copy keeps


def thinned(document: Document, labels: Ints, rng: np.random.Generator) -> tuple[Document, Ints]:
    """The document without some of what is not body, as a better or luckier scraper would have left it."""
    lengths = np.array([len(block.text) for block in document.blocks])
    dropped = _dropped(labels, lengths, rng)
    kept = np.flatnonzero(~dropped)
    return _only(document, kept.tolist()), labels[kept]


def in_lines(document: Document, labels: Ints, rng: np.random.Generator) -> tuple[Document, Ints]:
    """Some of the body in short lines, perhaps between whole paragraphs, and at most what cues have found among them.

    Verse, recipes and lists are to stay, though no line of them is a paragraph.
    """
    own = [block for block, label in zip(document.blocks, labels, strict=True) if label == 0]
    body = [block.text for block in own]
    listed = rng.random() < 0.5
    edge = int(rng.integers(1, 3)) if listed and len(body) > 4 else 0
    lines = _lines(" ".join(body[edge : edge + rng.integers(1, 6)]), rng)
    kind: Kind = "item" if listed and rng.random() < 0.5 else "paragraph"
    around = own[0].hint if own else ""
    within = f"<li> <ul> <{around.partition(' <')[2]}" if around and listed else around
    texts = [*body[:edge], *lines, *body[len(body) - edge :]]
    blocks, start = [], 0
    for number, text in enumerate(texts):
        inside = edge <= number < edge + len(lines)
        hint = within if inside else around
        blocks.append(Block(text, start, start + len(text), kind if inside else "paragraph", hint=hint))
        start += len(text) + 1
    form = document.format if around else "text"
    lined = replace(document, source="\n".join(texts), blocks=blocks, format=form)
    taken = _cued(document, labels, rng) if rng.random() < _AMONG else []
    place = int(rng.integers(0, len(blocks) + 1))
    return _inserted(lined, np.zeros(len(blocks), np.int64), place, (document, taken), 1)


def shortened(document: Document, labels: Ints, rng: np.random.Generator) -> tuple[Document, Ints]:
    """The document with a few paragraphs in a row of its body, and a few blocks of what stands about them."""
    body = np.flatnonzero(labels == 0)
    first = int(rng.integers(0, max(1, len(body) - 3)))
    last = min(first + int(rng.integers(2, 8)), len(body)) - 1
    before, after = rng.integers(0, _ABOUT, size=2).tolist()
    above = np.arange(max(0, body[0] - before), body[0])
    below = np.arange(body[-1] + 1, min(len(labels), body[-1] + 1 + after))
    kept = np.concatenate([above, np.arange(body[first], body[last] + 1), below])
    return _only(document, kept.tolist()), labels[kept]


def with_another(
    document: Document, labels: Ints, others: Sequence[tuple[Document, Ints]], rng: np.random.Generator
) -> tuple[Document, Ints]:
    """The document with paragraphs of another article somewhere behind its own, labelled FOREIGN.

    Of the others, of which there must be one, that is taken which shares most short words: it speaks the same language.
    """
    own = _short_words(document, labels)
    donor, given = max(others, key=lambda other: len(own & _short_words(*other)))
    body = np.flatnonzero(given == 0)
    since = int(rng.integers(0, max(1, len(body) - 2)))
    taken = body[since : since + int(rng.integers(1, 5))].tolist()
    end = int(np.flatnonzero(labels == 0)[-1]) + 1
    place = min(int(rng.integers(end, len(labels) + 1)), end + _BEHIND)
    return _inserted(document, labels, place, (donor, taken), FOREIGN)


def interrupted(document: Document, labels: Ints, rng: np.random.Generator) -> tuple[Document, Ints]:
    """The document with some of what cues have found around it once more between two paragraphs of its body.

    An appeal or an advertisement in the middle of an article is not its end.
    """
    body = np.flatnonzero(labels == 0)
    taken = _cued(document, labels, rng)
    if len(body) < 2 or not taken:
        return document, labels
    place = int(body[int(rng.integers(1, len(body)))])
    return _inserted(document, labels, place, (document, taken), 1)


def parted(document: Document, labels: Ints, rng: np.random.Generator) -> tuple[Document, Ints]:
    """A few paragraphs in a row of the body, between two of them what cues have found around it, and nothing else.

    Where hardly anything is around an article, a lone appeal or link is still not its end.
    """
    body = np.flatnonzero(labels == 0).tolist()
    taken = _cued(document, labels, rng)
    if len(body) < 2 or not taken:
        return document, labels
    first = int(rng.integers(0, len(body) - 1))
    kept = body[first : first + int(rng.integers(2, _PARTED))]
    place = int(rng.integers(1, len(kept) + 1))
    kept[place:place] = taken
    return _only(document, kept), labels[kept]


def _cued(document: Document, labels: Ints, rng: np.random.Generator) -> list[int]:
    """A few blocks in a row that cues have found, and that are boilerplate; none if there are none."""
    cued = [number for number, block in enumerate(document.blocks) if block.cut is not None and labels[number] == 1]
    if not cued:
        return []
    first = cued[int(rng.integers(len(cued)))]
    return [number for number in range(first, first + int(rng.integers(1, _BETWEEN))) if number in cued]


def _short_words(document: Document, labels: Ints) -> set[str]:
    """Words of a few letters from the beginning of the body."""
    body = [block.text for block, label in zip(document.blocks, labels, strict=True) if label == 0]
    return {word for word in " ".join(body[:6]).split() if len(word) < 5}


def _lines(text: str, rng: np.random.Generator) -> list[str]:
    """At most 30 lines of a few words each; of a few characters where no blanks part words."""
    spaced = text.count(" ") * 20 > len(text)
    words = text.split() if spaced else list(text.replace(" ", ""))
    least = int(rng.integers(1, 6))
    lines: list[str] = []
    start = 0
    while start < len(words) and len(lines) < 30:
        count = least + int(rng.integers(0, 4))
        lines.append((" " if spaced else "").join(words[start : start + count])[:60])
        start += count
    return lines


def _dropped(labels: Ints, lengths: npt.NDArray[np.int64], rng: np.random.Generator) -> Bools:
    other: Bools = labels != 0
    number = np.arange(len(labels))
    body = np.flatnonzero(~other)
    if not len(body):
        return np.zeros(len(labels), bool)
    turns = np.concatenate([[0], (labels[1:] != labels[:-1]).cumsum()])
    by_run, by_block = rng.random(turns[-1] + 1)[turns], rng.random(len(labels))
    way = rng.random()
    if way < 0.2:  # a faultless extractor, but for titles, captions and the like
        gone = (labels == 1) | (by_block < 0.5)
    elif way < 0.55:  # one that drops menus and keeps some of what is long
        gone = (by_run < np.where(lengths < 60, 0.85, 0.5)) | (by_block < 0.2)
    elif way < 0.7:
        gone = number < body[0]
    elif way < 0.85:
        gone = number > body[-1]
    else:
        gone = by_run < 0.4
    dropped: Bools = other & gone
    return dropped


def _inserted(
    document: Document, labels: Ints, place: int, given: tuple[Document, Sequence[int]], label: int
) -> tuple[Document, Ints]:
    """The document with blocks of a document, by their numbers, in one place, and labelled so."""
    donor, taken = given
    parts = [(document.source, block) for block in document.blocks]
    parts[place:place] = [(donor.source, donor.blocks[number]) for number in taken]
    return _made_of(document, parts), np.insert(labels, place, [label] * len(taken))


def _only(document: Document, numbers: list[int]) -> Document:
    """The document with some of its blocks alone."""
    return _made_of(document, [(document.source, document.blocks[number]) for number in numbers])


def _made_of(document: Document, parts: Sequence[tuple[str, Block]]) -> Document:
    """The document of blocks, each given with the source it stands in, and the white space before each."""
    pieces: list[str] = []
    blocks = []
    length = 0
    for source, block in parts:
        before = source[max(0, block.start - _GAP) : block.start]
        blank = "" if document.format == "html" else before[len(before.rstrip()) :]
        piece = source[block.start : block.end]
        start = length + len(blank)
        blocks.append(replace(block, start=start, end=start + len(piece)))
        pieces += [blank, piece]
        length = start + len(piece)
    return replace(document, source="".join(pieces), blocks=blocks)
