"""What cues have found at a block and before it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsclean.document import Block
from newsclean.labeler.arrays import Bools, Columns, Floats, Rows

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
