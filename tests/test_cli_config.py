"""Settings hold in this order: flag, environment, --config, newsclean.toml, pyproject.toml, default."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import Run

PLACES = {
    "pyproject.toml": '[project]\nname = "x"\n\n[tool.newsclean]\nsource = "from pyproject"\n',
    "newsclean.toml": 'source = "from newsclean.toml"\n',
    "given.toml": 'source = "from given"\n',
}


class Case(NamedTuple):
    """Files that are there, arguments, environment, and the value that must hold with its origin."""

    files: str
    arguments: str
    env: dict[str, str]
    value: str
    origin: str


CASES = [
    Case("", "", {}, "", "default"),
    Case("pyproject.toml", "", {}, "from pyproject", "pyproject.toml"),
    Case("pyproject.toml newsclean.toml", "", {}, "from newsclean.toml", "newsclean.toml"),
    Case("pyproject.toml newsclean.toml given.toml", "--config given.toml", {}, "from given", "given.toml"),
    Case("newsclean.toml", "", {"NEWSCLEAN_SOURCE": "from env"}, "from env", "environment"),
    Case("given.toml", "--config given.toml", {"NEWSCLEAN_SOURCE": "from env"}, "from env", "environment"),
    Case("newsclean.toml", "--source flag", {"NEWSCLEAN_SOURCE": "from env"}, "flag", "command line"),
    Case("given.toml", "", {"NEWSCLEAN_CONFIG": "given.toml"}, "from given", "given.toml"),
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.files}|{case.arguments}|{' '.join(case.env)}" for case in CASES])
def test_the_nearest_value_holds_and_its_origin_is_told(case: Case, run: Run, tmp_path: Path) -> None:
    for name in case.files.split():
        (tmp_path / name).write_text(PLACES[name])
    shown = run("config", "show", *case.arguments.split(), cwd=tmp_path, env=case.env)
    line = next(line for line in shown.out.decode().splitlines() if line.startswith("source = "))
    assert line.startswith(f'source = "{case.value}"\t(')
    assert case.origin in line.partition("\t")[2]
    ran = run("run", "-q", *case.arguments.split(), stdin=b"Rain fell.", cwd=tmp_path, env=case.env)
    assert json.loads(ran.out)["source"] == (case.value or "stdin")


def test_lists_come_from_files_and_environment_too(run: Run, tmp_path: Path) -> None:
    text = b"Rain fell on the harbour all night.\nRead more: Snow on Tuesday\n\xc2\xa9 2021 Quarry Post"
    (tmp_path / "newsclean.toml").write_text('select = ["copyright"]\n')
    assert json.loads(run("run", "-q", stdin=text, cwd=tmp_path).out)["metadata"]["cut_kinds"] == "copyright:1"
    ran = run("run", "-q", stdin=text, cwd=tmp_path, env={"NEWSCLEAN_SELECT": "related"})
    assert json.loads(ran.out)["metadata"]["cut_kinds"] == "related:1"


def test_keys_may_be_written_as_options_are(run: Run, tmp_path: Path) -> None:
    (tmp_path / "newsclean.toml").write_text('text-field = "body"\n')
    assert json.loads(run("run", "-q", stdin=b'{"body": "Rain."}', cwd=tmp_path).out)["text"] == "Rain."


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("colour = 1\n", "unknown key 'colour'"),
        ("source = \n", "not a valid configuration"),
        ('mode = "wild"\n', "wild"),
        ("max_chars = 0\n", "max"),
    ],
)
def test_a_wrong_file_is_an_error_that_names_it(content: str, says: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "newsclean.toml").write_text(content)
    ran = run("run", "-", stdin=b"Rain.", cwd=tmp_path)
    assert ran.code == 2
    assert says in ran.err
    assert "Traceback" not in ran.err


def test_every_setting_is_shown(run: Run) -> None:
    from dataclasses import fields

    from newsclean import Settings

    shown = {line.split(" = ")[0] for line in run("config", "show").out.decode().splitlines()}
    assert shown >= {field.name for field in fields(Settings)} - {"why"}  # which only `explain` asks for
