"""A bar on a terminal's standard error: documents, megabytes a second, rejects, time left. Anywhere else nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from newsclean.report import Report

_PAUSE = 0.1  # seconds between two looks at a bar


@contextmanager
def progress(*, shown: bool, total: int) -> Iterator[Callable[[Report], None]]:
    """What to call with the counts so far; `total` bytes are to come, 0 if nobody knows how many."""
    if not shown:
        yield lambda _: None
        return
    from rich import progress as rich
    from rich.console import Console

    columns = [rich.BarColumn(20), rich.TextColumn("{task.description}"), rich.TimeRemainingColumn()]
    begin = last = time.monotonic()
    first = -1
    # No thread refreshes it: worker processes are forked from this one.
    with rich.Progress(
        *columns[: 3 if total else 2], console=Console(stderr=True), auto_refresh=False, transient=True
    ) as bar:
        task = bar.add_task("cleaning …", total=total or None)
        bar.refresh()

        def show(report: Report) -> None:
            nonlocal first, last
            first = (
                report.bytes_in if first < 0 else first
            )  # what an interrupted run has read says nothing of this one's speed
            now = time.monotonic()
            if now - last < _PAUSE:
                return
            last = now
            speed = (report.bytes_in - first) / 1e6 / (now - begin)
            said = f"{report.documents:,} documents, {speed:.1f} MB/s, {report.rejected:,} rejects"
            bar.update(task, completed=report.bytes_in, description=said, refresh=True)

        yield show
