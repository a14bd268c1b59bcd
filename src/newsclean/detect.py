"""Raw text to its format, from the first kilobytes."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsclean.document import Format
from newsclean.expressions import expression

WINDOW = 8192

_HTML_PAGE = expression(
    r"\A\s*+(?:<\?xml[^>]*>\s*+)?(?><!--.*?-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HTML_BLOCK = expression(
    r"</?(?:p|div|article|section|h[1-6]|ul|ol|li|table|tr|td|figure|span|blockquote)\b[^<>]{0,400}>", re.IGNORECASE
)
_TAG = expression(r"</?[a-z][a-z0-9]*\b[^<>]{0,400}>", re.IGNORECASE)

# Marks that prose doesn't hold by chance: literals without which one can't be there, its pattern, how much it says.
# A line begins after a line feed, one of which is put before the text: so the engine skips from line to line.
# Repeats that may run into each other are possessive: a line of 8,000 dashes must cost no more than any other.
_MARKS = (
    (("](",), expression(r"!?\[[^\]\n]{0,300}\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"\n]*\")?\)"), 3.0),
    (("]:",), expression(r"^\[[^\]\n]+\]:\s+\S+", re.MULTILINE), 3.0),
    (("\n```", "\n~~~"), expression(r"\n(?:```|~~~)"), 2.0),
    (("\n##",), expression(r"\n#{2,6} +\S"), 2.0),
    (("\n# ",), expression(r"\n# +[^\W\d_]"), 2.0),
    (("---",), expression(r"\n\|?[ :]*+-{3,}+[ :-]*+\|[ :|-]*+$", re.MULTILINE), 2.0),
    (("**",), expression(r"(?<![\w*])\*\*[^\s*][^*\n]{0,300}[^\s*]\*\*(?![\w*])"), 1.5),
    (("__",), expression(r"(?<![\w_])__[^\s_][^_\n]{0,300}__(?!\w)"), 0.7),
    (("* ", "+ ", "- "), expression(r"\n {0,3}[*+-] +\S"), 0.6),
    (("\n>",), expression(r"\n> ?\S"), 0.6),
    (("*", "_"), expression(r"[*_](?<![\w*].)[^\W\d_][^*_\n]{0,200}[^\W_][*_](?![\w*])"), 0.7),
    (("<http",), expression(r"<https?://[^<>\s]+>"), 1.0),
)


# A lone sign is looked for twenty times as fast as what it begins, and mostly there is none.
_SIGNED = [([(literal.strip()[0], literal) for literal in literals], mark, worth) for literals, mark, worth in _MARKS]

# Characters to a tag up to which text is HTML: if it begins with one, and if it doesn't. Those of a pixel or a banner
# that a scraper left before the text don't reach a fifth of it.
_BEGUN, _AMONG, _REACHED = 1000, 120, 0.2


class Detection(NamedTuple):
    """A format and how sure it is, 0..1."""

    format: Format
    confidence: float


def detect(source: str) -> Detection:
    """The format of `source`: a lone tag or entity is not HTML, a price in asterisks or "# 1 hit" not markdown."""
    head = source[:WINDOW]
    if "<" in head and (found := _html(head)):
        return found
    lines = "\n" + head
    weight = 0.0
    for literals, mark, worth in _SIGNED:
        for sign, literal in literals:
            if sign in lines and literal in lines:
                weight += worth * min(len(mark.findall(lines)), 3)
                break
    if weight >= 1.5:
        return Detection("markdown", min(0.99, 0.6 + weight / 20))
    return Detection("text", 0.95 if not weight else 0.7)


def _html(head: str) -> Detection | None:
    if _HTML_PAGE.match(head):
        return Detection("html", 0.99)
    blocks = len(_HTML_BLOCK.findall(head))
    if blocks < 2:
        return None
    tags = [tag.end() for tag in _TAG.finditer(head)]
    begins = head.lstrip()[:1] == "<" and tags[-1] > len(head) * _REACHED
    sparse = _BEGUN if begins else _AMONG
    return Detection("html", min(0.95, 0.6 + len(tags) / 100)) if len(tags) * sparse > len(head) else None
