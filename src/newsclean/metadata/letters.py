"""Pages of several letters or opinions: lines of names that each sign what stands above them, not the page."""

from __future__ import annotations

from newsclean.document import Block
from newsclean.metadata.layout import Layout
from newsclean.metadata.signatures import Signature, read_signature

_LONGEST, _NAMED = 60, 2  # characters of a signing line, its capitalized words at least
_PARAGRAPH = 40  # characters of what it signs
_CERTAIN = 0.8  # confidence from which more than names says that a line signs the page
_REACH = 16  # blocks behind the text among which further letters stand
_TWO = 2  # names of several letters
_FEW = 3  # names with which the first, which may stand below a standfirst, is none of the page's either


def without_writers(layout: Layout, headline: int | None, found: list[Signature]) -> list[Signature]:
    """The signatures that are not those of one letter among several."""
    if not any(_is_bare(one) for one in found):
        return found
    everything = " ".join(block.text for block in layout.blocks if len(block.text) > _LONGEST).lower()
    lines = [
        layout.blocks[number]
        for number in range((headline or 0) + 1, layout.end + _REACH)
        if _signs_above(layout, number, everything)
    ]
    several = len({block.text for block in lines})
    if several < _TWO:
        return found
    writers = {id(block) for block in (lines if several >= _FEW else lines[1:])}
    return [one for one in found if not (_is_bare(one) and id(one.blocks[0]) in writers)]


def _is_bare(one: Signature) -> bool:
    return one.method == "names-alone" and one.score < _CERTAIN


def _signs_above(layout: Layout, number: int, everything: str) -> bool:
    """Whether a line right behind a paragraph is nothing but a name, of somebody whom the text doesn't speak of."""
    if not 0 < number < len(layout.blocks) or not _is_paragraph(layout.blocks[number - 1]):
        return False
    block, text = layout.blocks[number], layout.blocks[number].text
    if len(text) > _LONGEST or block.kind == "heading" or text[-1] in ".!?:" or any(map(str.isdigit, text)):
        return False
    if sum(word[0].isupper() for word in text.split()) < _NAMED:
        return False
    signature = read_signature(block, text, 0.0, "names-alone")
    if signature is None or not signature.persons:
        return False
    return signature.persons[0].split()[-1].lower() not in everything  # else it is a heading of the article's own


def _is_paragraph(block: Block) -> bool:
    return len(block.text) >= _PARAGRAPH and block.text.rstrip("\"'”’»)")[-1:] in {*".!?…。！？"}
