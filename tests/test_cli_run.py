"""`newsclean run` as a person or a pipe meets it: real processes, exit codes, files that are whole or not there."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cases import FIXTURES, rows
from conftest import Run, environment

ARTICLES = FIXTURES / "articles"
RAIN = "Rain fell on the harbour all night, and the boats stayed in until the morning ferry came."
APPEAL = f"{RAIN}\nPlease support our independent journalism from just $2 a month.\nRemind me later.\n"


def corpus(path: Path, count: int) -> Path:
    lines = [json.dumps({"id": f"row-{number}", "text": f"{number}. {RAIN}"}) for number in range(count)]
    path.write_text("\n".join(lines) + "\n")
    return path


def test_a_folder_becomes_a_line_a_document_and_a_summary(run: Run) -> None:
    ran = run("run", ARTICLES)
    records = rows(ran.out)
    assert ran.code == 0
    assert [record["id"] for record in records][:2] == ["ferry-link-reopens.md", "food-bank-record.txt"]
    assert len(records) == 10
    assert "10 documents in: 10 records, 0 rejects" in ran.err
    assert "appeal" in ran.err
    assert "characters in" in ran.err


def test_a_file_holds_the_same_bytes_and_nothing_stays_beside_it(run: Run, tmp_path: Path) -> None:
    ran = run("run", ARTICLES, "-o", "clean.jsonl", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["clean.jsonl"]
    assert (tmp_path / "clean.jsonl").read_bytes() == run("run", ARTICLES, "-q").out
    assert (tmp_path / "clean.jsonl").stat().st_mode & 0o777 == 0o666 & ~os.umask(os.umask(0o022) or 0o022)


def test_side_tables_are_keyed_by_document(run: Run, tmp_path: Path) -> None:
    tables = ["audit", "evidence", "links", "rejects"]
    ran = run("run", ARTICLES, *(word for name in tables for word in (f"--{name}", f"{name}.jsonl")), cwd=tmp_path)
    ids = {record["id"] for record in rows(ran.out)}
    found = {name: rows((tmp_path / f"{name}.jsonl").read_bytes()) for name in tables}
    assert found["rejects"] == []
    for name in ("audit", "evidence", "links"):
        assert {row["id"] for row in found[name]} <= ids
        assert found[name]
    cut = {record["id"]: record["metadata"]["blocks_cut"] for record in rows(ran.out)}
    assert sum(cut.values()) == len(found["audit"])


@pytest.mark.parametrize("ending", [".gz", ".zst", ".xz", ".bz2"])
def test_an_output_is_compressed_by_its_ending_and_read_again(ending: str, run: Run, tmp_path: Path) -> None:
    name = f"clean.jsonl{ending}"
    assert run("run", ARTICLES / "wire.jsonl", "-o", name, cwd=tmp_path).code == 0
    again = run("run", name, "-q", cwd=tmp_path)
    assert [record["id"] for record in rows(again.out)] == ["harbor-0017", "causses-2203", "anzeiger-88"]


def test_a_reject_ends_with_1_is_named_and_does_not_stop_the_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text('{"text": "Rain."}\n{broken\n{"text": "Snow."}\n')
    (tmp_path / "in" / "b.txt.gz").write_bytes(gzip.compress(RAIN.encode() * 99)[:-9])
    (tmp_path / "in" / "c.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    ran = run("run", "in", "--rejects", "rejects.jsonl", cwd=tmp_path)
    assert ran.code == 1
    assert [record["text"] for record in rows(ran.out)] == ["Rain.", "Snow."]
    rejects = rows((tmp_path / "rejects.jsonl").read_bytes())
    assert [(row["path"], row["line"]) for row in rejects] == [("in/a.jsonl", 2), ("in/b.txt.gz", 0), ("in/c.txt", 0)]
    assert "rejected in/a.jsonl:2: not valid JSON" in ran.err
    assert run("run", "in", "--exit-zero", cwd=tmp_path).code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nothing/"], "nothing/: no such file or folder"),
        (["no*.txt"], "no*.txt: no such file or folder"),
        (["."], "no documents in this folder"),
        (["-"], "no documents came in"),
        (["--nonsense"], "--nonsense"),
        (["-", "--mode", "wild"], "wild"),
        (["-", "--limit", "0"], "0"),
        (["-", "--without", "clean"], "unknown stage 'clean'"),
        (["-", "--without", "normalise"], "did you mean 'normalize'?"),
        (["-", "--select", "apeal"], "did you mean 'appeal'?"),
        (["-", "--ignore", "en.apeal.support-us"], "unknown kind or cue 'en.apeal.support-us'"),
        (["-", "--rules", "missing.toml"], "missing.toml"),
        (["-", "--config", "missing.toml"], "missing.toml"),
        (["-", "-o", "no/such/folder/out.jsonl"], "no/such/folder/out.jsonl"),
        (["-", "-o", "x.jsonl", "--audit", "x.jsonl"], "x.jsonl"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(arguments: list[str], says: str, run: Run) -> None:
    ran = run("run", *arguments)
    assert ran.code == 2
    assert says in ran.err
    assert "Traceback" not in ran.err


def test_a_reader_that_has_enough_ends_the_run_in_silence(tmp_path: Path) -> None:
    path = corpus(tmp_path / "rows.jsonl", 3000)
    with subprocess.Popen(
        [sys.executable, "-m", "newsclean", "run", path, "-q"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdout
        assert process.stderr
        assert json.loads(process.stdout.readline())["id"] == "row-0"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode in {0, 141, -signal.SIGPIPE}


def test_an_interrupted_run_ends_with_130_and_leaves_no_half_file(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "newsclean", "run", "-", "-o", "out.jsonl", "--audit", "audit.jsonl"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
        start_new_session=True,
    ) as process:
        assert process.stdin
        assert process.stderr
        process.stdin.write(json.dumps({"text": APPEAL}).encode() + b"\n")
        process.stdin.flush()
        until = time.monotonic() + 20
        while not list(tmp_path.iterdir()) and time.monotonic() < until:
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)
        said = process.stderr.read().decode()
    assert process.returncode == 130, said
    assert "interrupted" in said
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_stood_there_survives_a_run_that_fails(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("before\n")
    assert run("run", "-", "-o", "out.jsonl", "--without", "nonsense", stdin=b"Rain.", cwd=tmp_path).code == 2
    assert (tmp_path / "out.jsonl").read_text() == "before\n"


def test_standard_input_is_rows_if_its_first_line_is_an_object_else_one_document(run: Run) -> None:
    one = rows(run("run", "-", "-q", stdin=APPEAL.encode()).out)
    assert [(record["id"], record["text"]) for record in one] == [("stdin", RAIN)]
    many = rows(run("run", "-q", stdin=b'{"text": "Rain."}\n\n{"id": "x", "text": "Snow."}').out)
    assert [(record["id"], record["text"]) for record in many] == [("stdin:1", "Rain."), ("x", "Snow.")]


def test_cleaning_twice_changes_nothing_and_loses_nothing(run: Run) -> None:
    once = run("run", ARTICLES, FIXTURES / "appeals", "-q").out
    twice = run("run", "-", "-q", stdin=once)
    assert twice.code == 0
    assert twice.out == once


def test_a_document_of_nothing_but_an_appeal_stays_a_record_when_cleaned_twice(run: Run) -> None:
    once = run("run", FIXTURES / "appeals" / "en-appeal-only.txt", "-q").out
    (record,) = rows(once)
    assert (record["text"], record["metadata"]["quality"]) == ("", "only-boilerplate")
    assert run("run", "-", "-q", stdin=once).out == once


def test_a_limit_ends_the_run_early(run: Run) -> None:
    assert [record["id"] for record in rows(run("run", ARTICLES, "-q", "--limit", "2").out)] == [
        "ferry-link-reopens.md",
        "food-bank-record.txt",
    ]


def test_a_dry_run_counts_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    ran = run("run", ARTICLES, "--dry-run", "-o", "out.jsonl", "--audit", "audit.jsonl", cwd=tmp_path)
    assert (ran.code, ran.out, list(tmp_path.iterdir())) == (0, b"", [])
    assert "10 documents in" in ran.err


def test_kinds_are_selected_and_ignored(run: Run) -> None:
    text = f"{RAIN}\nRead more: Snow on Tuesday\n© 2021 Quarry Post\n{RAIN} Twice.".encode()
    everything = json.loads(run("run", "-q", stdin=text).out)["text"]
    assert everything == f"{RAIN}\n\n{RAIN} Twice."
    ignored = json.loads(run("run", "-q", "--ignore", "related", "--ignore", "residue", stdin=text).out)
    assert ignored["metadata"]["cut_kinds"] == "copyright:1"
    selected = json.loads(run("run", "-q", "--select", "related", stdin=text).out)
    assert selected["metadata"]["cut_kinds"] == "related:1"
    assert "© 2021" in json.loads(run("run", "-q", "--without", "cues", "--ignore", "residue", stdin=text).out)["text"]


def test_the_text_may_keep_its_markdown(run: Run) -> None:
    source = b"Rain *fell* on [the harbour](https://lume.example/) all night, and nobody minded.\n"
    plain = json.loads(run("run", "-q", stdin=source).out)
    assert plain["text"] == "Rain fell on the harbour all night, and nobody minded."
    kept = json.loads(run("run", "-q", "--text-format", "markdown", stdin=source).out)
    assert kept["text"] == "Rain *fell* on [the harbour](https://lume.example/) all night, and nobody minded."


@pytest.mark.parametrize(
    ("closed", "code", "out", "says"),
    [
        ("run - >&-", 2, "", "standard output is closed; -o FILE"),
        ("run - -o out.jsonl >&-", 0, "", "1 documents in"),
        ("run - 2>&-", 0, RAIN, ""),
        ("run <&-", 2, "", "no documents came in"),
        ("check - >&-", 0, "", "1 documents checked"),
    ],
)
def test_a_stream_that_is_closed_is_no_traceback(closed: str, code: int, out: str, says: str, tmp_path: Path) -> None:
    line = f"{sys.executable} -m newsclean {closed}"
    done = subprocess.run(
        ["/bin/bash", "-c", line],
        input=RAIN.encode(),
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env=environment(),
        timeout=60,
    )
    assert (done.returncode, out in done.stdout.decode(), says in done.stderr.decode()) == (code, True, True), done
    assert b"Traceback" not in done.stderr
