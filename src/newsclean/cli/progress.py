"""A bar on a terminal's standard error: documents, megabytes a second, rejects. Anywhere else nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from newsclean.report import Report


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[Report], None]]:
    """What to call with the counts so far."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    begin = time.monotonic()
    with Console(stderr=True).status("cleaning …") as status:

        def show(report: Report) -> None:
            seconds = max(time.monotonic() - begin, 1e-3)
            speed = report.chars_in / 1e6 / seconds
            status.update(f"{report.documents:,} documents, {speed:.1f} MB/s, {report.rejected:,} rejects")

        yield show
