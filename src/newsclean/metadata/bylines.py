"""The lines around headline and body to those who signed: persons, agencies, credits."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.document import Block
from newsclean.expressions import expression
from newsclean.metadata.agencies import agency_of
from newsclean.metadata.bios import bios
from newsclean.metadata.byline_words import (
    AUTHOR_PATH,
    BY,
    CLOCK,
    CREDITS,
    FIRST_WORD,
    ICON,
    JOINT,
    LEAD_WORDS,
    MINUTES,
    NEEDS_COLON,
    PICTURE_FILE,
    PREPOSITIONS,
    SINGLES,
    is_ago,
)
from newsclean.metadata.layout import BYLINE, DENSE, Layout, chance
from newsclean.metadata.letters import without_writers
from newsclean.metadata.lone_names import LIKELY, bare, last, lone, stamped
from newsclean.metadata.names import as_name
from newsclean.metadata.reporters import reporters
from newsclean.metadata.signatures import Signature, before_date, read_signature

LONGEST_LINE = 220
_UNDATED = 0.3  # the labeler's chance from which names before figures that are no date are a byline: a score is none
_STAMPED = 160  # characters of a line that holds names and a date
_TEASERS = 8  # blocks that a heading over other articles reaches
_LIST = 16  # lines that names one by one and what stands between them take
_LEAD = 16  # characters of a lone "by"
_PLAIN = 40  # characters of names that a preposition leads
_PROSE_BELOW = 3  # paragraphs of the body after which no byline of the head follows
_NOTE_MARK = expression(r"(?<=[^\W\d_]{2})\d{1,2}(?!\w)")  # "Ada Novak1," in journals
_DIGIT = expression(r"\d")


def find_signatures(layout: Layout, headline: int | None) -> list[Signature]:
    """Bylines from a little above the headline to a little into the body, surest first."""
    found = list(reporters(layout)) or list(_head(layout, headline))
    found = found or list(_anywhere(layout)) or list(stamped(layout))
    found = found or list(lone(layout, headline)) or list(last(layout)) or list(bios(layout))
    return sorted(without_writers(layout, headline, found), key=lambda one: -one.score)


def find_credits(layout: Layout) -> Iterator[tuple[str, Block]]:
    """What stands in brackets at the end of the text: "Reporting by A; Editing by B"."""
    for block in layout.blocks[max(0, layout.end - 4) : layout.end + 6]:
        match = CREDITS.search(block.text[-320:]) if "by " in block.text or "By " in block.text else None
        if match:
            yield " ".join(match["inner"].split()), block


def _head(layout: Layout, headline: int | None) -> Iterator[Signature]:
    near = layout.start if headline is None else headline
    first = max(0, min(near, layout.start) - (12 if headline is None else 4))
    last = min(len(layout.blocks), max(near, layout.start) + 16)
    prose = 0
    for number in range(first, last):
        prose += number >= layout.start and layout.prose[number] > 0
        if prose > _PROSE_BELOW:
            return
        if number == headline or not _may_sign(layout, number):
            continue
        block = layout.blocks[number]
        signature = _led(layout, number) or _linked(block) or _dated(layout, number) or bare(layout, number, headline)
        if signature and not _is_teaser(layout, number):
            away = max(0, number - max(near, layout.start), min(near, layout.start) - number)
            yield signature._replace(score=signature.score - 0.02 * away)


def _may_sign(layout: Layout, number: int) -> bool:
    """Whether a line, or what follows a lone "by", may be a byline at all."""
    size = len(layout.blocks[number].text)
    if number in layout.signable or number in layout.may_date:
        return size <= LONGEST_LINE
    return size < _LEAD and min(number + 1, len(layout.blocks) - 1) in layout.signable


def _is_teaser(layout: Layout, number: int) -> bool:
    """Whether a line within the text stands under the heading of other articles, with no text of this one between."""
    if number < layout.start:
        return False
    for before in range(number - 1, max(0, number - _TEASERS) - 1, -1):
        block = layout.blocks[before]
        if layout.prose[before]:
            return False
        if block.cut and block.cut.kind == "related" and not block.cut.by_model:
            return True
    return False


def _anywhere(layout: Layout) -> Iterator[Signature]:
    """Bylines that a "by" leads, before the end of the body, if all, or all likely ones, name the same."""
    found = [
        one
        for number in sorted(layout.signable)
        if number < layout.end and len(layout.blocks[number].text) <= LONGEST_LINE
        if (one := _led(layout, number)) and not _is_teaser(layout, number)
    ]
    likely = [one for one in found if chance(one.blocks[-1], BYLINE) >= LIKELY]
    for group, score in ((found, 0.6), (likely, 0.55)):
        if len({(one.persons, one.agencies) for one in group}) == 1:
            yield group[0]._replace(score=score)
            return


def is_led(layout: Layout, number: int) -> bool:
    """Whether a block is a byline that a "by" leads."""
    return _led(layout, number) is not None


def _led(layout: Layout, number: int) -> Signature | None:
    """Names after "by", in the same line or in the lines after one that is only "by"."""
    block = layout.blocks[number]
    text = PICTURE_FILE.sub("", block.text) if ".jp" in block.text else block.text
    first = FIRST_WORD.match(text)
    if not first or first[1].lower() not in LEAD_WORDS or block.kind == "heading":
        return None
    match = BY.match(text)
    if not match:
        return None
    word = match[0].strip(" :*\n-–").lower()
    rest = text[match.end() :]
    if word in NEEDS_COLON and not match["colon"].strip() and not (word in PREPOSITIONS and len(rest) < _PLAIN):
        return None
    if not rest:
        return _listed(layout, number)
    signature = read_signature(block, rest, 0.9, "byline")
    return signature or _single(layout, number, word, rest)


def _single(layout: Layout, number: int, word: str, rest: str) -> Signature | None:
    """A single name after "by", or an agency that nobody knows; in other languages only beside a date."""
    name = before_date(rest).strip()
    if not (name.isalpha() and name.istitle() and len(name) > 2):
        return None
    dated = layout.dates(number) or (number + 1 < len(layout.blocks) and layout.dates(number + 1))
    if word == "by" or (word in SINGLES and dated):
        return Signature((name,), (), (layout.blocks[number],), 0.8, "byline")
    return None


def _listed(layout: Layout, number: int) -> Signature | None:
    """Names line by line, as they come after a lone "by"."""
    persons: list[str] = []
    agencies: list[str] = []
    blocks = [layout.blocks[number]]
    for after in layout.blocks[number + 1 : number + _LIST]:
        text = _NOTE_MARK.sub("", after.text)
        one = read_signature(after, text, 0.88, "byline:next-line") if len(text) <= LONGEST_LINE else None
        if one:
            persons += one.persons
            agencies += one.agencies
        elif any(map(str.isalpha, text)) and not JOINT.fullmatch(text):
            break
        blocks.append(after)
    if not persons and not agencies:
        return _single_below(layout, number)
    return Signature(tuple(persons), tuple(agencies), tuple(blocks), 0.88, "byline:next-line")


def _single_below(layout: Layout, number: int) -> Signature | None:
    """A single name in the line after a lone "by", before the date."""
    if number + 2 >= len(layout.blocks) or not layout.dates(number + 2):
        return None
    name = layout.blocks[number + 1].text
    if not (name.isalpha() and name.istitle() and len(name) > 2):
        return None
    return Signature((name,), (), tuple(layout.blocks[number : number + 2]), 0.78, "byline:next-line")


def _linked(block: Block) -> Signature | None:
    """Names that lead to an author's page."""
    if not block.links:
        return None
    names = [
        name
        for link in block.links
        if not link.image and AUTHOR_PATH.search(link.url) and (name := _linked_name(BY.sub("", link.text)))
    ]
    if not names:
        return None
    persons = [name for name in names if not agency_of(name)]
    whole = (
        read_signature(block, BY.sub("", block.text), 0.85, "author-link") if len(block.text) < LONGEST_LINE else None
    )
    if whole and len(whole.persons) > len(persons) and set(persons) <= set(whole.persons):
        return whole
    agencies = tuple(name for name in names if len(name) > 2 and agency_of(name))  # two letters may be initials
    if not persons and not agencies:
        return None
    return Signature(tuple(dict.fromkeys(persons)), agencies, (block,), 0.85, "author-link")


def _linked_name(text: str) -> str:
    """The person or agency that a link's text names, alone or before a comma and a function."""
    text = ICON.sub("", text).strip(" ,;")
    return as_name(text) or (text if agency_of(text) else "") or as_name(text.split(",")[0])


def _dated(layout: Layout, number: int) -> Signature | None:
    """Names in the same line as the date: "A B · Site · Posted: 8 August 2024"."""
    text = layout.blocks[number].text
    digit = _DIGIT.search(text) if len(text) <= _STAMPED else None
    if not digit:
        return None
    if DENSE.search(text[: digit.start()]):  # a paper's name or a topic looks like a person's there
        return None
    if layout.dates(number) or is_ago(text):
        return read_signature(layout.blocks[number], text, 0.75, "byline-with-date")
    # A day without a year, or a reading time, behind the names.
    signature = read_signature(layout.blocks[number], text[: digit.start()], 0.7, "byline-with-date")
    several = signature is not None and len(signature.persons) > 1 and CLOCK.search(text)
    return (
        signature
        if several or MINUTES.match(text, digit.start()) or chance(layout.blocks[number], BYLINE) >= _UNDATED
        else None
    )
