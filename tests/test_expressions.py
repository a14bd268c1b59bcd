"""Expressions are compiled late, behave as compiled ones do, and every one that the program holds is valid."""

from __future__ import annotations

import ast
import gc
import re
from importlib import import_module

import pytest

from house import modules
from newsclean.expressions import _Expression, expression


def test_an_expression_does_what_a_compiled_one_does() -> None:
    late, compiled = expression("(?P<first>a+)b", re.IGNORECASE), re.compile("(?P<first>a+)b", re.IGNORECASE)
    assert late.sub(r"<\g<first>>", "xAAbx ab") == compiled.sub(r"<\g<first>>", "xAAbx ab")
    assert (late.pattern, late.flags, late.groups, late.groupindex) == (
        compiled.pattern,
        compiled.flags,
        compiled.groups,
        compiled.groupindex,
    )


def test_every_expression_of_the_program_is_valid() -> None:
    for path in modules():
        if path.name != "__main__.py":
            import_module(".".join(["newsclean", *path.with_suffix("").parts]).removesuffix(".__init__"))
    held = [one for one in gc.get_objects() if isinstance(one, _Expression)]
    assert len(held) > 100
    assert [one for one in held if not one.pattern] == []


def test_one_that_is_not_valid_raises_when_it_is_used() -> None:
    broken = expression("(")
    with pytest.raises(re.error):
        broken.search("")


def test_nothing_is_compiled_while_modules_are_imported() -> None:
    eager = [
        str(path)
        for path, tree in modules().items()
        if path.name != "expressions.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "compile" and ast.unparse(node.value) == "re"
    ]
    assert eager == []
