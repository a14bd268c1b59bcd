"""Whatever comes in: records and rejects with a reason, never a traceback, never a wait."""

from __future__ import annotations

import io
import json
import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from cases import cases
from conftest import environment
from newsclean.cli import cli
from newsclean.errors import NewscleanError
from odd_files import BUILDERS

Case = dict[str, Any]
SECONDS = 8.0  # for the slowest case on a busy machine; alone it takes one


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def data_of(case: Case) -> bytes:
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    text: str = case["text"]
    return text.encode(case.get("encoding", "utf-8"))


def prepared(case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The input made; the path that stands for it on the command line."""
    if case.get("stdin"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data_of(case))))
        return "-"
    folder.mkdir()
    if "build" in case:
        BUILDERS[case["build"]](folder)
    else:
        (folder / case.get("file", "a.txt")).write_bytes(data_of(case))
    return str(folder)


def exit_code(arguments: list[str]) -> int:
    """What `newsclean run` ends with; an error that it doesn't foresee is raised."""
    try:
        code: int = cli.main(["run", *arguments], standalone_mode=False)
    except NewscleanError as error:
        sys.stderr.write(f"newsclean: {error}\n")
        return error.exit_code
    return code


@pytest.mark.parametrize("case", cases("inputs"))
def test_what_comes_in_is_a_record_or_a_reject_that_says_why(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if case["name"] == "unreadable" and os.geteuid() == 0:
        pytest.skip("root reads every file")
    path = prepared(case, tmp_path / "in", monkeypatch)
    out, rejects = tmp_path / "out.jsonl", tmp_path / "rejects.jsonl"
    begin = time.process_time()

    code = exit_code([path, "-o", str(out), "--rejects", str(rejects), "-j", "1", *case.get("args", [])])

    said = capsys.readouterr().err
    records = lines(out)
    assert [row["reason"] for row in lines(rejects)] == [Part(part) for part in case.get("rejects", [])]
    assert [record["text"] for record in records] == [Start(text) for text in case.get("texts", records_of(case))]
    assert [record["id"] for record in records] == case.get("ids", [record["id"] for record in records])
    assert code == case.get("code", 1 if case.get("rejects") else 0)
    assert case.get("says", "") in said
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", said), "a file's name must not drive the terminal"
    assert time.process_time() - begin < SECONDS


def records_of(case: Case) -> list[str]:
    return [""] * int(case.get("records", 0))


class Part(str):
    """Equal to whatever holds it."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and str(self) in str(other)

    __hash__ = str.__hash__


class Start(str):
    """Equal to whatever begins with it."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and str(other).startswith(str(self))

    __hash__ = str.__hash__


@pytest.mark.parametrize("build", ["bomb", "row bomb", "100 MB in one row"])
def test_what_is_too_large_is_passed_over_in_little_memory(build: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    BUILDERS[build](tmp_path / "in")
    done = subprocess.run(
        [sys.executable, "-m", "newsclean", "run", str(tmp_path / "in"), "--max-chars", "1000000", "-j", "1"],
        capture_output=True,
        check=False,
        env=environment(),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (300 << 20, 300 << 20)),
        timeout=60,
    )
    assert done.returncode == 1, done.stderr
    assert b"--max-chars" in done.stderr


def test_a_name_that_is_no_unicode_goes_through_a_real_process(tmp_path: Path) -> None:
    name = tmp_path / os.fsdecode(b"caf\xe9.jsonl")
    name.write_text('{"text": "Rain."}\n{broken\n')
    command = [sys.executable, "-m", "newsclean", "run", str(name), "-j", "2"]
    done = subprocess.run(command, capture_output=True, check=False, env=environment(), timeout=60)
    assert (done.returncode, json.loads(done.stdout)["id"]) == (1, "caf\\xe9.jsonl:1")
    assert b"Traceback" not in done.stderr
