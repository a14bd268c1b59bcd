"""Lines that are nothing but names to those of them that sign, by what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.document import Block
from newsclean.expressions import expression
from newsclean.metadata.agencies import agencies_in, agency_of
from newsclean.metadata.byline_words import CLOCK, CREDIT, JOINT, KOREAN, LIST, PARTS, PICTURE, is_ago
from newsclean.metadata.date_lines import is_label
from newsclean.metadata.layout import BODY, BYLINE, DENSE, Layout, chance
from newsclean.metadata.names import FUNCTIONS, as_name
from newsclean.metadata.reporters import REPORTERS, is_reporters
from newsclean.metadata.signatures import Signature, read_signature

LIKELY = 0.1  # the labeler's chance from which a line that is nothing but names is a byline
_HANGUL = expression("[\uac00-\ud7af]")
_DIGIT = expression(r"\d")
_MOST_NAMES, _JOINT = 8, 5  # lines that names in a row and what joins them take; characters of a joint
_LONGEST, _MOST_WORDS = 80, 13  # characters and words of a line that is nothing but names
_NAMED = 2  # words of a name
_NO_NAMES = frozenset({"heading", "row", "code"})
_TEXT = 0.8  # the labeler's chance from which a line is part of the article whatever it looks like
_HEADLESS = 4  # blocks above the body of a text without a headline, among which a name may be its author's
_SIGNS = frozenset(":.|–—-")  # what parts an author from a headline
_BOX = 8  # blocks behind the text among which an author's portrait stands
_FUNCTION, _SHORT, _FIRST = 80, 16, 2  # characters of a short line, its words, and those that count in a longer one


def bare(layout: Layout, number: int, headline: int | None) -> Signature | None:
    """A line that is nothing but names, below the headline and beside a time, a function or the person's portrait."""
    block = layout.blocks[number]
    korean = KOREAN.findall(block.text) if is_reporters(block) else None
    if korean:
        return Signature(tuple(korean), (), (block,), 0.8, "reporter")
    if (headline is None and not _is_signed_headless(layout, number)) or number < (headline or 0):
        return None
    signature = _bare_names(layout, number)
    if signature is None or _is_doubtful(layout, number, signature) or _is_told(layout, number, headline, signature):
        return None
    likely = chance(block, BYLINE) >= LIKELY and not block.text.isupper() and not DENSE.search(block.text)
    if _is_certain(layout, number):
        return signature._replace(score=0.84)
    if likely or _is_backed(layout, number, headline or 0, signature):
        return signature
    return signature._replace(score=0.55) if len(signature.persons) > 1 and number <= layout.start else None


def _is_signed_headless(layout: Layout, number: int) -> bool:
    """Whether a name may sign a text that has lost its headline: right above the body, or before the time."""
    return (number == layout.start - 1 and number < _HEADLESS) or _is_certain(layout, number)


def stamped(layout: Layout) -> Iterator[Signature]:
    """Lines that are nothing but names with a time right behind, above the text's end, if all name the same."""
    found = [
        one
        for number in sorted(layout.signable)
        if number < layout.end and chance(layout.blocks[number], BYLINE) >= LIKELY
        if _is_certain(layout, number) and not DENSE.search(layout.blocks[number].text)
        if (one := _bare_names(layout, number) or _with_function(layout.blocks[number]))
        if not _is_doubtful(layout, number, one)
    ]
    if len({one.persons for one in found}) == 1 and found[0].persons:
        yield found[0]._replace(score=0.6)


def _with_function(block: Block) -> Signature | None:
    """The name at the beginning of a line that goes on, behind a comma, with who that is."""
    name = as_name(block.text.split(",")[0]) if "," in block.text and len(block.text) <= REPORTERS else ""
    return Signature((name,), (), (block,), 0.7, "names-alone") if name else None


def lone(layout: Layout, headline: int | None) -> Iterator[Signature]:
    """The only line between headline and body that is nothing but a name, though nothing beside it says so."""
    if headline is None:
        return
    found = [
        one
        for number in range(headline + 1, min(len(layout.blocks), max(layout.start, headline) + 2))
        if (one := _bare_names(layout, number)) and not _is_doubtful(layout, number, one)
        if not _is_told(layout, number, headline, one)
        if not layout.blocks[number].text.isupper() and not layout.blocks[number].text.endswith(":")
        if not DENSE.search(layout.blocks[number].text)
    ]
    if len({one.persons for one in found}) == 1 and found[0].persons:
        yield found[0]._replace(score=0.52)


def last(layout: Layout) -> Iterator[Signature]:
    """A name before its function, or the line right behind the body's last paragraph that is nothing but names."""
    if not 0 < layout.end < len(layout.blocks):
        return
    for number in range(layout.end, min(layout.end + _BOX, len(layout.blocks) - 1)):
        short = len(layout.blocks[number].text) <= _LONGEST
        one = _bare_names(layout, number) if short and _is_function(layout.blocks[number + 1].text) else None
        if one and one.persons and not _is_doubtful(layout, number, one):
            yield one._replace(score=0.55)
            return
    block = layout.blocks[layout.end]
    one = None if DENSE.search(block.text) else _bare_names(layout, layout.end)
    if not one or (block.cut and not block.cut.by_model):
        return
    if one.persons and not _is_doubtful(layout, layout.end, one) and not _is_listed(layout, layout.end):
        yield one._replace(score=0.5)


def _is_function(text: str) -> bool:
    """Whether a line begins with what a person does for the paper."""
    words = [word.strip(",.").lower() for word in text[:_FUNCTION].split()[:_FIRST]]
    return not FUNCTIONS.isdisjoint(words)


