"""The records of one run load with the libraries that corpora are made with, all-empty columns first."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from cases import FIXTURES, rows
from conftest import Run

EMPTY = b'{"id": "007", "text": "1."}\n{"id": "1e5", "text": "2."}\n'


@pytest.fixture(scope="module")
def shards(run: Run, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two shards of a run: in the first nothing is known of any document, in the second much is."""
    folder = tmp_path_factory.mktemp("shards")
    (folder / "a.jsonl").write_bytes(EMPTY)
    for name, source in (("a", folder / "a.jsonl"), ("b", FIXTURES / "articles")):
        assert run("run", source, "-o", folder / f"{name}-clean.jsonl", "-q").code == 0
    first = rows((folder / "a-clean.jsonl").read_bytes())
    assert {row["metadata"]["title"] + row["created"] + row["metadata"]["extra"] for row in first} == {""}
    return [folder / "a-clean.jsonl", folder / "b-clean.jsonl"]


def expected(shards: list[Path]) -> list[dict[str, object]]:
    return [row for shard in shards for row in rows(shard.read_bytes())]


# These libraries warn of each other's and Python's futures, which is theirs to mend.
@pytest.mark.filterwarnings("default")
def test_datasets_loads_the_shards(shards: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "datasets" not in sys.modules
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    monkeypatch.setenv("HF_DATASETS_OFFLINE", "1")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_DATASETS_DISABLE_PROGRESS_BARS", "1")
    from datasets import load_dataset

    loaded = load_dataset("json", data_files=[str(shard) for shard in shards], split="train")
    assert loaded.to_list() == expected(shards)


@pytest.mark.filterwarnings("default")
def test_pandas_loads_the_shards(shards: list[Path]) -> None:
    import pandas as pd

    frame = pd.concat([pd.read_json(shard, lines=True, dtype=False) for shard in shards], ignore_index=True)
    columns = ["id", "text", "source", "metadata"]
    assert frame[columns].to_dict("records") == [{key: row[key] for key in columns} for row in expected(shards)]


@pytest.mark.filterwarnings("default")
def test_duckdb_loads_the_shards(shards: list[Path]) -> None:
    import duckdb

    with duckdb.connect() as connection:
        found = connection.execute(
            "select id, text, source, to_json(metadata) from read_json_auto(?, sample_size=1, union_by_name=true)",
            [[str(shard) for shard in shards]],
        ).fetchall()
    assert sorted((id_, text, source) for id_, text, source, _ in found) == sorted(
        (row["id"], row["text"], row["source"]) for row in expected(shards)
    )
    titles = {id_: json.loads(metadata)["title"] for id_, _, _, metadata in found}
    assert titles["harbor-0017"] == "Lighthouse Sold to Retired Schoolteacher for One Dollar"
