"""The worked example of a plug-in, really installed beside newsclean in a fresh virtual environment, takes part."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from cases import ROOT, rows
from conftest import environment

PLUGIN = ROOT / "examples" / "plugin"
CORRECTION = "Correction: An earlier version of this story misstated the ferry's length."
ARTICLE = f"The ferry sailed at dawn with 212 passengers and a brass band on board.\n{CORRECTION}\nNobody minded.\n"


@pytest.fixture(scope="module")
def newsclean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an environment that shares this one's libraries, but neither newsclean nor plug-ins."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder / "env", symlinks=True)
    python = folder / "env" / "bin" / "python"
    own = next((folder / "env").glob("lib/python*/site-packages"))
    for place in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        for entry in Path(place).iterdir():
            if "newsclean" not in entry.name and not entry.name.startswith("__"):
                (own / entry.name).symlink_to(entry)
    assert "No module named 'newsclean'" in call(python, "-c", "import newsclean", fails=True)
    pip = ("-m", "pip", "--disable-pip-version-check", "--no-input", "-q")
    flags = ("--no-deps", "--no-build-isolation", "--no-index")
    call(Path(sys.executable), *pip, "wheel", *flags, "-w", folder / "wheels", ROOT, PLUGIN)
    call(python, *pip, "install", "--no-deps", "--no-index", *sorted((folder / "wheels").glob("*.whl")))
    return python.with_name("newsclean")


def call(program: Path, *arguments: str | Path, stdin: str = "", fails: bool = False) -> str:
    """What a program said on both streams; it ends as it is expected to."""
    command = [str(program), *map(str, arguments)]
    done = subprocess.run(command, input=stdin.encode(), capture_output=True, check=False, env=environment())
    assert (done.returncode != 0) == fails, done.stderr.decode()
    return done.stdout.decode() + (done.stderr.decode() if fails else "")


def test_the_stage_is_listed_with_origin_and_version_before_the_metadata(newsclean: Path) -> None:
    lines = [line.split("\t") for line in call(newsclean, "stages").splitlines()]
    assert ["corrections", "newsclean-corrections", "1.2.0"] in lines
    names = [line[0] for line in lines]
    assert names.index("cues") < names.index("corrections") < names.index("metadata")


def test_the_rule_pack_is_listed_and_proves_itself(newsclean: Path) -> None:
    assert "corrections.correction.label\tcorrection" in call(newsclean, "rules", "list", "--kind", "correction")
    assert call(newsclean, "rules", "test", next(PLUGIN.glob("src/*/rules/*.toml"))) == ""


def test_a_run_cuts_the_correction_and_notes_what_it_said(newsclean: Path, tmp_path: Path) -> None:
    table = tmp_path / "evidence.jsonl"
    record = json.loads(call(newsclean, "run", "-q", "-", "--evidence", table, stdin=ARTICLE))
    assert CORRECTION not in record["text"]
    assert record["metadata"]["cut_kinds"] == "correction:1"
    evidence = [row for row in rows(table.read_bytes()) if row["key"] == "correction"]
    assert [(row["value"], ARTICLE[row["start"] : row["end"]]) for row in evidence] == [(CORRECTION, CORRECTION)]


def test_stage_and_rules_are_switched_off_like_built_in_ones(newsclean: Path, tmp_path: Path) -> None:
    table = tmp_path / "evidence.jsonl"
    run = ("run", "-q", "-", "--evidence", table)
    record = json.loads(call(newsclean, *run, "--without", "corrections", stdin=ARTICLE))
    assert CORRECTION not in record["text"]
    assert [row for row in rows(table.read_bytes()) if row["key"] == "correction"] == []
    assert CORRECTION in json.loads(call(newsclean, *run, "--ignore", "correction", stdin=ARTICLE))["text"]


def test_a_plug_in_changes_the_version_of_the_rules(newsclean: Path) -> None:
    with_plugin = json.loads(call(newsclean, "run", "-q", "-", stdin=ARTICLE))
    without = json.loads(call(Path(sys.executable), "-m", "newsclean", "run", "-q", "-", stdin=ARTICLE))
    assert CORRECTION in without["text"]
    assert with_plugin["metadata"]["rules_version"] != without["metadata"]["rules_version"]
