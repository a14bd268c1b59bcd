"""A block to several, when a part must go: offsets of its text to places in its source, proved by lifting."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from newsclean.characters import clean_text
from newsclean.document import Block, Document, Link
from newsclean.parsers import lifter

_PLACES = 600  # source positions tried at most for one cut; beyond it the block stays whole


def divide(document: Document, block: Block, starts: Sequence[int]) -> dict[int, Block]:
    """The block cut before the offsets of its text in `starts`: offset of each piece -> piece, from 0 on.

    The pieces partition the block's span but for white space, and go on with the paragraph of the first. Where the
    source can't be cut (within a link's text, say) two pieces stay one.
    """
    source = document.source[block.start : block.end]
    lift = lifter(document)
    bounds = {0: 0}
    last_start = last_place = 0
    for start in starts:
        place = start if source == block.text else _locate(source, block.text, start, lift)
        if place is not None and place > last_place and block.text[last_start:start].strip():
            last_start, last_place = start, place
            bounds[start] = place
    links = list(block.links)
    ends = [*list(bounds)[1:], len(block.text)]
    places = [*list(bounds.values())[1:], len(source)]
    return {
        start: _piece(block, block.text[start:end].strip(), source, (place, last), links)
        for (start, place), end, last in zip(bounds.items(), ends, places, strict=True)
    }


def _piece(block: Block, text: str, source: str, span: tuple[int, int], links: list[Link]) -> Block:
    start, end = span
    start += len(source[start:end]) - len(source[start:end].lstrip())
    end -= len(source[start:end]) - len(source[start:end].rstrip())
    own = [link for link in links if clean_text(link.text) in text or end == len(source)]
    for link in own:
        links.remove(link)
    joined = block.joined or start > 0
    return Block(text, block.start + start, block.start + end, block.kind, tuple(own), None, joined, block.hint)


def _locate(source: str, text: str, start: int, lift: Callable[[str], str]) -> int | None:
    """Where in the source `text[start:]` begins: a place both sides of which lift to the right texts."""
    left, right = text[:start].strip(), text[start:].strip()
    first = re.compile(r"(?=[\s<*_\[(])|(?<=[\s>*_\])])")
    for tried, match in enumerate(first.finditer(source, min(start, len(source)))):
        if tried > _PLACES:
            return None
        place = match.start()
        if clean_text(lift(source[:place])) == left and clean_text(lift(source[place:])) == right:
            return place
    return None
