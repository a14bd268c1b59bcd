"""Rows as they come: in another encoding, with fields of a type that nobody expects, and with ids that stay theirs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cases import rows
from conftest import Run
from newsclean import Settings
from newsclean.readers import expand, open_document, read

LINES = '{"id": "a", "text": "Die Fähre fährt."}\n{"id": "b", "text": "Kühe stören."}\n'


@pytest.mark.parametrize("name", ["a.jsonl", "a"])
@pytest.mark.parametrize("encoding", ["latin-1", "cp1250", "utf-8", "utf-8-sig"])
def test_rows_are_read_in_the_encoding_that_is_given(encoding: str, name: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(LINES.encode(encoding))
    ran = run("run", name, "-q", "--encoding", encoding, cwd=tmp_path)
    assert [(row["id"], row["text"]) for row in rows(ran.out)] == [("a", "Die Fähre fährt."), ("b", "Kühe stören.")]


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("name", ["a.jsonl", "a", "-"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_rows_of_two_bytes_a_letter_are_one_reject_that_says_what_to_do(
    encoding: str, name: str, jobs: str, run: Run, tmp_path: Path
) -> None:
    data = LINES.encode(encoding)
    (tmp_path / "a").write_bytes(data)
    (tmp_path / "a.jsonl").write_bytes(data)
    ran = run("run", name, "-j", jobs, cwd=tmp_path, stdin=data)
    assert (ran.code, ran.out) == (1, b"")
    assert ran.err.count("iconv -f UTF-16 -t UTF-8") == 1
    assert "1 documents in" in ran.err


def test_the_encoding_that_is_given_says_nothing_of_a_table(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(LINES, encoding="utf-8")
    assert run("run", "a.jsonl", "-o", "a.parquet", cwd=tmp_path).code == 0
    ran = run("run", "a.parquet", "-q", "--encoding", "latin-1", cwd=tmp_path)
    assert rows(ran.out)[0]["text"] == "Die Fähre fährt."


@pytest.mark.parametrize(
    ("row", "source", "extra"),
    [
        ({"source": "x"}, "x", {}),
        ({"source": ["a"]}, "a", {"source": ["a"]}),
        ({"source": 3}, "a", {"source": 3}),
        ({"source": None}, "a", {}),
        ({"title": 3, "author": [1, "B"]}, "a", {"title": 3, "author": [1, "B"]}),
        ({"id": ["x"], "created": 5}, "a", {"id": ["x"], "created": 5}),
        ({"metadata": [1]}, "a", {"metadata": [1]}),
    ],
)
def test_a_field_of_another_type_goes_through_untouched(
    row: dict[str, Any], source: str, extra: dict[str, Any], run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "Rain fell on the harbour.", **row}))
    (record,) = rows(run("run", "a.jsonl", "-q", cwd=tmp_path).out)
    assert (record["id"], record["source"]) == ("a.jsonl:1", source)
    assert json.loads(record["metadata"]["extra"] or "{}") == extra


@pytest.mark.parametrize("version", ["", "another"])
def test_a_record_that_someone_has_changed_comes_out_in_the_types_of_a_record(version: str, run: Run) -> None:
    (record,) = rows(run("run", "-q", stdin=b"Rain fell on the harbour.").out)
    record["source"], record["created"] = ["a"], {"b": 1}
    record["metadata"] |= {"raw_chars": "many", "path": ["p"], "cut_kinds": 3, "blocks_cut": True}
    record["metadata"] |= {"rules_version": version} if version else {}
    (again,) = rows(run("run", "-q", stdin=json.dumps(record).encode()).out)
    assert (again["source"] in {"", "stdin"}, again["created"]) == (True, "")
    found = again["metadata"]
    assert [type(found[key]) for key in ("raw_chars", "path", "cut_kinds", "blocks_cut")] == [int, str, str, int]


@pytest.mark.parametrize(
    ("row", "found"),
    [({"id": "x"}, "x"), ({"id": 7, "text": None}, "7"), ({"id": True}, "a.jsonl:1"), ({"id": ""}, "a.jsonl:1")],
)
def test_a_row_that_is_rejected_keeps_its_id(row: dict[str, Any], found: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(row))
    (document,) = (open_document(raw, Settings()) for raw in read(expand([str(path)]), max_bytes=1000))
    assert (document.id, bool(document.reject)) == (found, True)
