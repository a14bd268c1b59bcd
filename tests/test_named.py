"""What is read of what was named: rows or a document, passed over or not, and the name that it goes by."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cases import rows
from conftest import Run, environment
from newsclean.readers import expand

LINES = '{"text": "Rain."}\n{"text": "Snow."}\n'


def make(folder: Path, *names: str, text: str = "Rain fell.") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("name", "text", "ids"),
    [
        ("shard-000", LINES, ["shard-000:1", "shard-000:2"]),
        ("d.json", f"\ufeff{LINES}", ["d.json:1", "d.json:2"]),
        ("d.json", f"\n\n{LINES}", ["d.json:3", "d.json:4"]),
        ("d.json", '{\n"text": "Rain."\n}', ["d.json"]),
        ("page", "Rain fell.\nSnow fell.\n", ["page"]),
        ("d.txt", LINES, ["d.txt"]),
    ],
)
def test_a_file_whose_ending_tells_nothing_holds_rows_if_its_first_line_is_one(
    name: str, text: str, ids: list[str], jobs: str, run: Run, tmp_path: Path
) -> None:
    make(tmp_path, name, text=text)
    ran = run("run", name, "-q", "-j", jobs, cwd=tmp_path)
    assert [row["id"] for row in rows(ran.out)] == ids, ran.err


@pytest.mark.parametrize("text", [LINES, "Rain fell.\nSnow fell.\n"])
def test_a_pipe_under_a_path_is_read_as_standard_input_is(text: str, run: Run, tmp_path: Path) -> None:
    make(tmp_path, "rows", text=text)
    line = f"{sys.executable} -m newsclean run -q <(cat rows)"
    done = subprocess.run(
        ["/bin/bash", "-c", line], capture_output=True, check=True, cwd=tmp_path, env=environment(), timeout=60
    )
    expected = [row["text"] for row in rows(run("run", "-q", stdin=text.encode()).out)]
    assert [row["text"] for row in rows(done.stdout)] == expected


def test_what_is_passed_over_in_folders_is_counted_once(run: Run, tmp_path: Path) -> None:
    make(tmp_path, "in/a.txt", "in/b.csv", "in/c", "in/.hidden", "in/deep/d.json", "in/e\x1b.pdf")
    said = run("run", "in", cwd=tmp_path).err.splitlines()[0]
    assert said.startswith("4 files skipped: in/b.csv, in/c, in/e\\x1b.pdf, ...; ")
    ran = run("run", "in", "-q", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        ("p q", ["p/a.txt", "p/i.txt", "q/i.txt"]),
        ("p q/i.txt", ["p/a.txt", "p/i.txt", "q/i.txt"]),
        ("p/i.txt q/i.txt", ["p/i.txt", "q/i.txt"]),
        ("*/i.txt", ["p/i.txt", "q/i.txt"]),
        ("q deep/q", ["q/i.txt", "deep/q/i.txt"]),
        ("i.txt q", ["i.txt", "q/i.txt"]),
        ("p deep", ["a.txt", "i.txt", "q/i.txt"]),
        ("q q", ["i.txt", "i.txt"]),
        ("- p q", ["stdin", "p/a.txt", "p/i.txt", "q/i.txt"]),
    ],
)
def test_files_that_would_share_a_name_bear_their_folders(
    paths: str, names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "p/a.txt", "p/i.txt", "q/i.txt", "deep/q/i.txt", "i.txt")
    monkeypatch.chdir(tmp_path)
    assert [one.name for one in expand(paths.split())] == names
