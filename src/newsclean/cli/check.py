"""`newsclean check`: a gate that names what would be cut, for CI."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import click
import orjson

from newsclean.cli.inputs import cleaned
from newsclean.cli.options import cleaning_options, take_settings
from newsclean.document import Document
from newsclean.engine import Engine
from newsclean.readers import Raw
from newsclean.report import printable

_GITHUB = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})  # as GitHub's own toolkit does
_SHOWN = 80  # characters of a block in a line of text


class Finding(NamedTuple):
    """A block that would be cut, at a line of its file (of its row's text, for JSONL: the row's line)."""

    path: str
    line: int
    kind: str
    cue: str
    text: str


@click.command(short_help="Gate for CI: name what would be cut.")
@click.argument("paths", nargs=-1, metavar="[PATHS|-]...")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@cleaning_options
def check(paths: tuple[str, ...], output_format: str, **options: Any) -> int:
    """Name every block that would be cut; ends with 1 if there is one, or a document was rejected.

    \b
    newsclean check corpus/ --select appeal --select newsletter
    newsclean check corpus/ --output-format github
    """
    engine = Engine(take_settings(options))
    count = documents = rejected = 0
    for raw, document in cleaned(engine, paths):
        documents += 1
        if document.reject:
            rejected += 1
            click.echo(f"{printable(raw.path)}:{raw.line or 1}: rejected: {document.reject}", err=True)
        for finding in _findings(document, raw):
            count += 1
            click.echo(_line(finding, output_format))
    click.echo(f"{documents:,} documents checked: {count:,} findings, {rejected:,} rejects", err=True)
    return 1 if count or rejected else 0


def _findings(document: Document, raw: Raw) -> Iterator[Finding]:
    for block in document.blocks:
        if block.cut and block.text:
            line = raw.line or document.source.count("\n", 0, block.start) + 1
            yield Finding(raw.path, line, block.cut.kind, block.cut.cue, block.text)


def _line(finding: Finding, output_format: str) -> str:
    if output_format == "json":
        return orjson.dumps(finding._asdict()).decode()
    text = finding.text if len(finding.text) <= _SHOWN else finding.text[: _SHOWN - 1] + "…"
    if output_format == "github":
        path, message = (one.translate(_GITHUB) for one in (finding.path, f"{finding.kind} {finding.cue}: {text}"))
        path = path.replace(":", "%3A").replace(",", "%2C")
        return f"::warning file={path},line={finding.line},title=newsclean::{message}"
    return f'{printable(finding.path)}:{finding.line}: {finding.kind} {finding.cue} "{text}"'
