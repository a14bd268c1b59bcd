"""HTML's tags where they stand in text: what looks like one, and what it says there."""

from __future__ import annotations

import re

from newsclean.expressions import expression

TAG = expression(r"<!--.*?-->|</?[a-z][^<>]*>", re.IGNORECASE | re.DOTALL)
_NAME = expression(r"</?([a-zA-Z][\w-]*)")
_ELEMENTS = frozenset(
    (
        "a abbr acronym address amp-img area article aside audio b base big blockquote body br button canvas "
        "caption center cite code col colgroup data dd del details dfn dialog dir div dl dt em embed fieldset "
        "figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe "
        "img input ins kbd label legend li link main map mark marquee menu meta meter nav nobr noscript object ol "
        "optgroup option output p param picture pre progress q rp rt ruby s samp script section select small "
        "source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time "
        "title tr track tt u ul var video wbr"
    ).split()
)


def said(tag: str) -> str:
    """What an inline tag says: nothing, a blank for a break, itself if it is no element of HTML ("<The Palace>")."""
    name = _NAME.match(tag)
    if name and name[1].lower() not in _ELEMENTS:
        return tag
    return " " if name and name[1].lower() == "br" else ""
