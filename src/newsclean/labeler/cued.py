"""What cues have found at a block, and how near before and behind it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsclean.document import Block
from newsclean.labeler.arrays import Columns, Floats, Ints, Rows
from newsclean.labeler.place import distances

# Kinds of cuts that say the same of their neighbours.
_CUED = {
    "related": ("related",),
    "comments": ("comments",),
    "nav": ("nav",),
    "caption": ("caption", "credit"),
    "share": ("share", "follow", "app"),
    "plea": ("appeal", "newsletter", "subscription"),
    "foot": ("copyright", "cookie", "contact"),
    "advertisement": ("advertisement",),
    "sign": ("timestamp", "agency-credit", "author-bio", "source-url"),
}
_GROUPS = {kind: number for number, kinds in enumerate(_CUED.values()) for kind in kinds}
# Those that say something of blocks far away too: of what follows them, and of what comes before. An article's last
# paragraph stands before an appeal as a part of the appeal does, so that says nothing.
_BEFORE = ("related", "comments", "share", "plea", "foot", "sign")
_BEHIND = frozenset(_BEFORE) - {"plea"}
_FAR = 60  # blocks


def cue_kinds(blocks: Sequence[Block], rows: Rows) -> Columns:
    """What cues have found at each block, and how near to it they have found what tells of its surroundings."""
    groups = np.array([-1 if block.cut is None else _GROUPS.get(block.cut.kind, -1) for block in blocks])
    columns: Columns = {f"cue_{name}": groups == number for number, name in enumerate(_CUED)}
    for name in _BEFORE:
        found = columns[f"cue_{name}"]
        back, on = distances(rows, found)
        columns[f"cue_{name}_before"] = _nearness(np.where(found, 0, back))
        if name in _BEHIND:
            columns[f"cue_{name}_behind"] = _nearness(np.where(found, 0, on))
    return columns


def _nearness(distance: Ints) -> Floats:
    """1 at the cue itself, less the further away a block is, 0 where none is within reach."""
    result: Floats = 1 - np.log1p(np.minimum(distance, _FAR)) / np.log1p(_FAR)
    return result
