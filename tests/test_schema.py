"""What comes out is what `newsclean schema` says: every key, in order, no nulls, no lists."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cases import FIXTURES, rows
from conftest import Run
from newsclean.schema import TABLES, schema

TOP = ["id", "text", "source", "created", "metadata"]
METADATA = (
    "title authors agency credits publisher site url date date_precision date_modified section language format quality "
    "path raw_sha256 raw_chars clean_chars blocks_cut cut_kinds newsclean_version rules_version extra"
).split()


@pytest.fixture(scope="module")
def tables(run: Run, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table of a run over documents of all sorts."""
    folder = tmp_path_factory.mktemp("tables")
    (folder / "odd.jsonl").write_text(
        '{"text": "1."}\n{"text": 1}\n{"id": 9, "text": "Rain.", "extra": [1, null], "title": null, "tags": ["a"]}\n'
        '{"text": "Rain.", "metadata": {"url": "https://lume.example/a?utm_source=b", "deep": {"a": null}}}\n'
    )
    sides = [word for name in TABLES[1:] for word in (f"--{name}", f"{name}.jsonl")]
    ran = run("run", FIXTURES / "articles", FIXTURES / "appeals", "odd.jsonl", *sides, "-o", "record.jsonl", cwd=folder)
    assert ran.code == 1
    return {name: rows((folder / f"{name}.jsonl").read_bytes()) for name in TABLES}


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_valid(table: str, tables: dict[str, list[dict[str, Any]]]) -> None:
    Draft202012Validator.check_schema(schema(table))
    validator = Draft202012Validator(schema(table))
    assert tables[table]
    assert [(row["id"], error.message) for row in tables[table] for error in validator.iter_errors(row)] == []


@pytest.mark.parametrize("table", TABLES)
def test_the_keys_of_every_row_are_those_of_the_schema_in_its_order(
    table: str, tables: dict[str, list[dict[str, Any]]]
) -> None:
    assert {tuple(row) for row in tables[table]} == {tuple(schema(table)["properties"])}


def test_a_record_has_the_keys_that_were_promised_in_order(tables: dict[str, list[dict[str, Any]]]) -> None:
    for record in tables["record"]:
        assert list(record) == TOP
        assert list(record["metadata"]) == METADATA


def test_a_record_holds_no_null_no_list_and_nothing_deeper(tables: dict[str, list[dict[str, Any]]]) -> None:
    for record in tables["record"]:
        values = [*(record[key] for key in TOP[:-1]), *record["metadata"].values()]
        assert {type(value) for value in values} <= {str, int}


def test_what_a_row_brought_along_comes_out_untouched(tables: dict[str, list[dict[str, Any]]]) -> None:
    (record,) = [one for one in tables["record"] if one["id"] == "9"]
    assert json.loads(record["metadata"]["extra"]) == {"extra": [1, None], "tags": ["a"]}


def test_the_command_prints_the_schema(run: Run) -> None:
    assert json.loads(run("schema").out) == schema("record")
    assert json.loads(run("schema", "audit").out) == schema("audit")


def test_counts_agree_with_the_text_and_the_source(tables: dict[str, list[dict[str, Any]]]) -> None:
    sources = {path.name: path for folder in ("articles", "appeals") for path in Path(FIXTURES / folder).iterdir()}
    for record in tables["record"]:
        assert record["metadata"]["clean_chars"] == len(record["text"])
        if record["id"] in sources:
            assert record["metadata"]["raw_chars"] == len(sources[record["id"]].read_bytes().decode("utf-8"))
