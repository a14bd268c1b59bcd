"""`newsclean explain`: a document in the terminal, each cut with its reason, each value with its evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from newsclean.cli.inputs import cleaned
from newsclean.cli.options import cleaning_options, take_settings
from newsclean.document import Block, Document
from newsclean.engine import Engine
from newsclean.record import FOUND

_WIDTH = 100  # characters of a cut block that are shown; --full shows all


@click.command(short_help="Show what is cut, and why.")
@click.argument("paths", nargs=-1, metavar="[FILE|-]...")
@click.option("--full", is_flag=True, help="Show cut blocks whole.")
@cleaning_options
def explain(paths: tuple[str, ...], *, full: bool, **options: Any) -> int:
    """Show documents with every cut coloured and named with kind, cue and score, and the metadata with its evidence.

    In a pipe the same comes as plain lines: "+" stands before what is kept, "-" before what is cut.
    """
    engine = Engine(replace(take_settings(options), why=True))
    rejected = False
    for _, document in cleaned(engine, paths):
        click.secho(f"{document.id}  ({document.format})", bold=True)
        if document.reject:
            click.secho(f"rejected: {document.reject}", fg="red")
            rejected = True
            continue
        _show_metadata(engine, document)
        for block in document.blocks:
            if block.text:
                _show_block(block, full=full)
        click.echo()
    return 1 if rejected else 0


def _show_metadata(engine: Engine, document: Document) -> None:
    """Each value and where it is from; what was found but not believed stands behind it."""
    metadata = engine.record(document).metadata
    for key in FOUND:
        if not metadata[key]:
            continue
        best = document.best(key)
        where = f" at {best.start}-{best.end}" if best and best.end else ""
        why = f"{best.method}{where}, {best.score:.2f}" if best else "an earlier run"
        others = {one.value for one in document.evidence if one.key == key and one.value != metadata[key]}
        rest = f"; not {', '.join(repr(one) for one in sorted(others)[:3])}" if others else ""
        click.echo(f"  {key:15} {click.style(metadata[key], fg='cyan')}  ({why}{rest})")
    click.echo()


def _show_block(block: Block, *, full: bool) -> None:
    if not block.cut:
        click.echo(f"+ {block.text}")
        return
    text = block.text if full or len(block.text) <= _WIDTH else block.text[: _WIDTH - 1] + "…"
    reason = f"{block.cut.kind}  {block.cut.cue}  {block.cut.score:.2f}"
    drivers = f"  ({block.cut.why})" if block.cut.why else ""
    click.echo(f"{click.style('- ' + text, fg='red')}  {click.style(f'[{reason}]{drivers}', fg='yellow')}")
