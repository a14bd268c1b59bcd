"""The lines around headline and body to those who signed: persons, agencies, credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsclean.document import Block
from newsclean.metadata.agencies import agencies_in, agency_of
from newsclean.metadata.dates import find_dates
from newsclean.metadata.layout import DENSE, Layout, prose_weight
from newsclean.metadata.names import FUNCTIONS, as_name, names_in

LONGEST_LINE = 220
_PROSE_BELOW = 3
# "By", alone or before names, in the languages of the packs.
_BY = re.compile(
    r"^\W{0,4}(?:(?:kommentar|kolumne|ein kommentar|eine kolumne|ein gastbeitrag|interview|analyse) von|(?:(?:written|reported|posted|published|story|words|report|text|review|interview|analysis|opinion|edited and written) )?by|"
    r"(?:(?:kolumne|kommentar|text|interview|reportage|analyse|gastbeitrag|bericht|essay|geschrieben|aus \w+|ein \w+) )?von|"
    r"(?:(?:texte|écrit|propos recueillis|article) )?par|(?:(?:texto|escrito) )?por|(?:(?:testo|articolo|scritto) )?di(?= [A-Z])|"
    r"(?:text )?av|(?:tekst )?af|(?:geschreven )?door|od|pisze|napsal|napisał[a]?|oleh|автор(?:ы|и)?|текст|yazan|haber|bởi|του|της|"
    r"auth?ors?(?: of the article)?|auteurs?|autore?[asi]?|autorin|autoři|autor(?:ka)?|tekijä|szerző|penulis|reporter|"
    r"作者|文|記者|记者|بقلم|كتب|مراسل|نوشته|مأת|מאת|लेखक|द्वारा)(?P<colon>\s?[:：/-]\s?|\s+|$)",
    re.IGNORECASE,
)
_NEEDS_COLON = frozenset("haber reporter text tekst текст haber 文 od του της autor author".split())
_AUTHOR_PATH = re.compile(
    r"/(?:[\w-]*auth?ors?|auteurs?|autor(?:e[sn]?|i|in|innen)?|redaktion|redakteure?|redactie|journalist(?:e[ns]?|as?)?|people|person|profiles?|by|"
    r"staff|contributors?|reporters?|writers?|columnists?|correspondents?|firmas?|penulis|bio|byline|skribent|team|experts?|persona|"
    r"journalisten|signatures?|creator|avtor|byliner)s?(?:[/=?.-]|$)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s[|·•/–—]\s|[|·•]|\s-\s|\n|\t")
_AGO = re.compile(r"\b\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago\b|\bvor \d+ \w+", re.IGNORECASE)
_CREDITS = re.compile(
    r"\((?P<inner>(?:(?:additional |original )?(?:reporting|writing|editing|edited|reported|written|compiled|translat\w+|production|photograph\w+))\b[^()]{3,300})\)?\s*$",
    re.IGNORECASE,
)
_KOREAN = re.compile("([\uac00-\ud7af]{2,4})\\s?기자(?![\uac00-\ud7af])")
_JAPANESE = re.compile("【([\u3400-\u9fff々]{1,4}[\\s\u3000]?[\u3400-\u9fff\u3040-\u30ff々]{1,4})】$")


_JOINT = re.compile(
    r"\W*(?:and|und|et|y|e|и|і|та|och|og|en|i|a|ve|dan|with|mit|show authors|[&,;|·…]+)?\W*", re.IGNORECASE
)
_LIST = re.compile(r"\s*(?:[/,;|+&]|\sand\s|\sund\s|\set\s|\smit\s|\bwith\b|\sy\s|\se\s|\si\s|\sи\s)\s*")
_PICTURE = re.compile(r"\s?/\s?(?:ap|afp|dpa|reuters|efe|getty|epa|ansa|imago|apa|pa|tt|ntb|scanpix)\b", re.IGNORECASE)
_CREDIT = re.compile(r"^\W{0,3}(?:foto|photo|bild|image|fot\.|credit|©|\(c\)|crédito|crédit)", re.IGNORECASE)
_CLOCK = re.compile(r"^(?=.{0,60}$).*(?<!\d)(?:[01]?\d|2[0-3])[:.][0-5]\d(?!\d)")


class Signature(NamedTuple):
    """Who signed, as blocks say: persons and agencies as printed, how sure that is, and by which method it was found."""

    persons: tuple[str, ...]
    agencies: tuple[str, ...]
    blocks: tuple[Block, ...]
    score: float
    method: str


def find_signatures(layout: Layout, headline: int | None) -> list[Signature]:
    """Bylines from a little above the headline to a little into the body, surest first."""
    found = list(_head(layout, headline)) or list(_anywhere(layout))
    return sorted(found, key=lambda one: -one.score)


def find_credits(layout: Layout) -> Iterator[tuple[str, Block]]:
    """ "Reporting by A; Editing by B", in brackets at the end of the text."""
    for block in layout.blocks[max(0, layout.end - 4) : layout.end + 6]:
        match = _CREDITS.search(block.text[-320:]) if "by " in block.text or "By " in block.text else None
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
        signature = _led(layout, number) or _linked(block) or _dated(layout, number) or _plain(layout, number, headline)
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
    """ "By A and B", or names right after a line that is only "By"."""
    block = layout.blocks[number]
    match = _BY.match(block.text)
    if not match or block.kind == "heading":
        return None
    word = match[0].strip(" :*\n-–").lower()
    if word in _NEEDS_COLON and not match["colon"].strip():
        return None
    if match.end() < len(block.text):
        return _signed(block, block.text[match.end() :], 0.9, "byline")
    persons: list[str] = []
    agencies: list[str] = []
    blocks = [block]
    for after in layout.blocks[number + 1 : number + 12]:
        one = _signed(after, after.text, 0.88, "byline:next-line") if len(after.text) <= LONGEST_LINE else None
        if one:
            persons += one.persons
            agencies += one.agencies
        elif not _JOINT.fullmatch(after.text):
            break
        blocks.append(after)
    return (
        Signature(tuple(persons), tuple(agencies), tuple(blocks), 0.88, "byline:next-line")
        if persons or agencies
        else None
    )


def _signed(block: Block, text: str, score: float, method: str) -> Signature | None:
    """The persons and agencies of a line's part before its date and bars."""
    text = _before_date(text)
    parts = [part for part in _PARTS.split(text) if part.strip()]
    if not parts or (len(text) > 90 and text.rstrip().endswith((".", "!", "?"))):
        return None
    agencies = [one.strip() for one in _LIST.split(parts[0]) if agency_of(one)]
    agencies += [one.strip() for one in parts[1:] if agency_of(one)]
    persons = [one for one in names_in(parts[0], explicit=method.startswith("byline")) if not agency_of(one)]
    if not persons and not agencies:
        return None
    return Signature(tuple(persons), tuple(dict.fromkeys(agencies)), (block,), score, method)


