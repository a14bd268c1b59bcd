"""Patterns compiled by RE2, each in the least memory that it runs fast in."""

from __future__ import annotations

from typing import Any

from newsclean.errors import RuleError
from newsclean.expressions import expression
from newsclean.rules.letters import with_letters

_PROGRAM = 100_000  # steps of a compiled pattern at most
# Bytes that RE2 may use for a pattern: the first that it fits into, and that hold this many for a step. What the
# program leaves it fills with states as it meets text; a text that needs more goes to a slower engine. Measured: with
# 512 for a step a run is up to 7 % faster, once the states are there, and they take four times the memory; with the
# largest for all patterns 800 MB over 40 MB of text in many languages.
MEMORY, _STEP = tuple(1 << bits for bits in range(18, 27)), 64
_LETTER, _LETTERS = expression(r"\\[pP]"), 100  # a class of Unicode's, and steps that one takes


def likely_steps(pattern: str) -> int:
    """About how many steps a pattern's program will have, as nearly as its text tells."""
    return 2 * len(pattern) + _LETTERS * len(_LETTER.findall(pattern))


def compile_pattern(pattern: str, name: str, memory: int = 0) -> Any:
    """A pattern compiled by RE2, searching UTF-8 bytes without regard to case; `memory`: what it is known to take.

    Raises:
        RuleError: RE2 refuses it (look-around, back-references and huge repeats are not linear-time).
    """
    import re2

    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    wanted = memory or min(_STEP * likely_steps(pattern), MEMORY[-1])
    compiled: Any = None
    for options.max_mem in MEMORY:
        if options.max_mem < wanted:
            continue
        try:
            compiled = re2.compile(with_letters(pattern).encode(), options)
        except re2.error as error:
            refused = error
            continue
        wanted = min(_STEP * compiled.programsize, MEMORY[-1])
        if wanted <= options.max_mem:
            break
    if compiled is None:
        reason = refused.args[0].decode("utf-8", "replace") if isinstance(refused.args[0], bytes) else refused.args[0]
        raise RuleError(f"{name}: RE2 refuses the pattern {pattern!r}: {reason}") from refused
    if compiled.programsize > _PROGRAM:
        raise RuleError(
            f"{name}: the pattern {pattern!r} makes a program of {compiled.programsize} steps, over {_PROGRAM}: "
            "counted repeats of large classes do that; write * or + and let max_chars bound the length"
        )
    return compiled
