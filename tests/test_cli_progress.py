"""A bar shows on a terminal, a real one, and nowhere else."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import environment

CODES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")


def rows(path: Path, count: int) -> None:
    path.write_text('{"text": "Rain fell on the harbour. Nobody sailed."}\n{broken\n' * count)


def on_a_terminal(folder: Path, *arguments: str) -> str:
    """What standard error, a terminal of 100 columns, was sent, control codes aside, of a run over in.jsonl."""
    mine, its = pty.openpty()
    env = environment(TERM="xterm", COLUMNS="100", NO_COLOR="1")
    command = [sys.executable, "-m", "newsclean", "run", "--exit-zero", *arguments]
    with (
        (folder / "in.jsonl").open("rb") as source,
        subprocess.Popen(command, cwd=folder, env=env, stdin=source, stdout=subprocess.DEVNULL, stderr=its) as process,
    ):
        os.close(its)
        said = b""
        while data := read(mine):
            said += data
    os.close(mine)
    assert process.returncode == 0, said
    return CODES.sub(b"", said).decode()


def read(terminal: int) -> bytes:
    """What comes next; a terminal whose other side is closed is an error on Linux, an end elsewhere."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_terminal_shows_documents_speed_rejects_and_time_left(tmp_path: Path, jobs: str) -> None:
    rows(tmp_path / "in.jsonl", 20_000)
    said = on_a_terminal(tmp_path, "in.jsonl", "-j", jobs)
    bars = re.findall(r"([\d,]+) documents, \d+\.\d MB/s, ([\d,]+) rejects (\d:\d\d:\d\d|-:--:--)", said)
    assert len(bars) >= 2
    assert [f"{int(rejects.replace(',', '')) * 2:,}" for _, rejects, _ in bars] == [
        documents for documents, _, _ in bars
    ]
    assert "40,000 documents in: 20,000 records, 20,000 rejects" in said


def test_of_what_comes_through_a_pipe_nobody_knows_how_long_it_takes(tmp_path: Path) -> None:
    rows(tmp_path / "in.jsonl", 20_000)
    said = on_a_terminal(tmp_path, "-")
    assert re.search(r"[\d,]+ documents, \d+\.\d MB/s, [\d,]+ rejects", said)
    assert not re.search(r"-:--:--|\d:\d\d:\d\d", said)


def test_quiet_shows_nothing(tmp_path: Path) -> None:
    rows(tmp_path / "in.jsonl", 100)
    assert on_a_terminal(tmp_path, "in.jsonl", "-q") == ""
