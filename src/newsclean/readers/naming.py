"""Names that documents go by, one for each file: the folder's stands in front where two files would share one."""

from __future__ import annotations

import os
from collections.abc import Sequence

from newsclean.readers.raw import STDIN, Input

Source = tuple[str, Input]  # the folder that an input's name is relative to, and the input


def distinct(sources: Sequence[Source]) -> list[Input]:
    """The inputs, their names as they are, or all behind their folder's last name, or its whole path."""
    inputs = [one for _, one in sources]
    for whole in (False, True):
        if not _shared(inputs):
            break
        inputs = [_behind(folder, one, whole=whole) for folder, one in sources]
    return inputs


def _shared(inputs: Sequence[Input]) -> bool:
    """Whether two files go by one name."""
    paths: dict[str, str] = {}
    return any(paths.setdefault(one.name, one.path) != one.path for one in inputs)


def _behind(folder: str, one: Input, *, whole: bool) -> Input:
    if one.path == STDIN or not folder:
        return one
    prefix = os.path.normpath(folder) if whole else os.path.basename(os.path.abspath(folder))
    return one._replace(name=f"{prefix}/{one.name}".replace(os.sep, "/"))
