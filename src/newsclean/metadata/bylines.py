"""The lines around headline and body to those who signed: persons, agencies, credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.document import Block
from newsclean.metadata.agencies import agencies_in, agency_of
from newsclean.metadata.byline_words import (
    AGO,
    AUTHOR_PATH,
    BY,
    CLOCK,
    CREDIT,
    CREDITS,
    FIRST_WORD,
    JOINT,
    KOREAN,
    LEAD_WORDS,
    NEEDS_COLON,
    PICTURE,
)
from newsclean.metadata.layout import DENSE, Layout, prose_weight
from newsclean.metadata.names import FUNCTIONS, as_name
from newsclean.metadata.signatures import Signature, read_signature

LONGEST_LINE = 220
_PROSE_BELOW = 3  # paragraphs of the body after which no byline of the head follows
_HANGUL = re.compile("[\uac00-\ud7af]")
_NOTE_MARK = re.compile(r"(?<=[^\W\d_]{2})\d{1,2}(?!\w)")  # "Ada Novak1," in journals
_DIGIT = re.compile(r"\d")


def find_signatures(layout: Layout, headline: int | None) -> list[Signature]:
    """Bylines from a little above the headline to a little into the body, surest first."""
    found = list(_head(layout, headline)) or list(_anywhere(layout)) or list(_lone(layout, headline))
    return sorted(found, key=lambda one: -one.score)


def _lone(layout: Layout, headline: int | None) -> Iterator[Signature]:
    """The only line between headline and body that is nothing but a name, though nothing beside it says so."""
    if headline is None:
        return
    found = [
        one
        for number in range(headline + 1, min(len(layout.blocks), max(layout.start, headline) + 2))
        if (one := _bare_names(layout, number)) and not _is_doubtful(layout, number, one)
        if not layout.blocks[number].text.isupper() and not layout.blocks[number].text.endswith(":")
        if not DENSE.search(layout.blocks[number].text)
    ]
    if len({one.persons for one in found}) == 1 and found[0].persons:
        yield found[0]._replace(score=0.52)


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
        block = layout.blocks[number]
        prose += number >= layout.start and prose_weight(block) > 0
        if prose > _PROSE_BELOW:
            return
        if number == headline or len(block.text) > LONGEST_LINE:
            continue
        signature = _led(layout, number) or _linked(block) or _dated(layout, number) or _bare(layout, number, headline)
        if signature:
            away = max(0, number - max(near, layout.start), min(near, layout.start) - number)
            yield signature._replace(score=signature.score - 0.02 * away)


def _anywhere(layout: Layout) -> Iterator[Signature]:
    """Bylines that a "by" leads, before the end of the body, if all name the same."""
    found = [
        one
        for number in range(layout.end)
        if len(layout.blocks[number].text) <= LONGEST_LINE and (one := _led(layout, number))
    ]
    if len({(one.persons, one.agencies) for one in found}) == 1:
        yield found[0]._replace(score=0.6)


def _led(layout: Layout, number: int) -> Signature | None:
    """Names after "by", in the same line or in the lines after one that is only "by"."""
    block = layout.blocks[number]
    first = FIRST_WORD.match(block.text)
    if not first or first[1].lower() not in LEAD_WORDS or block.kind == "heading":
        return None
    match = BY.match(block.text)
    if not match:
        return None
    word = match[0].strip(" :*\n-–").lower()
    if word in NEEDS_COLON and not match["colon"].strip():
        return None
    if match.end() == len(block.text):
        return _listed(layout, number)
    rest = block.text[match.end() :]
    signature = read_signature(block, rest, 0.9, "byline")
    if not signature and word == "by" and rest.isalpha() and rest.istitle() and len(rest) > 2:
        return Signature((rest,), (), (block,), 0.8, "byline")  # a single name, or an agency that nobody knows
    return signature


def _listed(layout: Layout, number: int) -> Signature | None:
    """Names line by line, as they come after a lone "by"."""
    persons: list[str] = []
    agencies: list[str] = []
    blocks = [layout.blocks[number]]
    for after in layout.blocks[number + 1 : number + 12]:
        text = _NOTE_MARK.sub("", after.text)
        one = read_signature(after, text, 0.88, "byline:next-line") if len(text) <= LONGEST_LINE else None
        if one:
            persons += one.persons
            agencies += one.agencies
        elif not JOINT.fullmatch(after.text):
            break
        blocks.append(after)
    if not persons and not agencies:
        return None
    return Signature(tuple(persons), tuple(agencies), tuple(blocks), 0.88, "byline:next-line")


def _linked(block: Block) -> Signature | None:
    """Names that lead to an author's page."""
    names = [
        name
        for link in block.links
        if not link.image
        and AUTHOR_PATH.search(link.url)
        and (name := as_name(BY.sub("", link.text)) or agency_of(link.text))
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


def _dated(layout: Layout, number: int) -> Signature | None:
    """Names in the same line as the date: "A B · Site · Posted: 8 August 2024"."""
    text = layout.blocks[number].text
    if len(text) > 160 or not _DIGIT.search(text) or not (layout.dates(number) or AGO.search(text)):
        return None
    return read_signature(layout.blocks[number], text, 0.75, "byline-with-date")


def _bare(layout: Layout, number: int, headline: int | None) -> Signature | None:
    """A line that is nothing but names, below the headline and beside a time, a function or the person's portrait."""
    block = layout.blocks[number]
    korean = KOREAN.findall(block.text) if len(block.text) < 60 and not block.text.isascii() else None
    if korean:
        return Signature(tuple(korean), (), (block,), 0.8, "reporter")
    if headline is None or number < headline:
        return None
    signature = _bare_names(layout, number)
    if signature is None or _is_doubtful(layout, number, signature):
        return None
    if _is_backed(layout, number, headline, signature):
        return signature
    return signature._replace(score=0.55) if len(signature.persons) > 1 and number <= layout.start else None


def _bare_names(layout: Layout, number: int) -> Signature | None:
    block = layout.blocks[number]
    blanks = block.text.count(" ")
    if len(block.text) > 80 or block.kind in {"heading", "row", "code"} or block.text.endswith((".", "!", "?", ":")):
        return None
    if block.text[:3].lower() == "by " or _DIGIT.search(block.text) or not (1 <= blanks <= 12 or agency_of(block.text)):
        return None
    return read_signature(block, block.text, 0.7, "names-alone")


def _is_doubtful(layout: Layout, number: int, signature: Signature) -> bool:
    """Whether bare names rather are a picture's credit, somebody whom the article is about, or no names."""
    text = layout.blocks[number].text
    if PICTURE.search(text) or (signature.agencies and not signature.persons and not agencies_in(text)):
        return True
    if any(re.search(rf"\b{re.escape(name.split()[-1].lower())}\b", layout.body) for name in signature.persons):
        return True
    if any(DENSE.search(name) and (" " not in name or _HANGUL.search(name)) for name in signature.persons):
        return True
    if any(len(name) < 3 for name in signature.agencies):  # "PA" may be anybody's initials
        return True
    after = layout.blocks[number + 1] if number + 1 < len(layout.blocks) else None
    return after is not None and bool(
        CREDIT.match(after.text) or (after.cut and after.cut.kind in {"credit", "caption"})
    )


def _is_backed(layout: Layout, number: int, headline: int, signature: Signature) -> bool:
    """Whether something beside a name says that it signs: a time, a function, a portrait at the end."""
    cut = layout.blocks[number].cut
    beside = [one for one in (number + 1, number + 2, number - 1) if headline < one < len(layout.blocks)]
    if (cut and cut.kind == "byline") or any(_is_stamp(layout, one) for one in beside):
        return True
    words = {
        word.strip(",.").lower()
        for one in (number, *beside[:1])
        if len(layout.blocks[one].text) < 80
        for word in layout.blocks[one].text.split()
    }
    if words & FUNCTIONS:
        return True
    name = signature.persons[0] if signature.persons else ""
    return bool(name) and any(block.text.startswith(name) for block in layout.blocks[layout.end :])


def _is_stamp(layout: Layout, number: int) -> bool:
    block = layout.blocks[number]
    if len(block.text) > 120 or not _DIGIT.search(block.text):
        return False
    if (block.cut and block.cut.kind == "timestamp") or AGO.search(block.text):
        return True
    return bool(len(block.text) <= 60 and CLOCK.search(block.text)) or bool(layout.dates(number))
