"""The first line of a text that has lost its page to its headline: a byline and a date follow right behind it."""

from __future__ import annotations

from newsclean.metadata.bylines import is_led
from newsclean.metadata.layout import BYLINE, Layout, chance
from newsclean.metadata.titles import Headline, is_shaped

SCORE = 0.5  # confidence in it: the order of three lines is all that speaks for it
_LIKELY = 0.3  # the labeler's chance from which a line without "by" is a byline
_LINES = 3  # headline, byline and date
_LINE = 120  # characters of byline and date


def opening(layout: Layout) -> Headline | None:
    """The first block, where the next two are a byline and a date in either order, and it is neither itself."""
    lines = layout.blocks[:_LINES]
    if len(lines) < _LINES or not is_shaped(lines[0]) or layout.dates(0) or _signs(layout, 0):
        return None
    if lines[0].kind == "heading":  # what is marked as one was weighed as such
        return None
    if max(len(lines[1].text), len(lines[2].text)) > _LINE:
        return None
    if not any(layout.dates(dated) and _signs(layout, 3 - dated) for dated in (1, 2)):
        return None
    return Headline(0, lines[0], lines[0].text, SCORE, ())


def _signs(layout: Layout, number: int) -> bool:
    return is_led(layout, number) or chance(layout.blocks[number], BYLINE) >= _LIKELY
