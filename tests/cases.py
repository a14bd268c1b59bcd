"""Files under tests/fixtures/ to the cases that tests are parametrised with."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "tests" / "fixtures"
SHARED = ROOT.parent / "shared"


def cases(name: str) -> list[Any]:
    """The `[[case]]` tables of fixtures/cases/NAME.toml as parameters; each is told by its `name`."""
    found = tomllib.loads((FIXTURES / "cases" / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    names = [case["name"] for case in found]
    assert len(set(names)) == len(names), f"{name}.toml names a case twice"
    return [pytest.param(case, id=case["name"]) for case in found]


def golden(folder: str) -> list[Any]:
    """(source file, golden JSON file) pairs of fixtures/FOLDER as parameters."""
    found = sorted((FIXTURES / folder).glob("*.json"))
    return [pytest.param(next(_beside(path)), path, id=path.stem) for path in found]


def documents(folder: str) -> list[Path]:
    """The raw documents of fixtures/FOLDER; what must come out of one is in the .gold file beside it."""
    return sorted(path for path in (FIXTURES / folder).iterdir() if path.suffix != ".gold")


def languages(folder: str) -> set[str]:
    """The languages of the documents of fixtures/FOLDER, which their names begin with."""
    return {path.name.split("-")[0] for path in documents(folder)}


def rows(lines: bytes) -> list[dict[str, Any]]:
    """JSON lines as dictionaries."""
    return [json.loads(line) for line in lines.splitlines()]


def _beside(path: Path) -> Any:
    return (one for one in sorted(path.parent.glob(f"{path.stem}.*")) if one != path)
