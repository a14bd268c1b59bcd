"""Runs that are really killed, starved and looped: what comes out is whole and identical, or absent with an error."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from conftest import Run, environment

# A stage that does what a document tells it to, found through PYTHONPATH like any installed plug-in.
PLUGIN = """
import os, signal, time
from newsclean import each

def faulty(config):
    def mark(document):
        if "DIE NOW" in document.source:
            os.kill(os.getpid(), signal.SIGKILL)
        if "LOOP NOW" in document.source:
            while True:
                pass
        if "DEAF NOW" in document.source:
            try:
                time.sleep(60)
            except Exception:
                time.sleep(60)
        if "ODD NOW" in document.source:
            document.given["extra"] = {"a": object()}
        if "RAISE NOW" in document.source:
            raise RuntimeError("told to")
    return each(mark)
"""


@pytest.fixture
def faulty(tmp_path: Path) -> dict[str, str]:
    """An environment in which the faulty stage is installed."""
    folder = tmp_path / "plugins"
    info = folder / "faulty-1.0.dist-info"
    info.mkdir(parents=True)
    (folder / "faulty.py").write_text(PLUGIN)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: faulty\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[newsclean.stages]\nfaulty = faulty:faulty\n")
    return {"PYTHONPATH": str(folder)}


QUIET: dict[str, Any] = {"env": environment(), "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def write_rows(path: Path, count: int, special: dict[int, str] | None = None) -> list[str]:
    """A JSONL file of `count` small articles, some with a special text; their ids."""
    special = special or {}
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            text = f"The council of town {number} met on Monday.\n\n" + f"It spoke of bridge {number} at length. " * 40
            out.write(json.dumps({"id": f"doc-{number}", "text": special.get(number, text)}) + "\n")
    return [f"doc-{number}" for number in range(count)]


def ids(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("DIE NOW", "worker died"),
        ("LOOP NOW", "no result in 1 seconds"),
        ("DEAF NOW", "no result in 1 seconds"),
        ("RAISE NOW", "RuntimeError: told to"),
        ("ODD NOW", "writing failed: TypeError"),
    ],
)
def test_a_faulty_document_costs_itself_alone(
    run: Run, tmp_path: Path, faulty: dict[str, str], words: str, reason: str
) -> None:
    source, out, rejects = tmp_path / "in.jsonl", tmp_path / "out.jsonl", tmp_path / "rejects.jsonl"
    known = write_rows(source, 900, {700: f"Please {words}."})

    done = run("run", source, "-o", out, "--rejects", rejects, "-j", "2", "--timeout", "1", env=faulty)

    assert done.code == 1, done.err
    assert ids(out) == [one for one in known if one != "doc-700"]
    (row,) = [json.loads(line) for line in rejects.read_text().splitlines()]
    assert row["id"] in {"doc-700", "in.jsonl"}
    assert row["line"] == 701
    assert reason in row["reason"]


def test_output_is_the_same_whatever_the_number_of_workers(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    write_rows(source, 1500)
    for jobs in ("1", "2", "3"):
        assert run("run", source, "-o", tmp_path / f"{jobs}.jsonl", "-j", jobs).code == 0
    first = (tmp_path / "1.jsonl").read_bytes()
    assert first == (tmp_path / "2.jsonl").read_bytes() == (tmp_path / "3.jsonl").read_bytes()


@pytest.mark.parametrize(("ending", "jobs"), [("", "2"), (".zst", "1")])
def test_a_run_killed_ten_times_resumes_to_the_same_bytes(run: Run, tmp_path: Path, ending: str, jobs: str) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / f"out.jsonl{ending}"
    undisturbed = tmp_path / f"whole.jsonl{ending}"
    write_rows(source, 1500)
    options = ["--resume", "-j", jobs]
    begin = time.monotonic()
    assert run("run", source, "-o", undisturbed, "--audit", tmp_path / "a1", *options).code == 0
    whole = time.monotonic() - begin

    arguments = ["run", str(source), "-o", str(out), "--audit", str(tmp_path / "a2"), *options]
    seed = os.environ.get("FAULT_SEED", str(time.time_ns()))
    print(f"FAULT_SEED={seed}")
    chance = random.Random(seed)
    kills = 0
    while kills < 10:
        with subprocess.Popen([sys.executable, "-m", "newsclean", *arguments], **QUIET) as process:
            time.sleep(chance.uniform(0, whole))
            process.kill()
        if process.returncode == 0:  # it was done before: another run begins
            assert out.read_bytes() == undisturbed.read_bytes()
            out.unlink()
        else:
            kills += 1
            assert not out.exists() or out.read_bytes() == undisturbed.read_bytes()

    # Also where the last one was killed between its end and its exit: a run that finds nothing to resume begins anew.
    assert run(*arguments).code == 0
    assert out.read_bytes() == undisturbed.read_bytes()
    assert (tmp_path / "a2").read_bytes() == (tmp_path / "a1").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {source.name, out.name, undisturbed.name, "a1", "a2"}


def test_a_resume_with_other_settings_is_refused(run: Run, tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    write_rows(source, 10)
    (tmp_path / ".out.jsonl.journal").write_text('{"fingerprint":"another","pieces":1,"sizes":{},"report":{}}')
    done = run("run", source, "-o", out, "--resume")
    assert done.code == 2
    assert "other inputs or settings" in done.err
    assert not out.exists()


def on_a_small_disk(folder: Path, *arguments: str | Path) -> None:
    """Run the command line in a folder where no file may grow past 10 KB, and see it end as it should."""
    done = subprocess.run(
        [sys.executable, "-m", "newsclean", "run", *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=folder,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)),
        timeout=60,
    )
    assert done.returncode == 2, done.stderr
    assert b"can't write" in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


@pytest.mark.parametrize("output", ["out.jsonl", "out.jsonl.zst", "out.parquet", "out/", "table/"])
def test_a_full_disk_is_an_error_and_leaves_no_output(tmp_path: Path, output: str) -> None:
    write_rows(tmp_path / "in.jsonl", 800)
    ending = ["--shard-ending", ".parquet"] if output == "table/" else []
    on_a_small_disk(tmp_path, "in.jsonl", "-o", output, *ending, "-j", "1")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["in.jsonl"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_that_filled_the_disk_goes_on_once_there_is_room(run: Run, tmp_path: Path, jobs: str) -> None:
    write_rows(tmp_path / "in.jsonl", 1000)
    arguments = ["in.jsonl", "-o", "out.jsonl", "--audit", "audit.jsonl", "-j", jobs]
    assert run("run", *arguments, cwd=tmp_path).code == 0
    undisturbed = (tmp_path / "out.jsonl").read_bytes()
    (tmp_path / "out.jsonl").unlink()
    on_a_small_disk(tmp_path, *arguments, "--resume")
    assert not (tmp_path / "out.jsonl").exists()
    assert run("run", *arguments, "--resume", cwd=tmp_path).code == 0
    assert (tmp_path / "out.jsonl").read_bytes() == undisturbed
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", "out.jsonl", "audit.jsonl"}


def test_a_reader_that_leaves_ends_the_run_quietly(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    write_rows(source, 2000)
    command = [sys.executable, "-m", "newsclean", "run", str(source), "-j", "2"]
    with (tmp_path / "errors").open("w+b") as errors:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, env=environment()) as process:
            assert process.stdout
            assert json.loads(process.stdout.readline())["id"] == "doc-0"
            process.stdout.close()
            assert process.wait(timeout=60) == 0
        errors.seek(0)
        assert b"Traceback" not in errors.read()


def test_an_interrupt_leaves_no_half_file(tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    write_rows(source, 20_000)
    command = [sys.executable, "-m", "newsclean", "run", str(source), "-o", str(out), "-j", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment()) as process:
        for _ in range(300):  # until it writes
            if list(tmp_path.glob(".out.jsonl.*.part")):
                break
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def test_an_interrupt_that_falls_into_the_fork_of_a_worker_is_heard(tmp_path: Path) -> None:
    write_rows(tmp_path / "in.jsonl", 2000)
    script = (
        "import os, signal; from newsclean.cli import main;"
        "os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGINT)); main()"
    )
    command = [sys.executable, "-c", script, "run", "in.jsonl", "-o", "out.jsonl", "-j", "2"]
    done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, timeout=60, check=False)
    assert done.returncode == 130, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]