def _is_listed(layout: Layout, number: int) -> bool:
    """Whether a block is one of several entries of a list."""
    beside = layout.blocks[number - 1 : number] + layout.blocks[number + 1 : number + 2]
    return layout.blocks[number].kind == "item" and any(block.kind == "item" and not block.links for block in beside)


def _bare_names(layout: Layout, number: int) -> Signature | None:
    block, text = layout.blocks[number], layout.blocks[number].text
    if len(text) > _LONGEST or block.kind in _NO_NAMES or block.joined or text.endswith((".", "!", "?", ":")):
        return None
    if chance(block, BODY) > _TEXT or text[:3].lower() == "by " or _DIGIT.search(text):
        return None
    words = text.split()
    capitals = sum(not word[0].islower() for word in words)
    if len(words) > _MOST_WORDS or (capitals < _NAMED and not any(map(agency_of, (text, *LIST.split(text))))):
        return None
    if text.lower() == text and not DENSE.search(text):  # where no letter is a capital, any words look like names
        return None
    return read_signature(block, text, 0.7, "names-alone")


def _is_doubtful(layout: Layout, number: int, signature: Signature) -> bool:
    """Whether bare names rather are a picture's credit, somebody whom the article is about, or no names."""
    text = layout.blocks[number].text
    if PICTURE.search(text) or (signature.agencies and not signature.persons and not agencies_in(text)):
        return True
    # A line of several names may be among those that make up the body; links are those of topics.
    several = len(signature.persons) > 1 and not layout.blocks[number].links
    body = layout.body.replace(text.lower(), "") if several else layout.body
    if any(_is_spoken_of(name, body) for name in signature.persons) and not _is_certain(layout, number):
        return True
    if any(DENSE.search(name) and (" " not in name or _HANGUL.search(name)) for name in signature.persons):
        return True
    if not signature.persons and any(len(name) < 3 for name in signature.agencies):  # "PA" may be anybody's initials
        return True
    if number + 1 == len(layout.blocks):
        return False
    after = layout.blocks[number + 1]
    pictured = after.cut is not None and after.cut.kind in {"credit", "caption"}
    return CREDIT.match(after.text) is not None or (pictured and chance(layout.blocks[number], BYLINE) < LIKELY)


def _is_told(layout: Layout, number: int, headline: int | None, signature: Signature) -> bool:
    """Whether the headline names who seems to sign, other than at its beginning as in "Ada Novak: ..."."""
    title = "" if headline is None else layout.blocks[headline].text
    told = any(
        name in title and not (title.startswith(name) and title[len(name) :].lstrip()[:1] in _SIGNS)
        for name in signature.persons
    )
    return told and not _is_certain(layout, number)


def _is_spoken_of(name: str, body: str) -> bool:
    """Whether the text has the last word of a name, other than as a picture's credit behind a slash."""
    word = name.rsplit(maxsplit=1)[-1].lower()
    if word in body:
        body = body.replace(f"/ {name.lower()}", "")
    at = body.find(word)
    while at >= 0:
        around = body[max(0, at - 1) : at] + body[at + len(word) : at + len(word) + 1]
        if not any(one.isalnum() or one == "_" for one in around):
            return True
        at = body.find(word, at + 1)
    return False


def _is_certain(layout: Layout, number: int) -> bool:
    """Whether labeler and a time right behind a name agree that it signs, though the text may know the name too."""
    after = number + 1
    if chance(layout.blocks[number], BYLINE) < LIKELY:
        return False
    labelled = any(_is_published(part.strip()) for part in PARTS.split(layout.blocks[number].text)[1:])
    return labelled or (after < len(layout.blocks) and _is_stamp(layout, after))


def _is_backed(layout: Layout, number: int, headline: int, signature: Signature) -> bool:
    """Whether something beside a name says that it signs: a time, a function, a portrait right above or at the end."""
    cut = layout.blocks[number].cut
    after = _after_names(layout, number)
    beside = [one for one in (after, after + 1, number - 1) if headline < one < len(layout.blocks)]
    if (cut and cut.kind == "byline") or any(_is_stamp(layout, one) for one in beside):
        return True
    words = {
        word.strip(",.").lower()
        for one in (number, *beside[:1])
        for word in layout.blocks[one].text.split()[: _SHORT if len(layout.blocks[one].text) < _FUNCTION else _FIRST]
    }
    if words & FUNCTIONS:
        return True
    name = signature.persons[0] if signature.persons else ""
    others = (*layout.blocks[max(0, number - 1) : number], *layout.blocks[max(layout.end, number + 1) :])
    return bool(name) and any(block.text.startswith(name) for block in others)


def _after_names(layout: Layout, number: int) -> int:
    """The first block behind a name that is no further name and doesn't only join them."""
    for after in range(number + 1, min(number + _MOST_NAMES, len(layout.blocks))):
        text = layout.blocks[after].text
        if not (len(text) <= _JOINT and JOINT.fullmatch(text)) and not _bare_names(layout, after):
            return after
    return number + 1


def _is_published(text: str) -> bool:
    """Whether a text is a word such as "published" and no more."""
    return text.isalpha() and is_label(text) == "published"


def _is_stamp(layout: Layout, number: int) -> bool:
    block = layout.blocks[number]
    if _is_published(block.text):  # the time itself may be lost
        return True
    if len(block.text) > 120 or not _DIGIT.search(block.text):
        return False
    if (block.cut and block.cut.kind == "timestamp") or is_ago(block.text):
        return True
    return bool(len(block.text) <= 60 and CLOCK.search(block.text)) or bool(layout.dates(number))
