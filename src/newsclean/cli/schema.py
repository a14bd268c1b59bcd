"""`newsclean schema`: the shape of what comes out."""

from __future__ import annotations

import json

import click

from newsclean.schema import TABLES
from newsclean.schema import schema as schema_of


@click.command(short_help="JSON Schema of the record and of the side tables.")
@click.argument("table", type=click.Choice(TABLES), default="record")
def schema(table: str) -> None:
    """Print the JSON Schema of a row: of the record, or of a side table."""
    click.echo(json.dumps(schema_of(table), indent=2, ensure_ascii=False))
