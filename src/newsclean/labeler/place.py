"""Where a block stands and in what company: the document's profile, and how near and how dense prose is around it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from newsclean.labeler.arrays import Bools, Columns, Floats, Ints, Rows, share
from newsclean.labeler.shape import Shape

_FAR = 200  # blocks
_SAME = 0.75  # share of the document's usual coherence from which a paragraph is of its subject


class Prose(NamedTuple):
    """Blocks that read as prose, those of them that are surely paragraphs, and words in them by block."""

    flags: Bools
    strong: Bools
    words: Floats


def prose_of(shape: Shape, link_share: Floats) -> Prose:
    """Which blocks are prose: some length, a sentence end, not mostly link."""
    ended = (shape.stopped | (shape.words >= 30)) & (shape.sentences >= 1)
    unpointed = (shape.columns["unspaced"] > 0.5) & (shape.words >= 20)  # Thai, for one, marks no sentence ends
    flags = (shape.words >= 12) & (ended | unpointed) & (link_share < 0.6)
    return Prose(flags, flags & (shape.words >= 25) & (link_share < 0.4), shape.words * flags)


def profile(rows: Rows, columns: Columns, shape: Shape, prose: Prose) -> Columns:
    """What the document is like, the same for all its blocks: this is how the model knows how clean its input is."""
    words, length = rows.total(shape.words), rows.total(np.expm1(columns["chars"]))
    in_prose, prose_blocks = rows.total(prose.words), rows.total(prose.flags)

    def by_length(name: str) -> Floats:
        return share(rows.total(columns[name] * np.expm1(columns["chars"])), length)

    by_document: Columns = {
        "blocks": np.log1p(rows.counts),
        "words": np.log1p(words),
        "prose": share(in_prose, words),
        "strong": share(rows.total(shape.words * prose.strong), words),
        "prose_words": np.log1p(in_prose),
        "prose_blocks": rows.mean(prose.flags),
        "prose_length": np.log1p(share(in_prose, prose_blocks)),
        "short": rows.mean(shape.words < 6),
        "middling": rows.mean((shape.words >= 6) & (shape.words < 20)),
        "stopped": rows.mean(shape.stopped),
        "links": by_length("link_share"),
        "linked": rows.mean(columns["link_share"] > 0.6),
        "any_links": rows.total(columns["link_share"]) > 0,
        "headings": rows.mean(columns["heading"]),
        "items": rows.mean(columns["item"]),
        "indents": rows.mean(columns["indent"] > 0),
        "parted": rows.mean(columns["lines_before"] >= 1),
        "repeats": rows.mean(columns["repeats"] > 0),
        "upper": by_length("upper") * 10,
        "unspaced": by_length("unspaced"),
    }
    return {f"doc_{name}": value.astype(np.float32)[rows.of] for name, value in by_document.items()}


def place(rows: Rows, prose: Prose, words: Floats) -> Columns:
    """How far from the document's ends, by blocks, words and prose, and from the nearest prose before and after."""
    index = rows.number - rows.first[rows.of]
    last = rows.counts[rows.of] - 1
    total, before = rows.total(prose.words)[rows.of], rows.before(prose.words)
    columns: Columns = {
        "position": share(index, last),
        "from_start": np.log1p(index),
        "from_end": np.log1p(last - index),
        "words_before": share(rows.before(words), rows.total(words)[rows.of]),
        "prose_before": share(before, total),
        "prose_words_before": np.log1p(np.maximum(before, 0)),
        "prose_words_after": np.log1p(np.maximum(total - before - prose.words, 0)),
        "prose": prose.flags,
        "strong": prose.strong,
    }
    for name, flags in (("prose", prose.flags), ("strong", prose.strong)):
        to_last, to_next = distances(rows, flags)
        columns |= {f"since_{name}": np.log1p(to_last), f"until_{name}": np.log1p(to_next)}
    return columns


def distances(rows: Rows, flags: Bools) -> tuple[Ints, Ints]:
    """Blocks back to the last flagged block of the document and on to the next one, at most `_FAR`."""
    count = len(flags)
    seen = np.maximum.accumulate(np.where(flags, rows.number, -1))
    last = np.concatenate([[-1], seen[:-1]])
    back = np.where(last >= rows.first[rows.of], rows.number - last, _FAR)
    ahead = np.minimum.accumulate(np.where(flags, rows.number, count)[::-1])[::-1]
    following = np.concatenate([ahead[1:], [count]])
    on = np.where(following < rows.last[rows.of], following - rows.number, _FAR)
    return np.minimum(back, _FAR), np.minimum(on, _FAR)


def density(rows: Rows, prose: Prose, words: Floats, link_share: Floats) -> Columns:
    """How much prose and how many links stand within some blocks of each block."""
    in_prose, in_all, links = rows.sums(prose.words), rows.sums(words), rows.sums(link_share)
    columns: Columns = {}
    for reach in (2, 5, 12, 30):
        low, high = rows.window(reach, reach)
        near = in_prose[high] - in_prose[low]
        columns |= {
            f"prose_within_{reach}": np.log1p(np.maximum(near, 0)),
            f"prose_share_{reach}": share(near, in_all[high] - in_all[low]),
            f"prose_last_{reach}": np.log1p(np.maximum(in_prose[rows.number] - in_prose[low], 0)),
            f"prose_next_{reach}": np.log1p(np.maximum(in_prose[high] - in_prose[rows.number + 1], 0)),
        }
        if reach in {5, 12}:
            most = np.maximum.reduceat(near, rows.first[rows.counts > 0])
            filled = np.cumsum(rows.counts > 0) - 1
            columns |= {
                f"prose_of_most_{reach}": share(near, most[filled[rows.of]]),
                f"links_within_{reach}": (links[high] - links[low]) / (high - low),
                f"block_length_{reach}": np.log1p((in_all[high] - in_all[low]) / (high - low)),
            }
    return columns


def of_subject(prose: Prose, coherence: Floats, level: Floats) -> Bools:
    """Which sure paragraphs share about as many words with the others as is usual in their document."""
    result: Bools = prose.strong & (coherence >= _SAME * level)
    return result


def coherent(rows: Rows, flags: Bools, words: Floats) -> Columns:
    """How many words of the subject's paragraphs stand before and after, and how far the next of them are.

    `flags` are those paragraphs, `words` their words, by block.
    """
    total, before = rows.total(words)[rows.of], rows.before(words)
    to_last, to_next = distances(rows, flags)
    return {
        "same_before": share(before, total),
        "same_words_before": np.log1p(np.maximum(before, 0)),
        "same_words_after": np.log1p(np.maximum(total - before - words, 0)),
        "since_same": np.log1p(to_last),
        "until_same": np.log1p(to_next),
    }
