"""`newsclean run`: raw documents to records."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import click

from newsclean.cli.inputs import inputs_of
from newsclean.cli.options import cleaning_options, setting, take_settings
from newsclean.engine import SIDE_TABLES, Engine
from newsclean.errors import UsageError
from newsclean.readers import read
from newsclean.report import Report
from newsclean.writers import open_output


@click.command(short_help="Clean documents into JSON lines.")
@click.argument("paths", nargs=-1, metavar="[PATHS|-]...")
@click.option(
    "-o", "--output", default="-", metavar="FILE", help="Where records go; whole or not at all. [default: stdout]"
)
@setting("--audit", metavar="FILE", help="Write a row a cut: span, stage, kind, cue, score, text.")
@setting("--evidence", metavar="FILE", help="Write a row a metadata value: method, score, span.")
@setting("--links", metavar="FILE", help="Write a row a link or image.")
@setting("--rejects", metavar="FILE", help="Write a row a document that became no record.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Stop after N documents.")
@click.option("--dry-run", is_flag=True, help="Do everything but write.")
@setting("--exit-zero", is_flag=True, help="End with 0 even if documents were rejected.")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
@cleaning_options
def run(paths: tuple[str, ...], output: str, **options: Any) -> int:
    """Clean documents: files, folders, globs, or - for standard input.

    Reads .txt .md .markdown .html .htm .jsonl .ndjson, each also .gz .bz2 .xz .zst. Records go to standard output
    or to -o FILE; the summary goes to standard error.

    \b
    newsclean run seeds/
    newsclean run dump.jsonl.zst -o clean.jsonl.zst --audit cuts.jsonl
    zcat dump.jsonl.gz | newsclean run - | head
    """
    settings = take_settings(options)
    inputs = inputs_of(paths)
    outputs = _outputs(output, options)
    engine = Engine(settings, [name for name in SIDE_TABLES if name in outputs])
    report = Report()
    with ExitStack() as stack:
        writers = {name: stack.enter_context(open_output(path)) for name, path in outputs.items()}
        for part in engine.run(read(inputs, max_bytes=settings.max_chars * 4), limit=options["limit"] or 0):
            for name, writer in writers.items():
                writer.write(part.tables[name])
            report.add(part.report)
    if not options["quiet"]:
        click.echo("\n".join(report.lines()), err=True)
    if report.documents == 0:
        raise UsageError(
            "no documents came in: standard input was empty" if "-" in paths or not paths else "no documents came in"
        )
    return 1 if report.rejected and not options["exit_zero"] else 0


def _outputs(output: str, options: dict[str, Any]) -> dict[str, str]:
    """Table -> path of everything to be written, no place named twice."""
    if options["dry_run"]:
        return {}
    found = {"records": output}
    found |= {name: options[name] for name in (*SIDE_TABLES, "rejects") if options[name]}
    if len(set(found.values())) < len(found):
        raise UsageError(f"two outputs share one place: {', '.join(sorted(found.values()))}")
    return found
