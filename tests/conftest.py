"""What the tests share: one cleaner a session, and the real command line as a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

from cases import SHARED, documents, languages
from newsclean import Cleaner

needs_seeds = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="../shared/seeds is not here")
needs_bench = pytest.mark.skipif(not (SHARED / "bench").is_dir(), reason="../shared/bench is not here")


class Ran(NamedTuple):
    """What a process came to."""

    code: int
    out: bytes
    err: str


class Run(Protocol):
    """Runs `newsclean ARGUMENTS...` to its end, by default in an empty folder."""

    def __call__(
        self, *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, env: dict[str, str] | None = None
    ) -> Ran:
        """The process's exit code, its standard output and its standard error."""


def environment(**extra: str) -> dict[str, str]:
    """This process's environment without anything that configures newsclean."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("NEWSCLEAN")}
    return {**kept, "PYTHONWARNINGS": "default", **extra}


@pytest.fixture(scope="session")
def cleaner() -> Cleaner:
    """A cleaner with nothing but defaults."""
    return Cleaner()


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The command line."""
    nowhere = tmp_path_factory.mktemp("nowhere")

    def run(
        *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, env: dict[str, str] | None = None
    ) -> Ran:
        command = [sys.executable, "-m", "newsclean", *map(str, arguments)]
        done = subprocess.run(
            command,
            input=stdin,
            capture_output=True,
            check=False,
            cwd=cwd or nowhere,
            env=environment(**(env or {})),
            timeout=60,
        )
        return Ran(done.returncode, done.stdout, done.stderr.decode())

    return run


def pytest_configure() -> None:
    """Hear interrupts: a shell starts what runs in its background deaf to them, and what that starts too."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many documents the cleaning is tried on, above pytest's own last line."""
    for folder in ("appeals", "keeps"):
        found = f"{len(documents(folder))} documents in {len(languages(folder))} languages"
        terminalreporter.write_line(f"tests/fixtures/{folder}: {found}")
