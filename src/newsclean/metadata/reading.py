"""A document's blocks and early evidence to all its metadata, each value noted with method, span and confidence."""

from __future__ import annotations

from newsclean.document import Block, Cut, Document, Evidence
from newsclean.metadata.agencies import agency_of
from newsclean.metadata.breadcrumbs import note_section
from newsclean.metadata.bylines import find_credits, find_signatures
from newsclean.metadata.crawl import since_crawl, too_late
from newsclean.metadata.givens import settle_givens
from newsclean.metadata.language import note_language
from newsclean.metadata.layout import Layout, lay_out
from newsclean.metadata.openings import opening
from newsclean.metadata.origins import note_agencies, note_origin
from newsclean.metadata.publication import Sighting, find_publication
from newsclean.metadata.signatures import Signature
from newsclean.metadata.sites import region_of
from newsclean.metadata.titles import Headline, find_headline, is_printed

STAGE = "metadata"
SURE = 0.5  # confidence from which a line is believed and leaves the text
_BARE = 3  # blocks before the body up to which a text may have lost its headline with the page around it
_SURE_LINE = 0.6  # confidence from which names alone leave the text
_PRINTED = 0.88  # confidence in a page's headline that its head bears out, over what it gives to social media
_SURE_TITLE = 0.45  # confidence in a headline, which other lines and there being none have shared
_SURE_ALONE = 0.7  # confidence in a headline there
_FAR = 60  # blocks above the body from which a headline is the page's title, printed with its menus: no date is near it
_BESIDE = 40  # characters, no blanks, between bare names in neighbouring lines
_SHORT = 160  # characters of a line that names or dates an article and says nothing else


def read_metadata(document: Document, crawled_at: str = "") -> None:
    """Note what the document says of itself, and cut the lines that only say that."""
    language = note_language(document)
    layout = lay_out(document, language)
    note_origin(document, layout)
    crawled_at = settle_givens(document, language, crawled_at)
    layout.region = region_of(document.value("site"))
    headline = find_headline(document, layout)
    number = _note_headline(document, layout, headline)
    note_section(document, layout, number)
    sightings = find_publication(layout, number)
    if number is not None and layout.start - number > _FAR and all(one.score < SURE for one in sightings):
        sightings = find_publication(layout, None)
    _note_dates(document, layout, sightings, crawled_at)
    if crawled_at and not document.best("date"):
        since_crawl(document, layout, number, crawled_at)
    _note_signatures(document, find_signatures(layout, number))
    note_agencies(document, layout)
    _note_lone_agency(document)
    for text, block in find_credits(layout):
        document.note(Evidence("credits", text, "credit-line", 0.85, block.start, block.end))
    _note_precision(document)


def _note_headline(document: Document, layout: Layout, headline: Headline | None) -> int | None:
    """Note and cut the headline; its number among the blocks if it is sure enough to orient by."""
    wanted = _SURE_TITLE if layout.start > _BARE else _SURE_ALONE
    sure = headline is not None and headline.score >= wanted
    if not sure:
        headline = None if document.best("title") else opening(layout)
    if headline is None:
        return None
    block = headline.block
    method = ("heading" if block.kind == "heading" else "headline") if sure else "first-line"
    score = headline.score if document.format != "html" else 0.75 * headline.score
    if is_printed(document, headline):
        score = _PRINTED
    document.note(Evidence("title", headline.text, method, min(score, 0.97), block.start, block.end))
    for one in (block, *headline.repeats):
        _cut(one, "title", headline.score)
    return headline.number


def _note_dates(document: Document, layout: Layout, sightings: list[Sighting], crawled_at: str) -> None:
    """Note the dates that are believable and cut their lines."""
    body = layout.blocks[layout.start] if layout.end else None
    for sighting in sightings:
        literal = sighting.dated.found
        if sighting.score < SURE or too_late(literal.value, crawled_at):
            continue
        block = sighting.block
        key = "date_modified" if sighting.dated.role == "updated" else "date"
        method = f"line:{sighting.dated.role}" if sighting.dated.labelled and sighting.dated.role else "line"
        score = sighting.score if literal.precision in {"day", "minute"} else sighting.score - 0.2
        document.note(Evidence(key, literal.value, method, round(score, 2), block.start, block.end))
        for reading in literal.other.split():
            document.note(Evidence(f"{key}_or", reading, method, 0.3, block.start, block.end))
        if block is not body and len(block.text) <= _SHORT:
            _cut(block, "date", score)


def _note_signatures(document: Document, signatures: list[Signature]) -> None:
    """Note who signed: the surest line and those of its kind right beside it; others are conflicts on record."""
    believed = [one for one in signatures if one.score >= SURE]
    if not believed:
        return
    best = believed[0]
    joint = sorted((one for one in believed if one is best or _belongs(document, one, best)), key=_start)
    for one in joint:
        _cut_lines(one)
    names = list(dict.fromkeys(person for one in joint for person in one.persons)) or list(best.agencies)
    start, end = best.blocks[0].start, best.blocks[-1].end
    document.note(Evidence("authors", "; ".join(names), best.method, round(best.score, 2), start, end))
    agencies = list(dict.fromkeys(agency_of(one) for one in best.agencies))
    document.note(Evidence("agency", "; ".join(filter(None, agencies)), best.method, round(best.score, 2), start, end))
    for one in believed[1:]:
        others = "; ".join(one.persons or one.agencies)
        if not set(one.persons or one.agencies) <= set(names):
            span = one.blocks[0].start, one.blocks[-1].end
            document.note(Evidence("authors", others, one.method, min(round(one.score, 2), best.score - 0.01), *span))


def _belongs(document: Document, one: Signature, best: Signature) -> bool:
    """Whether a line signs beside the surest one: found in the same way, with little between them."""
    if one.method != best.method or not best.persons:
        return False
    first, second = sorted((one, best), key=_start)
    between = len("".join(document.source[first.blocks[-1].end : second.blocks[0].start].split()))
    return between < (_BESIDE if one.method == "names-alone" else _SHORT * 2)


def _start(signature: Signature) -> int:
    return signature.blocks[0].start


def _note_lone_agency(document: Document) -> None:
    """An agency that signs the end of a text that nobody else has signed is its author."""
    sign = next((one for one in document.evidence if one.key == "agency" and one.method == "agency-line"), None)
    if sign and not document.best("authors"):
        document.note(sign._replace(key="authors", score=0.5))


def _cut_lines(signature: Signature) -> None:
    """Cut a byline's lines; one that hardly anything but its names speaks for stays text if the labeler keeps it."""
    if signature.method == "bio":
        return
    for block in signature.blocks:
        if len(block.text) <= _SHORT and (signature.score >= _SURE_LINE or block.cut):
            _cut(block, "byline", signature.score)


def _cut(block: Block, kind: str, score: float) -> None:
    """Cut a block that is in the metadata now; one that the model has cut gets its right name."""
    if block.cut is None or block.cut.by_model:
        block.cut = Cut(kind, f"metadata.{kind}", round(score, 2), STAGE)


def _note_precision(document: Document) -> None:
    """How precise the winning date is."""
    best = document.best("date")
    if best:
        precision = "minute" if "T" in best.value else {4: "year", 7: "month"}.get(len(best.value), "day")
        document.evidence = [one for one in document.evidence if one.key != "date_precision"]
        document.note(best._replace(key="date_precision", value=precision))
