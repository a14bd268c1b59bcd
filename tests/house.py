"""The program's own source, walked: which module imports what, and where."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from cases import ROOT

SOURCE = ROOT / "src" / "newsclean"


def modules() -> dict[Path, ast.Module]:
    """Every module's path under src/newsclean with its tree."""
    return {
        path.relative_to(SOURCE): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))
    }


def unit(path: Path) -> str:
    """The package or module at the top that a file belongs to."""
    return path.parts[0].removesuffix(".py")


def imported(tree: ast.Module) -> Iterator[str]:
    """Dotted names of everything imported, wherever in the module it is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def own_imports() -> set[tuple[str, str, str]]:
    """(file, its unit, the unit it imports) for imports that leave a unit."""
    found = set()
    for path, tree in modules().items():
        for name in imported(tree):
            parts = name.split(".")
            if parts[0] == "newsclean":
                target = parts[1] if len(parts) > 1 else "__init__"
                found.add((str(path), unit(path), target))
    return {(path, source, target) for path, source, target in found if source != target}


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function, methods and inner ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def broad_excepts(tree: ast.Module) -> Iterator[int]:
    """Lines of the handlers that catch anything."""
    broad = {"Exception", "BaseException"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            if any(one is None or (isinstance(one, ast.Name) and one.id in broad) for one in caught):
                yield node.lineno
