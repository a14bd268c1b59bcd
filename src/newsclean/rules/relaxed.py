"""A cue's pattern to one that also finds what the pattern would find in a sentence of a paragraph."""

from __future__ import annotations

import re

from newsclean.expressions import expression
from newsclean.rules.syntax import CLASS, ESCAPE

_PIECES = expression(rf"{ESCAPE}|{CLASS}|[\^$]", re.DOTALL)
# Before a sentence stand an end mark, closing quotes and blanks; a quotation is blanked out.
_BEGINNING = r"""(?:^|[.!?…؟।۔。！？\x1a]["'”’»“)\]」』）\x1a\s\p{Z}\x0b\x1c-\x1f\x85]*)"""
_UNKNOWN = ("\\A", "\\B", "\\z", "\\Q", "\\C", "(?m", "(?s", "(?U", "(?im", "(?ms", "(?sm")


def relaxed(pattern: str) -> str:
    """A pattern found in a text wherever `pattern` is found in it or in a sentence of it; "" if there is none better.

    Its ^ holds at any sentence's beginning, its $ anywhere.
    """
    if any(sign in pattern for sign in _UNKNOWN):
        return ""
    return _PIECES.sub(lambda piece: {"^": _BEGINNING, "$": ""}.get(piece[0], piece[0]), pattern)
