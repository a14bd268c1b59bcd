"""A text as triggers and as patterns see it, with the cues that may hold for it and the matches of those that do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newsclean.expressions import expression
from newsclean.rules.pack import Cue

# What is quoted is never a cue. Straight quotes pair up within a block; a lone one is an inch mark. Where a mark that
# opens may follow another, the quotation's length is bounded: a row of such marks must not be looked through from each.
_QUOTED = expression(
    r'"[^"\n]*"|“[^”“\n]*”|„[^“”"\n]{0,4000}[“”"]|«[^»\n]{0,4000}»|»[^\s«»][^«»\n]*[«»]|”[^”\n]*”'
    r"|「[^」\n]{0,4000}」|『[^』\n]{0,4000}』"
)


_AROUND = ' \t\n"“”„«»'  # white space and quotes around what a named group caught


class Match(NamedTuple):
    """A cue that holds for a block, the matched span of its text, and what the pattern's named groups caught.

    A group named `cut` narrows the span.
    """

    cue: Cue
    start: int
    end: int
    slots: dict[str, str]

    @classmethod
    def of(cls, cue: Cue, text: str, data: bytes, groups: dict[str, tuple[int, int]]) -> Match:
        """The match of a cue, from the spans of its groups ("" for all of it) in the prepared text's UTF-8."""
        spans = groups
        if len(data) != len(text):
            spans = {
                key: (len(data[:start].decode()), len(data[:end].decode())) for key, (start, end) in groups.items()
            }
        whole = spans.pop("")
        start, end = spans.pop("cut", whole)
        return cls(cue, start, end, {key: text[first:last].strip(_AROUND) for key, (first, last) in spans.items()})


class Candidate:
    """A text and the cues that may hold for it: `folded` is what triggers see, `prepared` what patterns see.

    Patterns are tried on many candidates at once, cue by cue: one that has just been used is in the processor's cache.
    """

    __slots__ = ("cues", "data", "folded", "found", "prepared", "text")

    def __init__(self, text: str, folded: bytes, cues: set[int], prepared: str = "") -> None:
        self.text = text
        self.folded = folded
        self.cues = cues
        self.prepared = prepared
        self.data = b""
        self.found: list[Match] = []

    def encoded(self) -> bytes:
        """The prepared text in UTF-8, made when it is first needed: RE2 then needs no conversion."""
        if not self.data:
            self.prepared = self.prepared or prepare(self.text)
            self.data = self.prepared.encode("utf-8", "replace")
        return self.data


def fold(text: str) -> str:
    """Text as triggers see it: lower case, plain apostrophes and blanks. Offsets in it mean nothing."""
    text = text.lower().replace("’", "'").replace("\xa0", " ")
    return text.replace("i\u0307", "i") if "\u0307" in text else text


def prepare(text: str) -> str:
    """Text as patterns see it, of the same length: plain apostrophes and blanks, quotations blanked out."""
    text = text.replace("’", "'").replace("\xa0", " ").replace("İ", "i")
    return _QUOTED.sub(lambda match: '"' + "\x1a" * (len(match[0]) - 2) + '"', text)


def by_cue(candidates: Iterable[Candidate]) -> list[tuple[int, list[Candidate]]]:
    """Each cue with the candidates that it may hold for, in the order of the packs."""
    found: dict[int, list[Candidate]] = {}
    for one in candidates:
        for number in one.cues:
            if number in found:
                found[number].append(one)
            else:
                found[number] = [one]
    return sorted(found.items())
