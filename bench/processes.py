"""Whole processes, timed and watched: nothing is measured from within."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

# One thread a process, so that a core is a core; compiled modules, as an installed program has them.
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
_ELSEWHERE = tempfile.gettempdir()  # no configuration file is found there


class Took(NamedTuple):
    """Seconds that a process took: by the clock on the wall, and of processor time, which others disturb less."""

    wall: float
    cpu: float


def took(command: list[str], source: Path | None = None) -> Took:
    """What a process takes, from start to end; it reads a file as its standard input, if given.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    begin, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    with (source or Path(os.devnull)).open("rb") as stdin:
        subprocess.run(
            command,
            check=True,
            env=ENVIRONMENT,
            cwd=_ELSEWHERE,
            stdin=stdin,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    wall, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Took(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def resident(command: list[str]) -> list[float]:
    """Megabytes of memory of a process's largest member, itself or a worker, every fifth of a second (Linux)."""
    found: list[float] = []
    with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            found.append(max(map(_megabytes, [process.pid, *_children(process.pid)])))
            time.sleep(0.2)
    return found


def _children(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _megabytes(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0.0


def spread(values: list[float], form: str = "{:.2f}") -> str:
    """Median, minimum and maximum."""
    middle, low, high = (form.format(one) for one in (statistics.median(values), min(values), max(values)))
    return f"{middle} ({low}-{high})"
