"""A block to several, when only a part of it must go: spans of its text to spans of its source, proved by lifting."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from newsclean.characters import clean_text
from newsclean.document import Block, Document
from newsclean.parsers import lifter

_PLACES = 600  # source positions tried at most for one cut; beyond it the block stays whole


def divide(document: Document, block: Block, starts: Sequence[int]) -> list[Block]:
    """The block cut before each offset of its text in `starts`; only [block] where the source can't be cut so.

    The pieces partition the block's span but for white space, and go on with the paragraph of the first.
    """
    source = document.source[block.start : block.end]
    lift = lifter(document)
    bounds = [0]
    for start in starts:
        place = start if source == block.text else _locate(source, block.text, start, lift)
        if place is None or place <= bounds[-1]:
            return [block]
        bounds.append(place)
    texts = [block.text[start:end].strip() for start, end in zip([0, *starts], [*starts, None], strict=True)]
    if not all(texts):
        return [block]
    links = list(block.links)
    return [
        _piece(block, text, source, (start, end), links)
        for text, start, end in zip(texts, bounds, [*bounds[1:], len(source)], strict=True)
    ]


def _piece(block: Block, text: str, source: str, span: tuple[int, int], links: list) -> Block:  # type: ignore[type-arg]
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
