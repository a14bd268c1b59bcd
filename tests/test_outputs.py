"""Rows arrive as they are whatever they are written to: Parquet, numbered shards, a device; whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cases import FIXTURES, rows
from conftest import Run
from newsclean.record import METADATA
from newsclean.schema import schema

ARTICLES = FIXTURES / "articles"


def many(path: Path, count: int) -> Path:
    """A JSONL file of distinct small articles."""
    lines = [
        json.dumps({"id": f"row-{number}", "text": f"The ferry sailed at dawn, “{number}” times. " * 9, "n": number})
        for number in range(count)
    ]
    path.write_text("\n".join(lines) + "\n")
    return path


def table(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return found


def test_parquet_holds_the_same_rows_as_json_lines_in_typed_columns(run: Run, tmp_path: Path) -> None:
    tables = ["audit", "evidence", "links", "rejects"]
    for ending in ("jsonl", "parquet"):
        side = (word for name in tables for word in (f"--{name}", f"{name}.{ending}"))
        assert run("run", ARTICLES, "-o", f"records.{ending}", *side, cwd=tmp_path).code == 0
    for name in ("records", *tables):
        assert table(tmp_path / f"{name}.parquet") == rows((tmp_path / f"{name}.jsonl").read_bytes())
    columns = pq.read_schema(tmp_path / "records.parquet")
    assert columns.names == list(schema("record")["properties"])
    types = {field.name: str(field.type) for field in columns.field("metadata").type}
    assert types == {key: {"integer": "int64", "string": "string"}[kind] for key, kind, _ in METADATA}


def test_what_was_written_as_parquet_comes_in_as_it_was(run: Run, tmp_path: Path) -> None:
    assert run("run", ARTICLES, "-o", "once.parquet", cwd=tmp_path).code == 0
    assert run("run", "once.parquet", "-q", cwd=tmp_path).out == run("run", ARTICLES, "-q").out


def test_rows_of_any_parquet_are_read_a_null_being_a_field_that_is_not_there(run: Run, tmp_path: Path) -> None:
    columns = {
        "body": ["Rain fell on the harbour.", None, "Snow fell.", "", "Hail fell."],
        "id": ["a", "b", None, "d", "e"],
        "headline": ["Rain", None, "Snow", "", None],
        "blob": [b"\xff", None, None, None, b"x"],
    }
    pq.write_table(pa.table(columns), tmp_path / "odd.PARQUET", row_group_size=2)
    ran = run("run", tmp_path, "--text-field", "body", "--rejects", "rejects.jsonl", cwd=tmp_path)
    found = [(row["id"], row["metadata"]["title"], row["metadata"]["extra"]) for row in rows(ran.out)]
    assert found == [
        ("a", "Rain", '{"blob":"\ufffd"}'),
        ("odd.PARQUET:3", "Snow", ""),
        ("e", "", '{"blob":"x"}'),
    ]
    rejects = rows((tmp_path / "rejects.jsonl").read_bytes())
    assert [(row["line"], row["reason"].split(";")[0]) for row in rejects] == [
        (2, "no text field 'body'"),
        (4, "empty"),
    ]


def test_a_file_that_is_no_parquet_is_a_reject(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 but not really")
    (tmp_path / "b.txt").write_text("Rain.")
    ran = run("run", tmp_path)
    assert (ran.code, len(rows(ran.out))) == (1, 1)
    assert "a.parquet:1: damaged or cut off" in ran.err


@pytest.mark.parametrize(("name", "output"), [("a.parquet", "out.jsonl"), ("a.jsonl", "out.parquet")])
def test_without_pyarrow_an_error_names_the_extra(name: str, output: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "pyarrow").mkdir()
    (tmp_path / "pyarrow" / "__init__.py").write_text("raise ModuleNotFoundError('pyarrow')")
    (tmp_path / name).write_text('{"text": "Rain."}')
    ran = run("run", name, "-o", output, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)})
    assert ran.code == 2
    assert "pip install 'newsclean[parquet]'" in ran.err
    assert not (tmp_path / output).exists()


@pytest.mark.parametrize("ending", [".jsonl", ".jsonl.zst", ".parquet"])
def test_shards_put_together_are_the_single_file(run: Run, tmp_path: Path, ending: str) -> None:
    source = many(tmp_path / "in.jsonl", 500)
    single = run("run", source, "-q").out
    ran = run("run", source, "-o", "out/", "--shard-size", "100K", "--shard-ending", ending, "-j", "2", cwd=tmp_path)
    assert ran.code == 0, ran.err

    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    names = [shard["file"] for shard in manifest["shards"]]
    assert names == [f"part-{number:05}{ending}" for number in range(len(names))]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["manifest.json", *names]
    assert len(single) / (102 << 10) <= len(names) <= len(single) / (100 << 10) + 1
    assert manifest["records"] == sum(shard["records"] for shard in manifest["shards"]) == 500
    for shard in manifest["shards"]:
        data = (tmp_path / "out" / shard["file"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (shard["bytes"], shard["sha256"])
    together = [row for name in names for row in shard_rows(run, tmp_path / "out" / name)]
    assert together == rows(single)


def shard_rows(run: Run, path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".jsonl":
        return rows(path.read_bytes())
    return table(path) if path.suffix == ".parquet" else rows(run("run", path, "-q").out)


def test_a_folder_in_which_shards_stand_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "part-00000.jsonl").write_text("before\n")
    ran = run("run", ARTICLES, "-o", "out", cwd=tmp_path)
    assert (ran.code, "shards stand there already" in ran.err) == (2, True)
    assert (tmp_path / "out" / "part-00000.jsonl").read_text() == "before\n"


@pytest.mark.parametrize(
    "arguments", [["-o", "out.parquet"], ["-o", "out/"], ["-o", "out.jsonl", "--audit", "a.parquet"]]
)
def test_what_cannot_be_resumed_says_so(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    ran = run("run", ARTICLES, "--resume", *arguments, cwd=tmp_path)
    assert (ran.code, "--resume can't" in ran.err) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_a_setting_that_cannot_be_meant_leaves_no_folder(run: Run, tmp_path: Path) -> None:
    assert run("run", ARTICLES, "-o", "out/", "--language", "klingon", cwd=tmp_path).code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", ["", "0", "M", "-1M", "12X", "1.5G"])
def test_a_size_that_is_none_is_refused(run: Run, tmp_path: Path, size: str) -> None:
    ran = run("run", ARTICLES, "-o", "out/", f"--shard-size={size}", cwd=tmp_path)
    assert (ran.code, "--shard-size" in ran.err) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_or_device_is_written_to_and_never_replaced(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    with subprocess.Popen(["/bin/cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        assert run("run", ARTICLES, "-o", pipe).code == 0
        assert reader.stdout
        assert reader.stdout.read() == run("run", ARTICLES, "-q").out
    assert pipe.is_fifo()
    full = run("run", ARTICLES, "-o", "/dev/full")
    assert (full.code, "can't write" in full.err) == (2, True)
    assert Path("/dev/full").is_char_device()


def test_a_report_that_cannot_be_written_is_an_error(run: Run, tmp_path: Path) -> None:
    ran = run("run", ARTICLES, "--stats", "no/such/stats.json", cwd=tmp_path)
    assert (ran.code, "no/such/stats.json: can't write" in ran.err) == (2, True)


def tangle(folder: Path) -> None:
    """Two documents and a pack in a folder, and links that lead to one of them."""
    (folder / "in").mkdir()
    for name in ("in/a.txt", "in/b.txt", "pack.toml"):
        (folder / name).write_text("Rain fell on the harbour.\n")
    (folder / "link").symlink_to("in/a.txt")
    (folder / "hard").hardlink_to(folder / "in" / "a.txt")
    (folder / "again").symlink_to("in")


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ("in/a.txt -o in/a.txt", "in/a.txt"),
        ("in -o in/b.txt", "in/b.txt"),
        ("in -o ./again/b.txt", "./again/b.txt"),
        ("link -o in/a.txt", "in/a.txt"),
        ("in -o link", "link"),
        ("in -o hard", "hard"),
        ("in -o r.jsonl --audit in/a.txt", "in/a.txt"),
        ("in -o r.jsonl --rejects in/a.txt", "in/a.txt"),
        ("in -o r.jsonl --stats link", "link"),
        ("in --dry-run --stats link", "link"),
        ("in -o pack.toml --rules pack.toml", "pack.toml"),
        ("in -o r.jsonl --stats r.jsonl", "r.jsonl"),
        ("in -o r.jsonl --stats in/../r.jsonl", "in/../r.jsonl"),
    ],
)
def test_an_output_takes_the_place_of_nothing_that_is_read_or_written(
    arguments: str, path: str, run: Run, tmp_path: Path
) -> None:
    tangle(tmp_path)
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    ran = run("run", *arguments.split(), cwd=tmp_path)
    assert (ran.code, path in ran.err, ran.out) == (2, True, b""), ran.err
    assert {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()} == before


def test_a_new_output_in_the_folder_that_is_read_is_written_and_not_read(run: Run, tmp_path: Path) -> None:
    tangle(tmp_path)
    ran = run("run", "in", "-o", "in/out.jsonl", "--stats", "/dev/null", "--audit", "/dev/null", cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert [row["id"] for row in rows((tmp_path / "in" / "out.jsonl").read_bytes())] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("option", ["--shard-size=1M", "--shard-ending=.jsonl.gz"])
def test_options_of_shards_need_a_folder(option: str, run: Run, tmp_path: Path) -> None:
    ran = run("run", ARTICLES, "-o", "out.jsonl", option, cwd=tmp_path)
    assert (ran.code, option.partition("=")[0] in ran.err, list(tmp_path.iterdir())) == (2, True, [])
