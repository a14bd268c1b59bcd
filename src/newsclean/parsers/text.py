"""Plain text to blocks: a line is a paragraph, unless lines were wrapped or the whole document is one line."""

from __future__ import annotations

import html
import re

from newsclean.document import Block, Document
from newsclean.expressions import expression
from newsclean.parsers.lines import is_item, is_wrapped, line_spans, split_one_line

# What scrapers leave behind in text that isn't HTML: a few tags that mean nothing here, and entities.
# Those of a line's inside stand for nothing, the others for a blank.
_INLINE = expression(r"</?(?:b|i|u|em|strong|span|a|font|sup|sub|small)(?:\s[^<>]{0,400})?/?>", re.IGNORECASE)
_STRAY = expression(
    r"</?(?:p|br|div|hr|center|img|li|ul|ol|td|tr|h[1-6])(?:\s[^<>]{0,400})?/?>",
    re.IGNORECASE,
)
_ENTITY = expression(r"&(?:#\d{2,7}|#x[0-9a-f]{2,6}|[a-z][a-z0-9]{1,8});", re.IGNORECASE)

_DIRT = expression(r"[&<\r]")


def lift(piece: str) -> str:
    """A piece of source without stray tags and entities, white space as single blanks."""
    if "<" in piece:
        piece = _STRAY.sub(" ", _INLINE.sub("", piece))
    if "&" in piece:
        piece = _ENTITY.sub(lambda match: html.unescape(match[0]), piece)
    return " ".join(piece.split())


def parse(document: Document) -> None:
    """Set the blocks of a plain-text document."""
    source = document.source
    dirty = "&" in source or "<" in source or "\r" in source
    blocks: list[Block] = []
    for group in line_spans(source):
        wrapped = len(group) > 1 and is_wrapped([source[start:end] for start, end in group])
        for start, end in [(group[0][0], group[-1][1])] if wrapped else group:
            text = source[start:end]
            if wrapped or (dirty and _DIRT.search(text)):
                text = lift(text)
            blocks.append(Block(text, start, end, "item" if is_item(text) else "paragraph"))
    document.blocks = split_one_line(source, blocks)
