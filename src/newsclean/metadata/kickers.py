"""A headline's line to the headline alone: the kicker that a scraper glued to it leaves."""

from __future__ import annotations

import re

from newsclean.expressions import expression

_KICKER, _HEADLINE = 60, 20  # most characters of a kicker, fewest of the headline behind it
_CAPITAL = "[A-ZÄÖÜÅÆØÉÈÀČŠŽŁŚ]"
# "Dispute over wharfHarbour wall ...": a capital within a word, that "PlayStation" has too.
_GLUED = expression(rf"(?P<left>[^\W\d_]{{2,}}[^\W\d_A-Z])(?P<right>{_CAPITAL}[^\W\d_A-Z]{{2,}})(?=[\s,:])")
_MAY_BE_GLUED = expression(rf"[^\s\dA-Z]{_CAPITAL}")  # a cheap look before the costly ones
_QUOTED = expression(rf"[\"„“”«»][^\"„“”«»]{{3,}}[\"“”«»](?={_CAPITAL})")  # '"It starts soon"Harbour wall ...'
_ENDING = "Innen"  # that of women and men at once in German


def without_kicker(text: str, body: str) -> str:
    """The headline behind a kicker that nothing parts from it, as the words of `body`, lower case, tell; else all."""
    if not _MAY_BE_GLUED.search(text):
        return text
    quoted = _QUOTED.match(text)
    glued = [] if quoted else [one.start("right") for one in _GLUED.finditer(text) if _parts(one, body)]
    end = quoted.end() if quoted else min(glued, default=0)
    return text[end:] if 0 < end <= _KICKER and len(text) - end >= _HEADLINE else text


def _parts(match: re.Match[str], body: str) -> bool:
    """Whether the article has the second half of a word for itself and never the whole."""
    if match["right"] == _ENDING or match[0].lower() in body:
        return False
    return re.search(rf"(?<!\w){re.escape(match['right'].lower())}(?!\w)", body) is not None
