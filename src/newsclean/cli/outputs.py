"""Where a run was told to write: every place named once, and none of them a file that it reads."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from typing import Any

import click
from click.core import ParameterSource

from newsclean.engine import SIDE_TABLES
from newsclean.errors import UsageError
from newsclean.readers.raw import STDIN
from newsclean.writers import STDOUT, is_folder


def outputs_of(output: str, options: Mapping[str, Any], read: Iterable[str]) -> dict[str, str]:
    """Table -> path of everything that is to be written, "stats" among it; `read` are the paths of what is read.

    Raises:
        UsageError: two outputs share a place, or one is a file that is read.
    """
    found = {"records": output}
    found |= {name: options[name] for name in (*SIDE_TABLES, "rejects", "stats") if options[name]}
    named: dict[str, str] = {}
    for path in found.values():
        place = STDOUT if path == STDOUT else os.path.realpath(path)
        if place in named and path != os.devnull:
            raise UsageError(f"two outputs share one place: {', '.join(sorted({named[place], path}))}")
        named[place] = path
    standing = {_file(path): path for path in found.values() if path != STDOUT and _file(path)}
    for one in read if standing else ():
        if (file := _file(one)) in standing:
            raise UsageError(f"{standing[file]}: an output must not be a file that is read; name another place for it")
    return found


def refuse_shards_of_files(ctx: click.Context, outputs: Mapping[str, str]) -> None:
    """An option about shards is meant for a folder.

    Raises:
        UsageError: it was given on the command line, and no output is a folder.
    """
    if any(is_folder(path) for path in outputs.values()):
        return
    for name in ("shard_size", "shard_ending"):
        if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            raise UsageError(f"--{name.replace('_', '-')} is for shards: it needs a folder, -o DIR/")


def _file(path: str) -> tuple[int, int] | None:
    """What tells a regular file, whatever links lead to it; None for anything else."""
    try:
        found = os.fstat(0) if path == STDIN else os.stat(path)
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None
