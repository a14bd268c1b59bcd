"""`newsclean diff`: the raw text against the clean one, as a unified diff."""

from __future__ import annotations

import difflib
from typing import Any

import click

from newsclean.cli.inputs import cleaned
from newsclean.cli.options import cleaning_options, take_settings
from newsclean.engine import Engine
from newsclean.record import make_text

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@click.command(short_help="Unified diff of raw and clean text.")
@click.argument("paths", nargs=-1, metavar="[FILE|-]...")
@cleaning_options
def diff(paths: tuple[str, ...], **options: Any) -> int:
    """Show what cleaning changes, as a unified diff of paragraphs; ends with 1 if anything is rejected."""
    settings = take_settings(options)
    engine = Engine(settings)
    rejected = False
    for _, document in cleaned(engine, paths):
        if document.reject:
            click.echo(f"{document.id}: rejected: {document.reject}", err=True)
            rejected = True
            continue
        before = [line.strip() for line in document.source.splitlines() if line.strip()]
        after = [line for line in make_text(document, settings).splitlines() if line]
        for line in difflib.unified_diff(
            before, after, f"{document.id} (raw)", f"{document.id} (clean)", lineterm="", n=1
        ):
            click.secho(line, fg=_COLOURS.get(line[:1]))
    return 1 if rejected else 0
