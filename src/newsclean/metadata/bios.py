"""A line about its author at the edge of a text to the author: "Ada Novak is a reporter in Ostermouth"."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.expressions import expression
from newsclean.metadata.layout import Layout
from newsclean.metadata.names import FUNCTIONS, as_name
from newsclean.metadata.signatures import Signature

LONGEST = 600  # characters of such a line
_BEFORE, _EDGE, _AFTER = 2, 4, 6  # blocks before the text, its last ones, those behind it: there the line stands
_IS = expression(r"^(?P<name>[^\W\d_][^.,;:!?()]{4,40}?)\s(?:is|ist|est|es|è|är|er)\s(?P<what>[^.!?]{4,})")
_VERB, _REACH = expression(r"\s(?:is|ist|est|es|è|är|er)\s"), 48  # a cheap look before the costly one
_SENTENCE = expression(r"[.!?]\s+")
_WORDS = expression(r"[^\W\d_]+")
_NEAR = 9  # words behind "is" among which the function stands
_OFFICES = FUNCTIONS | frozenset(
    "author autor autorin auteur auteure autore autrice researcher producer lecturer fellow blogger kolumnist "
    "kolumnistin columnista cronista".split()
)
_ENDS = (
    "reporter",
    "reporterin",
    "redakteur",
    "redakteurin",
    "korrespondent",
    "korrespondentin",
    "journalist",
    "editor",
)
# Words of an office that people in the news hold more often than authors do.
_COMMON = frozenset({"senior", "political", "assistant", "associate", "science", "chief", "staff"})


def bios(layout: Layout) -> Iterator[Signature]:
    """The author that the first or last lines tell about, if the text itself doesn't speak of that person."""
    last = range(max(layout.start + 1, layout.end - _EDGE), min(len(layout.blocks), layout.end + _AFTER))
    for number in (*range(max(0, layout.start - _BEFORE), min(layout.start + 1, layout.end)), *last):
        block = layout.blocks[number]
        is_one = len(block.text) <= LONGEST and _VERB.search(block.text, 0, _REACH)
        match = _IS.match(block.text) if is_one else None
        name = as_name(match["name"]) if match else ""
        if match and name and _is_office(match["what"]) and layout.body.count(name.split()[-1].lower()) <= 1:
            names = dict.fromkeys((name, *_further(block.text[match.end() :])))
            yield Signature(tuple(names), (), (block,), 0.55, "bio")
            return


def _further(text: str) -> Iterator[str]:
    """The other authors that such a line tells about: "... Ben Adler is a researcher at ..."."""
    for sentence in _SENTENCE.split(text):
        match = _IS.match(sentence)
        name = as_name(match["name"]) if match else ""
        if name:
            yield name


def _is_office(text: str) -> bool:
    """Whether a function of the press is among the first words."""
    words = [word.lower() for word in _WORDS.findall(text)[:_NEAR]]
    return any((word in _OFFICES and word not in _COMMON) or word.endswith(_ENDS) for word in words)
