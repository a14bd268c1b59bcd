"""What a command was given to read: paths, or standard input if something is piped into it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from newsclean.errors import UsageError
from newsclean.readers import Input, expand


def inputs_of(paths: Sequence[str]) -> list[Input]:
    """The inputs that the paths name; without any, standard input unless it is a terminal.

    Raises:
        UsageError: there is nothing to read.
    """
    if not paths and sys.stdin.isatty():
        raise UsageError("nothing to read; give files or folders, or pipe a document in (`newsclean run --help`)")
    return expand(paths or ["-"])
