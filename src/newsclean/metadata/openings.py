"""The first line of a text that has lost its page to its headline: what follows right behind it signs and dates it."""

from __future__ import annotations

from newsclean.metadata.bylines import is_led
from newsclean.metadata.layout import BYLINE, TITLE, Layout, chance
from newsclean.metadata.titles import Headline, is_shaped

SCORE = 0.5  # confidence in it: the order of three lines is all that speaks for it
_LIKELY = 0.3  # the labeler's chance from which a line without "by" is a byline
_LINES = 3  # headline, byline and date
_LINE = 120  # characters of byline and date
_STOPS = ".。।"
_TITLE = 0.6  # the labeler's chance from which the line that it has cut as title is one


def opening(layout: Layout) -> Headline | None:
    """The first block, if it can be a headline, neither signs nor dates, and what follows or the labeler says so."""
    if not layout.blocks or layout.blocks[0].kind == "heading":  # what is marked as one was weighed as such
        return None
    first = layout.blocks[0]
    if not is_shaped(first) or layout.dates(0) or _signs(layout, 0):
        return None
    if _is_followed(layout) or _is_taken(layout):
        return Headline(0, first, first.text, SCORE, ())
    return None


def _is_followed(layout: Layout) -> bool:
    """Whether the next two blocks are a byline and a date in either order, or the next is "By ..." above the body."""
    lines = layout.blocks[:_LINES]
    if len(lines) < _LINES or len(lines[1].text) > _LINE:
        return False
    if layout.start == _LINES - 1 and is_led(layout, 1):
        return True
    dated = any(layout.dates(number) and _signs(layout, _LINES - number) for number in (1, 2))
    return dated and len(lines[2].text) <= _LINE


def _is_taken(layout: Layout) -> bool:
    """Whether the labeler has cut the line above the body as its title."""
    cut = layout.blocks[0].cut
    taken = cut is not None and cut.by_model and cut.kind == "title"
    ends = layout.blocks[0].text[-1] in _STOPS
    return taken and not ends and 0 < layout.start <= _LINES and chance(layout.blocks[0], TITLE) >= _TITLE


def _signs(layout: Layout, number: int) -> bool:
    return is_led(layout, number) or chance(layout.blocks[number], BYLINE) >= _LIKELY
