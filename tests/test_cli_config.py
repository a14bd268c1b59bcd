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
        ('mode = "wild"\n', "mode = \"wild\": 'wild' is not one of 'precision'"),
        ("max_chars = 0\n", "max_chars = 0: 0 is not in the range"),
        ("max_chars = true\n", "max_chars = true: it must be a whole number, as max_chars = 1000"),
        ('ignore = "caption"\n', 'ignore = "caption": it must be a list of strings, as ignore = ["...", "..."]'),
        ("ignore = [1]\n", "ignore = [1]: it must be a list of strings"),
        ("source = 3\n", 'source = 3: it must be a string, as source = "..."'),
        ('exit-zero = "no"\n', 'exit_zero = "no": it must be true or false'),
        ('timeout = "5"\n', 'timeout = "5": it must be a number'),
    ],
)
def test_a_wrong_file_is_an_error_that_names_it(content: str, says: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "newsclean.toml").write_text(content)
    ran = run("run", "-", stdin=b"Rain.", cwd=tmp_path)
    assert ran.code == 2
    assert f"newsclean.toml: {says}" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("--language xx", "unknown language 'xx'; the languages with rule packs are "),
        ("--language de,deutsch", "unknown language 'deutsch'"),
        ("--crawled-at yesterday", "--crawled-at 'yesterday' is not ISO 8601"),
        ("--encoding nonsense", "--encoding 'nonsense' is not known"),
        ("--encoding base64", "--encoding 'base64' is not known"),
        ("--timeout nan", "--timeout nan"),
        ("--timeout inf", "--timeout inf"),
    ],
)
def test_a_value_that_cannot_be_meant_is_an_error(arguments: str, says: str, run: Run) -> None:
    ran = run("run", "-", *arguments.split(), stdin=b"Rain.")
    assert (ran.code, says in ran.err, ran.out) == (2, True, b""), ran.err


@pytest.mark.parametrize(
    ("arguments", "env"),
    [("--language DE,En", ""), ("", "en de"), ("", "de, en"), ("--language", "fr")],
)
def test_languages_are_written_large_or_small_between_commas_or_blanks(arguments: str, env: str, run: Run) -> None:
    given = [*arguments.split(), *(["de en"] if arguments == "--language" else [])]
    found, plain = (
        json.loads(run("run", "-q", *words, stdin=b"Rain fell.", env=values).out)["metadata"]["rules_version"]
        for words, values in ((given, {"NEWSCLEAN_LANGUAGE": env} if env else {}), (["--language", "de,en"], {}))
    )
    assert found == plain


def test_a_time_may_be_a_date_of_toml(run: Run, tmp_path: Path) -> None:
    (tmp_path / "newsclean.toml").write_text("crawled_at = 2024-05-31\ntimeout = 5\n")
    assert run("run", "-", stdin=b"Rain.", cwd=tmp_path).code == 0


def test_every_setting_is_shown(run: Run) -> None:
    from dataclasses import fields

    from newsclean import Settings

    shown = {line.split(" = ")[0] for line in run("config", "show").out.decode().splitlines()}
    assert shown >= {field.name for field in fields(Settings)} - {"why"}  # which only `explain` asks for
