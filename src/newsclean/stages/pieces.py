"""A block to the pieces of it that cues cut and those they leave."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from newsclean.document import Block, Cut, Document
from newsclean.parsers.divide import divide
from newsclean.rules import Match, Matcher
from newsclean.rules.look import Look
from newsclean.sentences import split_sentences

Found = list[Match]

_APART = 60  # characters of sentences from which they may be an article's, though a cue holds for their paragraph
_SAYS = 50  # characters of a sentence up to which a pattern that takes it with one before knows what it says
# Kinds of one or two sentences, which scrapers glue to paragraphs; pleas, boxes and captions go on in ones that tell
# nothing of what they are.
_PITCHES = frozenset({"newsletter", "subscription", "contact", "follow", "app", "share", "comments", "related"})


class Piece(NamedTuple):
    """A block or a part of one, the matches that may cut it, and whether a cue that is switched off knows it."""

    block: Block
    found: Found
    spared: bool = False


def sentence_pieces(document: Document, block: Block, look: Look, matcher: Matcher) -> list[Piece]:
    """Sentences of a paragraph with their matches, if a cue that cuts by itself holds for one; else nothing."""
    spans = split_sentences(block.text)
    if len(spans) < 2:
        return []
    found = look.sentences(spans, matcher)
    if not any(match.cue.role == "block" for matches in found for match in matches):
        return []
    pieces = divide(document, block, [start for start, _ in spans[1:]])
    own: dict[int, Found] = {start: [] for start in pieces}
    piece_start = 0
    for (start, _), matches in zip(spans, found, strict=True):
        piece_start = start if start in pieces else piece_start
        own[piece_start].extend(matches)
    return [Piece(piece, own[start]) for start, piece in pieces.items()]


def pieces_apart(document: Document, block: Block, whole: Found, alone: Callable[[int, int], Found]) -> list[Piece]:
    """The sentences that a pitch takes, and the others apart if they are most of its paragraph; else nothing.

    `whole` are the matches that cut all of the block, `alone` gives what holds for a part of it.
    """
    match = whole[0]
    spans = split_sentences(block.text) if match.cue.kind in _PITCHES and len(block.text) > _APART else []
    if len(spans) < 2:
        return []
    found = [alone(start, end) for start, end in spans]
    taken = [min(end, match.end) - max(start, match.start) > (end - start) / 2 for start, end in spans]
    if not any(one.cue.role == "block" for matches in found for one in matches):
        # What no sentence says alone is said by one that goes on to tell who says it, if the cue asks for no other.
        return [Piece(block, [])] if len(whole) == sum(taken) == 1 and not match.cue.also else []
    led = True
    for number, (start, end) in enumerate(spans):
        if found[number]:
            led = False
        elif number + 1 < len(spans) and block.text[start:end].endswith("?"):  # "Want more? Sign up."
            found[number] = found[number + 1]
        elif taken[number] and (led or end - start <= _SAYS or block.text[start].isdigit()):  # "in print on Nov. 12"
            found[number] = [match]
    sizes = [end - start for start, end in spans]
    others = sum(size for size, matches in zip(sizes, found, strict=True) if not matches)
    if others < _APART or others * 2 <= sum(sizes):
        return []
    turns = [spans[number][0] for number, (one, other) in enumerate(pairwise(found), 1) if bool(one) != bool(other)]
    pieces = divide(document, block, turns)
    own = {start: matches for (start, _), matches in zip(spans, found, strict=True)}
    return [Piece(piece, own[start]) for start, piece in pieces.items()] if len(pieces) > len(turns) else []


def inline_pieces(document: Document, block: Block, matches: Found) -> list[Piece]:
    """The block in pieces, those that an inline cue takes marked; the block alone if it can't be cut there."""
    spans: list[tuple[int, int, Match]] = []
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        if not spans or match.start >= spans[-1][1]:
            spans.append((match.start, match.end, match))
    taken: dict[int, Match] = {}
    starts: set[int] = set()
    for start, end, match in spans:
        begin, after = _skip_blanks(block.text, start), _skip_blanks(block.text, end)
        taken[begin] = match
        starts |= {begin, after}
    pieces = divide(document, block, sorted(starts - {0, len(block.text)}))
    if len(pieces) < len(starts | {0}) - (len(block.text) in starts):
        return [Piece(block, [])]
    found: list[Piece] = []
    for start, piece in pieces.items():
        own = taken.get(start)
        if own:
            piece.cut = Cut(own.cue.kind, own.cue.id, own.cue.score)
        found.append(Piece(piece, [own] if own else []))
    return found


def _skip_blanks(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip())
