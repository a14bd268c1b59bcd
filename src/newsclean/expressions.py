"""Regular expressions compiled when they are first used: a short text needs few, and all take a fifth of the start."""

from __future__ import annotations

import re
from typing import cast

_HELD = "search match fullmatch split findall finditer sub subn pattern flags groupindex groups".split()


class _Expression:
    """Stands for a compiled expression, whose methods it takes over when one of them is first asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> object:
        if name not in _HELD:
            raise AttributeError(name)
        compiled = re.compile(*self._source)
        vars(self).update({held: getattr(compiled, held) for held in _HELD})
        return getattr(compiled, name)


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled later: an expression that isn't valid raises where it is first used."""
    return cast("re.Pattern[str]", _Expression(pattern, flags))