def _before_date(text: str) -> str:
    """What stands before the first date, or "3 hours ago"; after it where the date leads."""
    dates = find_dates(text)
    if dates:
        ahead = text[: dates[0].start].rstrip()
        text = ahead if ahead.strip(" |·•-–—*") else text[dates[-1].end :].lstrip(" |·•-–—,")
    return _AGO.split(text)[0]


def _linked(block: Block) -> Signature | None:
    """Names that lead to an author's page."""
    names = [
        name
        for link in block.links
        if not link.image
        and _AUTHOR_PATH.search(link.url)
        and (name := as_name(_BY.sub("", link.text)) or agency_of(link.text))
    ]
    if not names:
        return None
    persons = [name for name in names if not agency_of(name)]
    whole = _signed(block, _BY.sub("", block.text), 0.85, "author-link") if len(block.text) < LONGEST_LINE else None
    if whole and len(whole.persons) > len(persons) and set(persons) <= set(whole.persons):
        return whole
    agencies = tuple(name for name in names if len(name) > 2 and agency_of(name))
    return (
        Signature(tuple(dict.fromkeys(persons)), agencies, (block,), 0.85, "author-link")
        if persons or agencies
        else None
    )


def _dated(layout: Layout, number: int) -> Signature | None:
    """Names in the same line as the date: "A B · Site · Posted: 8 August 2024"."""
    block = layout.blocks[number]
    text = block.text
    if len(text) > 160 or not (layout.dates(number) or _AGO.search(text)):
        return None
    return _signed(block, text, 0.75, "byline-with-date")


def _plain(layout: Layout, number: int, headline: int | None) -> Signature | None:
    """A line that is nothing but names, below the headline and beside a time, a function or the person's portrait."""
    block = layout.blocks[number]
    korean = _KOREAN.findall(block.text) if len(block.text) < 60 else None
    if korean:
        return Signature(tuple(korean), (), (block,), 0.8, "reporter")
    if headline is None or number < headline or len(block.text) > 80 or block.kind == "heading":
        return None
    signature = _signed(block, block.text, 0.7, "names-alone")
    if not signature or (signature.agencies and not agencies_in(block.text) and not signature.persons):
        return None
    if any(name.split()[-1].lower() in layout.body for name in signature.persons) or _PICTURE.search(block.text):
        return None
    if any(DENSE.search(name) and " " not in name for name in signature.persons):
        return None
    if any(len(name) < 3 for name in signature.agencies):
        return None
    after = layout.blocks[number + 1] if number + 1 < len(layout.blocks) else None
    if after and (_CREDIT.match(after.text) or (after.cut and after.cut.kind in {"credit", "caption"})):
        return None
    if _is_backed(layout, number, headline, signature):
        return signature
    return signature._replace(score=0.55) if len(signature.persons) > 1 and number <= layout.start else None


def _is_backed(layout: Layout, number: int, headline: int, signature: Signature) -> bool:
    """Whether something beside a name says that it signs: a time, a function, a portrait at the end."""
    beside = [layout.blocks[one] for one in (number + 1, number + 2, number - 1) if headline < one < len(layout.blocks)]
    if any(_is_stamp(block) for block in beside):
        return True
    words = {
        word.strip(",.").lower()
        for block in (layout.blocks[number], *beside[:1])
        if len(block.text) < 80
        for word in block.text.split()
    }
    if words & FUNCTIONS:
        return True
    name = signature.persons[0] if signature.persons else ""
    return bool(name) and any(block.text.startswith(name) for block in layout.blocks[layout.end :])


def _is_stamp(block: Block) -> bool:
    text = block.text
    if len(text) > 120 or not any(one.isdecimal() for one in text):
        return False
    return (
        bool(block.cut and block.cut.kind == "timestamp")
        or bool(_AGO.search(text))
        or bool(_CLOCK.search(text))
        or bool(read_line(text))
    )
