"""`newsclean run`: raw documents to records."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click
import orjson

from newsclean.cli.inputs import inputs_of
from newsclean.cli.options import cleaning_options, setting, take_settings
from newsclean.cli.outputs import outputs_of, refuse_shards_of_files
from newsclean.cli.progress import progress
from newsclean.errors import OutputError, UsageError
from newsclean.job import Job, execute
from newsclean.readers import total_size
from newsclean.report import Report
from newsclean.writers import STDOUT, Sharding

_UNITS = {"": 0, "K": 10, "M": 20, "G": 30}


@click.command(short_help="Clean documents into JSON lines.")
@click.argument("paths", nargs=-1, metavar="[PATHS|-]...")
@click.option(
    "-o",
    "--output",
    default="-",
    metavar="FILE|DIR/",
    help="Where records go; whole or not at all. [default: stdout]",
)
@setting("--shard-size", default="256M", show_default=True, metavar="SIZE", help="Of each file in -o DIR/; K, M or G.")
@setting(
    "--shard-ending",
    type=click.Choice([f".jsonl{ending}" for ending in ("", ".gz", ".bz2", ".xz", ".zst")] + [".parquet"]),
    default=".jsonl",
    show_default=True,
    help="Of each file in -o DIR/.",
)
@setting("--audit", metavar="FILE", help="Write a row a cut: span, stage, kind, cue, score, text.")
@setting("--evidence", metavar="FILE", help="Write a row a metadata value: method, score, span.")
@setting("--links", metavar="FILE", help="Write a row a link or image.")
@setting("--rejects", metavar="FILE", help="Write a row a document that became no record.")
@setting("--stats", metavar="FILE", help="Write the whole report as JSON.")
@setting(
    "--jobs",
    "-j",
    "jobs",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    help="Worker processes. [default: one a core, for more than a short input]",
)
@click.option("--resume", is_flag=True, help="Go on where an interrupted run to the same -o FILE was.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Stop after N documents.")
@click.option("--dry-run", is_flag=True, help="Do everything but write.")
@setting("--exit-zero", is_flag=True, help="End with 0 even if documents were rejected.")
@click.option("-q", "--quiet", is_flag=True, help="No summary, no progress.")
@cleaning_options
@click.pass_context
def run(ctx: click.Context, /, paths: tuple[str, ...], output: str, **options: Any) -> int:
    """Clean documents: files, folders, globs, or - for standard input.

    Reads .txt .md .markdown .html .htm .jsonl .ndjson, each also .gz .bz2 .xz .zst, and .parquet. Records go to
    standard output, to -o FILE (compressed by its ending, or .parquet), or to numbered files in -o DIR/; the summary
    goes to standard error.

    \b
    newsclean run seeds/
    newsclean run dump.jsonl.zst -o clean.jsonl.zst --audit cuts.jsonl
    zcat dump.jsonl.gz | newsclean run - | head
    """
    settings = take_settings(options)
    inputs = inputs_of(paths, quiet=options["quiet"])
    outputs = outputs_of(output, options, [*(one.path for one in inputs), *settings.rules, settings.model])
    refuse_shards_of_files(ctx, outputs)
    job = Job(
        settings=settings,
        inputs=tuple(inputs),
        outputs={} if options["dry_run"] else {name: path for name, path in outputs.items() if name != "stats"},
        sharding=Sharding(_bytes(options["shard_size"]), options["shard_ending"]),
        jobs=options["jobs"],
        limit=options["limit"] or 0,
        resume=options["resume"],
    )
    # A bar among the records on one screen would be neither.
    shown = not options["quiet"] and sys.stderr.isatty() and not (output == STDOUT and sys.stdout.isatty())
    with progress(shown=shown, total=total_size(inputs) if shown and not job.limit else 0) as show:
        report = execute(job, show)
    if options["stats"]:
        _write_stats(options["stats"], report)
    if not options["quiet"]:
        click.echo("\n".join(report.lines()), err=True)
    if report.documents == 0:
        raise UsageError("no documents came in: the input is empty")
    return 1 if report.rejected and not options["exit_zero"] else 0


def _write_stats(path: str, report: Report) -> None:
    try:
        Path(path).write_bytes(orjson.dumps(report.as_json(), option=orjson.OPT_INDENT_2))
    except OSError as error:
        raise OutputError(f"{path}: can't write: {error.strerror}") from error


def _bytes(size: str) -> int:
    """A size such as 500K, 256M or 1G in bytes."""
    number, unit = (size[:-1], size[-1].upper()) if size[-1:].isalpha() else (size, "")
    if unit not in _UNITS or not number.isdecimal() or int(number) == 0:
        raise UsageError(f"--shard-size {size!r} is no size; write 500K, 256M or 1G")
    return int(number) << _UNITS[unit]
