"""The docs can't drift: everything that has a name is documented, and what the README shows is what happens."""

from __future__ import annotations

import doctest
import importlib
import os
import re
import shlex
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cases import ROOT
from conftest import environment
from newsclean.cli import COMMANDS
from newsclean.record import METADATA
from newsclean.rules import KINDS
from newsclean.schema import TABLES, schema
from newsclean.stages import BUILTIN, FOUND_KINDS

PAGES = sorted((ROOT / "docs").glob("*.md"))
README = ROOT / "README.md"
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)

NAMES = {
    "command": [f"newsclean {name}" for name in COMMANDS],
    "stage": list(BUILTIN),
    "kind of cue": [*KINDS, *FOUND_KINDS],
    "key of the record": [*schema("record")["properties"], *(key for key, _, _ in METADATA)],
    "key of a side table": sorted({key for table in TABLES[1:] for key in schema(table)["properties"]}),
}


def documented() -> set[str]:
    """Every word, and every two words, of what the docs and the README set as code."""
    words: set[str] = set()
    for page in (*PAGES, README):
        for code in CODE.findall(page.read_text(encoding="utf-8")):
            found = re.findall(r"[\w-]+", code)
            words |= set(found) | {" ".join(pair) for pair in pairwise(found)}
    return words


@pytest.mark.parametrize("sort", NAMES)
def test_everything_that_has_a_name_is_documented(sort: str) -> None:
    assert [name for name in NAMES[sort] if name not in documented()] == []


def test_every_option_is_documented() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in (*PAGES, README))
    options = set()
    for name in COMMANDS:
        module, _, attribute = COMMANDS[name].partition(":")
        command = getattr(importlib.import_module(module), attribute)
        options |= {option for one in command.params for option in one.opts if option.startswith("--")}
    assert sorted(option for option in options if option not in text) == []


class Example(NamedTuple):
    """A command of the README, and the lines that it shows below it."""

    command: str
    output: str


def readme_examples() -> list[Example]:
    """Every `$ ` line of the README's console blocks with what stands under it."""
    found: list[Example] = []
    for block in BLOCK.findall(README.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            while command.endswith("\\"):
                more, _, output = output.partition("\n")
                command = command[:-1] + more.removeprefix("> ")
            found.append(Example(command, output))
    return found


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like the repository's root and may be written to."""
    folder = tmp_path_factory.mktemp("clone")
    for entry in ROOT.iterdir():
        if not entry.name.startswith("."):
            (folder / entry.name).symlink_to(entry)
    return folder


def parameters() -> list[Any]:
    return [pytest.param(one, id=shlex.quote(one.command)[:60]) for one in readme_examples()]


def test_the_readme_shows_real_examples() -> None:
    assert sum("newsclean" in one.command for one in readme_examples()) >= 5


@pytest.mark.parametrize("example", parameters())
def test_the_readme_shows_what_happens(example: Example, clone: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["/bin/bash", "-c", f"exec 2>&1; {example.command}"],
        capture_output=True,
        check=False,
        cwd=clone,
        env=environment(PATH=path, NO_COLOR="1"),
    )
    assert done.stdout.decode().rstrip() == example.output.rstrip()


@pytest.mark.parametrize("name", ["newsclean", "newsclean.api"])
def test_examples_in_docstrings_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert (result.failed, result.attempted > 0) == (0, True)


def test_python_examples_in_pages_hold() -> None:
    for page in (*PAGES, README):
        assert doctest.testfile(str(page), module_relative=False).failed == 0, page.name


@pytest.mark.parametrize(
    "page", [*PAGES, README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"], ids=lambda page: page.name
)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", CODE.sub("", page.read_text(encoding="utf-8")))
    assert [target for target in targets if not (page.parent / target).exists()] == []
