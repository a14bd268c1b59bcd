"""`newsclean stages`: what a document passes, in order."""

from __future__ import annotations

import click

from newsclean.plugins import stage_infos


@click.command(short_help="List the stages in running order.")
def stages() -> None:
    """One line a stage, in running order: name, origin, version."""
    for info in stage_infos():
        click.echo(f"{info.name}\t{info.origin}\t{info.version}")
