"""A block to several, when a part must go: offsets of its text to places in its source, proved by lifting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from newsclean.characters import clean_text
from newsclean.document import Block, Document, Link
from newsclean.expressions import expression
from newsclean.parsers import lifter

_PLACES = 600  # source positions tried at most for one cut; beyond it the block stays whole
_BOUND = expression(r"(?=[\s<*_\[(])|(?<=[\s>*_\])])")
_LIFTED = 4_000_000  # characters lifted at most to divide one block: about two seconds of markdown


def divide(document: Document, block: Block, starts: Sequence[int]) -> dict[int, Block]:
    """The block cut before the offsets of its text in `starts`: offset of each piece -> piece, from 0 on.

    The pieces partition the block's span but for white space, and go on with the paragraph of the first. Where the
    source can't be cut (within a link's text, say) two pieces stay one.
    """
    source = document.source[block.start : block.end]
    lift = lifter(document)
    bounds = {0: 0}
    last_start = last_place = 0
    tries = iter(range(_LIFTED // (len(source) or 1)))
    for start in starts:
        place: int | None = start
        if source != block.text:
            near = islice(_places(source, last_place + start - last_start), _PLACES)
            place = _locate(source, (block.text[:start], block.text[start:]), lift, zip(near, tries, strict=False))
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
    return Block(
        text, block.start + start, block.start + end, block.kind, tuple(own), None, joined, block.hint, told=block.told
    )


def _places(source: str, start: int) -> Iterator[int]:
    """Offsets from `start` on, at and after white space and markup, where a piece of source may begin."""
    return (match.start() for match in _BOUND.finditer(source, min(start, len(source))))


def _locate(
    source: str, sides: tuple[str, str], lift: Callable[[str], str], places: Iterable[tuple[int, int]]
) -> int | None:
    """The first of the places both sides of which lift to the right texts."""
    left, right = sides[0].strip(), sides[1].strip()
    for place, _ in places:
        if clean_text(lift(source[:place])) == left and clean_text(lift(source[place:])) == right:
            return place
    return None
