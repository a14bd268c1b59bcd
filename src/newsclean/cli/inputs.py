"""What a command was given to read: paths, or standard input if something is piped into it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import click

from newsclean.document import Document
from newsclean.engine import Engine
from newsclean.errors import UsageError
from newsclean.readers import Input, Raw, expand, read
from newsclean.report import printable

_SHOWN = 3  # skipped files that are named


def inputs_of(paths: Sequence[str], *, quiet: bool = False) -> list[Input]:
    """The inputs that the paths name; without any, standard input unless it is a terminal.

    What is passed over in folders is counted on standard error, unless `quiet`.

    Raises:
        UsageError: there is nothing to read.
    """
    if not paths and sys.stdin.isatty():
        raise UsageError("nothing to read; give files or folders, or pipe a document in (`newsclean run --help`)")
    skipped: list[str] = []
    inputs = expand(paths or ["-"], skipped)
    if skipped and not quiet:
        names = ", ".join(map(printable, skipped[:_SHOWN])) + (", ..." if len(skipped) > _SHOWN else "")
        files = "file" if len(skipped) == 1 else "files"
        click.echo(f"{len(skipped):,} {files} skipped: {names}; a file of such a name is read if it is named", err=True)
    return inputs


def cleaned(engine: Engine, paths: Sequence[str]) -> Iterator[tuple[Raw, Document]]:
    """Each raw document that the paths name, with what cleaning it one by one comes to.

    Raises:
        UsageError: there is nothing to read.
    """
    for raw in read(inputs_of(paths), max_bytes=engine.settings.max_bytes):
        yield raw, engine.documents([raw])[0]
