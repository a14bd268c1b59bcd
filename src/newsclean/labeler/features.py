"""A batch of documents to the matrix that the net sees: a row a block, computed over the whole batch at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean.document import Block, Document
from newsclean.expressions import expression
from newsclean.labeler.arrays import Columns, Floats, Rows, share
from newsclean.labeler.characters import read_characters
from newsclean.labeler.cued import cue_kinds
from newsclean.labeler.place import coherent, density, of_subject, place, profile, prose_of
from newsclean.labeler.shape import shape_of
from newsclean.labeler.words import Tokens, read_tokens, shared_words

_KINDS = {"heading": 0, "item": 1, "quote": 2, "caption": 3, "row": 4}
_KNOWN = 40  # characters of a gap between blocks that may well come again
# What tags, classes and ids around an HTML block tell; each pattern is a feature.
_HINTS = {
    "hint_menu": r"nav|menu|breadcrumb|<header>|masthead|toolbar",
    "hint_foot": r"foot|copyright|legal|cookie|consent",
    "hint_aside": r"<aside>|sidebar|widget|complementary|rail",
    "hint_more": r"relat|recommend|teaser|promo|more|popular|trending|most|card|carousel|outbrain|taboola",
    "hint_plea": r"newsletter|subscri|paywall|sign-?up|donat|banner|modal|popup|\bads?\b|advert|sponsor",
    "hint_talk": r"comment|disqus|share|social|sharing|follow",
    "hint_caption": r"caption|<figure>|credit|gallery|slide|photo",
    "hint_byline": r"byline|author|<time>|timestamp|published|dateline|\bdate",
    "hint_title": r"<h1>|headline|title|kicker|standfirst|deck|subhead",
    "hint_body": r"article-?_?body|story-?_?body|articlebody|entry-content|post-content|article__content|body-?text",
    "hint_article": r"<article>|<main>|article|story|content",
}
_HINT_PATTERNS = tuple(expression(pattern) for pattern in _HINTS.values())


class Features(NamedTuple):
    """The matrix (blocks x features), the names of its columns, its rows by document, and what training reuses."""

    matrix: npt.NDArray[np.float32]
    names: tuple[str, ...]
    rows: Rows
    words: Floats
    tokens: Tokens


def features_of(documents: Sequence[Document]) -> Features:
    """The features of all blocks of documents, of which at least one has a block; all but the lexicon's."""
    rows = Rows(np.fromiter((len(document.blocks) for document in documents), np.int64, len(documents)))
    blocks = [block for document in documents for block in document.blocks]
    texts = [block.text if "\n" not in block.text else block.text.replace("\n", " ") for block in blocks]
    characters = read_characters(texts)
    shape = shape_of(characters)
    tokens = read_tokens(characters)
    columns = shape.columns | _markup(documents, blocks, characters.lengths.astype(np.float32)) | _repeats(rows, texts)
    link_share = columns["link_share"]
    prose = prose_of(shape, link_share)
    columns |= profile(rows, columns, shape, prose)
    columns |= place(rows, prose, shape.words)
    columns |= density(rows, prose, shape.words, link_share)
    columns |= shared_words(tokens, rows, prose.strong)
    same = of_subject(prose, columns["coherence"], columns["doc_coherence"])
    columns |= coherent(rows, same, prose.words * same)
    columns |= cue_kinds(blocks, rows)
    matrix = stack(columns)
    return Features(matrix, tuple(columns), rows, shape.words, tokens)


def stack(columns: Columns) -> npt.NDArray[np.float32]:
    """Columns side by side, each in one piece of memory."""
    matrix = np.empty((len(next(iter(columns.values()))), len(columns)), np.float32, order="F")
    for number, column in enumerate(columns.values()):
        matrix[:, number] = column
    return matrix


def _markup(documents: Sequence[Document], blocks: Sequence[Block], lengths: Floats) -> Columns:
    """What parser and cues know: kind, links, how the block is set off in the source, cut or not, hints of HTML."""
    linked, links, images = np.zeros((3, len(blocks)), np.float32)
    for number, block in enumerate(blocks):
        for link in block.links:
            if link.image:
                images[number] += 1
            else:
                links[number] += 1
                linked[number] += len(link.text)
    lines, indents = _gaps(documents)
    kinds = np.array([_KINDS.get(block.kind, -1) for block in blocks])
    link_share = np.minimum(share(linked, lengths), 1)
    columns: Columns = {
        "link_share": link_share,
        "all_link": link_share > 0.9,
        "links": np.log1p(links),
        "images": np.minimum(images, 2),
        "lines_before": np.minimum(lines, 6) / 2,
        "glued": lines == 0,
        "indent": np.log1p(np.minimum(indents, 60)),
        "joined": np.array([block.joined for block in blocks]),
        "cued": np.array([block.cut is not None for block in blocks]),
        "html": np.array([bool(block.hint) for block in blocks]),
    }
    columns |= {kind: kinds == number for kind, number in _KINDS.items()}
    return columns | _hints(blocks)


def _gaps(documents: Sequence[Document]) -> tuple[Floats, Floats]:
    """Line breaks before each block, and how far it is indented; nothing of it means anything in HTML."""
    lines: list[int] = []
    indents: list[int] = []
    known: dict[str, tuple[int, int]] = {}
    for document in documents:
        if document.format == "html":
            lines.extend([1] * len(document.blocks))
            indents.extend([0] * len(document.blocks))
            continue
        source, end = document.source, 0
        for block in document.blocks:
            gap = source[end : block.start]
            measured = known.get(gap)
            if measured is None:
                measured = gap.count("\n"), len(gap) - 1 - gap.rfind("\n")
                if len(gap) < _KNOWN:
                    known[gap] = measured
            lines.append(measured[0])
            indents.append(measured[1])
            end = block.end
    return np.array(lines, np.float32), np.array(indents, np.float32)


def _hints(blocks: Sequence[Block]) -> Columns:
    signs: dict[str, int] = {"": 0}
    for block in blocks:
        if block.hint not in signs:
            sign = 0
            for word in block.hint.split():
                sign |= _hint_sign(word)
            sign |= block.hint.startswith("<p>") << len(_HINTS)
            signs[block.hint] = sign
    found = np.array([signs[block.hint] for block in blocks]) if len(signs) > 1 else np.zeros(len(blocks), np.int64)
    columns: Columns = {name: (found >> number) & 1 for number, name in enumerate(_HINTS)}
    columns["hint_paragraph"] = found >> len(_HINTS)
    return columns


@lru_cache(maxsize=1 << 16)
def _hint_sign(word: str) -> int:
    """The hints that a tag, class or id gives, one bit each."""
    return sum(1 << number for number, pattern in enumerate(_HINT_PATTERNS) if pattern.search(word))


def _repeats(rows: Rows, texts: Sequence[str]) -> Columns:
    """How often a block's text stands elsewhere in its document, and whether before it."""
    repeats = np.zeros(len(texts), np.float32)
    earlier = np.zeros(len(texts), bool)
    for first, last in zip(rows.first.tolist(), rows.last.tolist(), strict=True):
        own = texts[first:last]
        counts = Counter(own)
        if len(counts) == len(own):
            continue
        seen: set[str] = set()
        for number, text in enumerate(own, first):
            if counts[text] > 1:
                repeats[number] = counts[text] - 1
                earlier[number] = text in seen
                seen.add(text)
    return {"repeats": np.minimum(np.log1p(repeats), 2), "repeats_earlier": earlier}
