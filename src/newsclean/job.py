"""A whole run: inputs cut into pieces, parts written in order, the state kept for a resume, everything counted."""

from __future__ import annotations

import hashlib
import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from newsclean.arrow import PARQUET
from newsclean.engine import SIDE_TABLES, Engine, Order, Part
from newsclean.errors import OutputError, UsageError
from newsclean.plugins import rules_version
from newsclean.readers import Input, Piece, gather, plan, read, size_of
from newsclean.report import Report
from newsclean.schema import columns
from newsclean.settings import Settings
from newsclean.writers import STDOUT, Journal, Output, Sharding, is_folder, is_stream, open_output

_SHORT = 2 << 20  # bytes that one process cleans in about a second: others would cost more than they save


@dataclass(frozen=True, kw_only=True)
class Job:
    """What to read, what to write where (table -> path), and how; `sharding` is for paths that are folders.

    `jobs` is the number of worker processes, 0 for one a core where the input is worth it.
    """

    settings: Settings
    inputs: tuple[Input, ...]
    outputs: dict[str, str]
    sharding: Sharding | None = None
    jobs: int = 0
    limit: int = 0
    resume: bool = False

    @property
    def order(self) -> Order:
        """What the workers need to know."""
        tables = tuple(name for name in SIDE_TABLES if name in self.outputs)
        files = {name: path for name, path in self.outputs.items() if not is_stream(path) and not is_folder(path)}
        endings = tuple((name, Path(path).suffix.lower()) for name, path in files.items())
        return Order(self.settings, tables, endings)


def execute(job: Job, progress: Callable[[Report], None] = lambda _: None) -> Report:
    """Run a job; `progress` is called with the counts so far, at the start and after each part.

    Raises:
        OutputError: a result can't be written. No output stands half written.
        UsageError: a resumed run had other inputs or settings.
    """
    if job.resume:
        return _resumable(job, progress)
    report = Report()
    engine = Engine(job.order)  # before anything is written: a setting may be none
    with ExitStack() as stack:
        outputs = {
            name: stack.enter_context(open_output(path, columns(name), job.sharding))
            for name, path in job.outputs.items()
        }
        progress(report)
        for part in _parts(job, engine):
            _write(outputs, part)
            report.add(part.report)
            progress(report)
        _balance(report)
    return report


def _parts(job: Job, engine: Engine, skip: int = 0) -> Iterator[Part]:
    max_bytes = job.settings.max_bytes
    if job.limit:
        pieces = gather(itertools.islice(read(job.inputs, max_bytes=max_bytes), job.limit))
    else:
        pieces = plan(job.inputs, max_bytes=max_bytes)
    pieces = itertools.islice(pieces, skip, None)
    jobs = job.jobs
    if not jobs:
        begin = list(_until(pieces, _SHORT))
        pieces = itertools.chain(begin, pieces)
        jobs = (os.cpu_count() or 1) if sum(map(size_of, begin)) >= _SHORT else 1
    if jobs == 1:
        return map(engine.part_of, pieces)
    from newsclean.workers import Crew

    return Crew(engine, jobs).run(pieces)


def _until(pieces: Iterator[Piece], size: int) -> Iterator[Piece]:
    """The first pieces, of so many bytes together."""
    while size > 0 and (piece := next(pieces, None)):
        yield piece
        size -= size_of(piece)


def _write(outputs: dict[str, Output], part: Part) -> dict[str, int]:
    return {name: output.write(part.tables[name]) for name, output in outputs.items()}


def _balance(report: Report) -> None:
    """Documents in are records and rejects out, or the run has failed."""
    if report.documents != report.records + report.rejected:
        raise OutputError(
            f"{report.documents} documents came in but {report.records} records and {report.rejected} rejects out"
        )


def _resumable(job: Job, progress: Callable[[Report], None]) -> Report:
    """A run that goes on where an interrupted one was, and leaves its state behind if it is interrupted itself."""
    if any(is_stream(path) for path in job.outputs.values()) or "records" not in job.outputs:
        raise UsageError("--resume needs -o FILE: what went to standard output is gone")
    if any(is_folder(path) or path.lower().endswith(PARQUET) for path in job.outputs.values()):
        raise UsageError(
            "--resume can't go on with .parquet or a folder of shards; give a .jsonl file, also .gz or .zst"
        )
    if any(one.path == STDOUT for one in job.inputs):
        raise UsageError("--resume needs files to read: standard input can't be read again")
    journal = Journal(job.outputs["records"], fingerprint(job))
    state = journal.load()
    report = Report.from_json(state["report"]) if state else Report()
    engine = Engine(job.order)
    sizes, done = state.get("sizes", {}), state.get("pieces", 0)
    with ExitStack() as stack:
        outputs = {
            name: stack.enter_context(Output(path, resume=True, size=sizes.get(name, 0)))
            for name, path in job.outputs.items()
        }
        progress(report)
        for number, part in enumerate(_parts(job, engine, done), done + 1):
            sizes = _write(outputs, part)
            report.add(part.report)
            journal.save(pieces=number, sizes=sizes, report=report.as_json())
            progress(report)
        _balance(report)
    journal.remove()
    return report


def fingerprint(job: Job) -> str:
    """Changes with anything that a resumed run's output depends on: files, their sizes and times, settings, tables."""
    files = []
    for one in job.inputs:
        try:
            found = Path(one.path).stat()
            files.append((one, found.st_size, found.st_mtime_ns))
        except OSError:
            files.append((one, -1, -1))
    facts = (files, job.limit, job.settings, rules_version(job.settings), sorted(job.outputs.items()))
    return hashlib.sha256(repr(facts).encode("utf-8", "surrogateescape")).hexdigest()
