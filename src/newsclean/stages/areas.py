"""HTML's own areas to cuts: a page's navigation, margins, footer, windows, buttons, comments and captions."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from newsclean.document import Block, Cut, Document
from newsclean.expressions import expression
from newsclean.pipeline import Config, Stage, each
from newsclean.stages import AREA, BEHIND, CAPTION

# Words of a hint. A caption's are the innermost; on the bench 45 of 49 pages have no body text in one.
_CAPTION = expression(
    r"(?:^|[-_])(?:fig(?:ure)?|image|img|photo|media|video|wp)?captions?(?:[-_]|text|$)|^<figcaption>$"
)
_COMMENT = expression(
    r"^(?!(?:no|has|with|without|allow|open|closed|show|hide)[-_])(?:\w+[-_])?comments?"
    r"(?:[-_]+(?:body|content|text|message|inner|wrap\w*|list|item|thread|area|section))*$"
)
_INNERMOST = 6
_WINDOW = expression(
    r"(?:^| )(?:complementary|(?:alert)?dialog|modal(?:-(?:content|body|dialog|window))?|popup)(?: |$)"
)
_SAYS = frozenset({"quote", "row", "code"})  # kinds of blocks that a figure shows


def areas(config: Config) -> Stage:
    """The stage that cuts what tags and classes tell from an article; only HTML has them."""
    told = [(holds, cut) for holds, cut in _TOLD if config.cuts(cut.kind, cut.cue)]

    def mark(document: Document) -> None:
        if document.format != "html":
            return
        for block in document.blocks:
            if not block.cut:
                block.cut = next((cut for holds, cut in told if holds(block)), None)

    return each(mark)


def _is_outside(block: Block) -> bool:
    """Whether tags say so; a header, footer or box within an article is the article's own, and so is a heading."""
    hint = block.hint
    if "<nav>" in hint or "<button>" in hint or _WINDOW.search(hint):
        return True
    if "<blockquote>" in hint:
        return False
    within = False
    for area in takewhile(_is_tag, reversed(hint.split())):  # outermost first
        if area == "<article>":
            return False
        if area == "<main>":
            within = True
        elif area == "<aside>" or (not within and _is_edge(area, block)):
            return True
    return False


def _is_edge(area: str, block: Block) -> bool:
    return area == "<footer>" or (area == "<header>" and block.kind != "heading")


def _is_tag(word: str) -> bool:
    return word.startswith("<")


def _is_caption(block: Block) -> bool:
    """Whether a block tells of a picture; who says a quotation that a figure shows does not."""
    if block.kind in _SAYS or block.kind == "heading":
        return False
    if "<figure>" in block.hint:
        return "quote" not in block.hint
    return _is_near(block, _CAPTION)


def _is_near(block: Block, sign: re.Pattern[str]) -> bool:
    """Whether the tags and classes right around a block have a word."""
    return any(map(sign.search, block.hint.split(" ", _INNERMOST)[:_INNERMOST]))


def _is_comment(block: Block) -> bool:
    return _is_near(block, _COMMENT)


def _is_behind(block: Block) -> bool:
    return block.told == "behind"


# What is looked for, in this order, and the cut that it makes.
_TOLD: tuple[tuple[Callable[[Block], bool], Cut], ...] = (
    (_is_outside, Cut("nav", AREA, 0.95, "areas")),
    (_is_comment, Cut("comments", AREA, 0.9, "areas")),
    (_is_caption, Cut("caption", CAPTION, 0.9, "areas")),
    (_is_behind, Cut("residue", BEHIND, 0.9, "areas")),
)
