"""What a block's surroundings are by their own account: what cues have found there, and the element that holds it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsclean.document import Block
from newsclean.labeler.arrays import Bools, Columns, Floats, Rows, share

# Kinds of cuts that say the same of their neighbours.
_CUED = {
    "cue_related": ("related",),
    "cue_comments": ("comments",),
    "cue_nav": ("nav",),
    "cue_caption": ("caption", "credit"),
    "cue_share": ("share", "follow", "app"),
    "cue_plea": ("appeal", "newsletter", "subscription"),
    "cue_foot": ("copyright", "cookie", "contact"),
    "cue_advertisement": ("advertisement",),
    "cue_sign": ("timestamp", "agency-credit", "author-bio", "source-url"),
}
_GROUPS = {kind: number for number, kinds in enumerate(_CUED.values()) for kind in kinds}
_FAR = 60  # blocks
_LEVELS = 4


def cue_kinds(blocks: Sequence[Block], rows: Rows) -> Columns:
    """What cues have found, and how near before a block comments or other stories were announced."""
    groups = np.array([-1 if block.cut is None else _GROUPS.get(block.cut.kind, -1) for block in blocks])
    columns: Columns = {name: groups == number for number, name in enumerate(_CUED)}
    for name in ("related", "comments"):
        columns[f"since_{name}"] = _nearness(rows, columns[f"cue_{name}"])
    return columns


def _nearness(rows: Rows, flags: Bools) -> Floats:
    """1 for a flagged block, less the further behind one a block stands, 0 where none is within reach."""
    seen = np.maximum.accumulate(np.where(flags, rows.number, -1))
    back = np.where(seen >= rows.first[rows.of], np.minimum(rows.number - seen, _FAR), _FAR)
    result: Floats = 1 - np.log1p(back) / np.log1p(_FAR)
    return result


def containers(blocks: Sequence[Block], rows: Rows, words: Floats) -> Columns:
    """Of HTML blocks: the share of the document's paragraphs that stand in an element like theirs, by level outwards.

    Elements are told apart by their tags and classes; `words` are those of sure paragraphs, by block.
    """
    columns: Columns = {f"inside_{level}": np.zeros(len(blocks), np.float32) for level in range(_LEVELS)}
    for first, last in zip(rows.first.tolist(), rows.last.tolist(), strict=True):
        if not blocks[first].hint:
            continue
        keys = [block.hint for block in blocks[first:last]]
        for column in columns.values():
            numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
            of = np.array([numbers[key] for key in keys])
            held = np.bincount(of, words[first:last])
            column[first:last] = share(held, held.sum())[of]
            keys = [key.partition(" <")[2] for key in keys]
    return columns
