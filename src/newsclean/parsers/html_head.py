"""What a page's head says of the article, as evidence: title, meta, OpenGraph, canonical link, JSON-LD, times."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import orjson
from bs4 import BeautifulSoup
from bs4.element import Tag

from newsclean.document import Document, Evidence
from newsclean.expressions import expression

_MARK = expression("\ue0f0[0-9]+\ue0f1")

# name or property of a meta element -> (metadata key, confidence): OpenGraph's title is the headline more often than
# JSON-LD's, which serves search engines; measured on 147 pages of 100 publishers, see docs/metadata.md.
_META: dict[str, tuple[str, float]] = {
    "og:title": ("title", 0.86),
    "twitter:title": ("title", 0.7),
    "dc.title": ("title", 0.6),
    "og:site_name": ("publisher", 0.8),
    "application-name": ("publisher", 0.5),
    "dc.publisher": ("publisher", 0.7),
    "og:url": ("url", 0.8),
    "article:published_time": ("date", 0.9),
    "og:article:published_time": ("date", 0.9),
    "article:published": ("date", 0.9),
    "datepublished": ("date", 0.9),
    "parsely-pub-date": ("date", 0.85),
    "publishdate": ("date", 0.8),
    "publish-date": ("date", 0.8),
    "publication_date": ("date", 0.8),
    "pubdate": ("date", 0.8),
    "sailthru.date": ("date", 0.8),
    "cxenseparse:recs:publishtime": ("date", 0.8),
    "dc.date.issued": ("date", 0.8),
    "dcterms.issued": ("date", 0.8),
    "dcterms.created": ("date", 0.75),
    "dc.date": ("date", 0.7),
    "date": ("date", 0.65),
    "article:modified_time": ("date_modified", 0.9),
    "datemodified": ("date_modified", 0.9),
    "og:updated_time": ("date_modified", 0.6),
    "last-modified": ("date_modified", 0.6),
    "dcterms.modified": ("date_modified", 0.7),
    "author": ("authors", 0.7),
    "article:author": ("authors", 0.6),
    "parsely-author": ("authors", 0.7),
    "sailthru.author": ("authors", 0.7),
    "dc.creator": ("authors", 0.65),
    "byl": ("authors", 0.7),
    "article:section": ("section", 0.8),
    "parsely-section": ("section", 0.75),
    "og:locale": ("language", 0.5),
}
_ARTICLE = expression(r"Article$|BlogPosting|^Report", re.IGNORECASE)
_LENIENT, _WRAPPING = json.JSONDecoder(strict=False), expression(r"^[\s/*]*(?:<!\[CDATA\[[\s/*]*)?")
_URL = expression(r"https?://", re.IGNORECASE)


def note_head(document: Document, soup: BeautifulSoup) -> list[str]:
    """Note everything the head gives away; which of it is believed is decided later. Returns what it calls the text."""
    if soup.html and soup.html.get("lang"):
        document.note(Evidence("language", str(soup.html["lang"]), "html:lang", 0.5))
    if soup.title and soup.title.string:
        document.note(Evidence("title", _clean(soup.title.get_text()), "html:title", 0.5))
    authors: dict[str, list[str]] = {}
    for meta in soup.find_all("meta"):
        if isinstance(meta, Tag):
            _note_meta(document, meta, authors)
    for name, found in authors.items():
        document.note(Evidence("authors", "; ".join(dict.fromkeys(found)), f"html:meta:{name}", _META[name][1]))
    canonical = soup.find("link", rel="canonical")
    if isinstance(canonical, Tag) and canonical.get("href"):
        document.note(Evidence("url", str(canonical["href"]).strip(), "html:canonical", 0.9))
    texts: list[str] = []
    for script in soup.find_all("script", type="application/ld+json"):
        for item in _items(_MARK.sub("", script.get_text())):
            _note_item(document, item)
            texts.append(str(item.get("articleBody") or ""))
    _note_times(document, soup)
    return texts


def _clean(text: str) -> str:
    return " ".join(_MARK.sub("", text).split())


def _note_meta(document: Document, meta: Tag, authors: dict[str, list[str]]) -> None:
    """Note what a meta element says; authors are gathered by its name, for each may have an element of its own."""
    name = str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
    content = _clean(str(meta.get("content") or ""))
    known = _META.get(name)
    if known and known[0] == "authors":
        if content and not _URL.match(content):
            authors.setdefault(name, []).append(_straight(content) if name == "dc.creator" else content)
    elif known:
        document.note(Evidence(known[0], content, f"html:meta:{name}", known[1]))


def _straight(name: str) -> str:
    """A name as it is spoken, from "Last, First" of a library's record."""
    last, _, first = name.partition(", ")
    return f"{first} {last}" if first and ", " not in first else name


def _note_times(document: Document, soup: BeautifulSoup) -> None:
    """Note times that are marked as the publication's; an unmarked one only where the page has no other."""
    times = [one for one in soup.find_all("time") if isinstance(one, Tag) and one.get("datetime")]
    for time in times:
        classes = " ".join(one for one in time.get_attribute_list("class") if one)
        marks = f"{time.get('itemprop') or ''} {classes}".lower()
        value = str(time["datetime"]).strip()
        if "modified" in marks or "updated" in marks:
            document.note(Evidence("date_modified", value, "html:time", 0.7))
        elif "publish" in marks or time.has_attr("pubdate"):
            document.note(Evidence("date", value, "html:time", 0.8))
    if len({str(time["datetime"]) for time in times}) == 1:
        document.note(Evidence("date", str(times[0]["datetime"]).strip(), "html:time", 0.6))


def _loads(text: str) -> Any:
    """JSON as pages write it: wrapped in CDATA, with line breaks in its strings, or with something behind it.

    Raises:
        ValueError: it is none.
    """
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        try:
            return _LENIENT.raw_decode(_WRAPPING.sub("", text))[0]
        except RecursionError as error:
            raise ValueError(str(error)) from error


def _items(text: str) -> Iterator[dict[str, object]]:
    """The objects of a JSON-LD script, graphs and lists opened; broken JSON gives none."""
    try:
        stack = [_loads(text)]
    except ValueError:
        return
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(reversed(item))
        elif isinstance(item, dict):
            if "@graph" in item:
                stack.append(item["@graph"])
            yield item


def _note_item(document: Document, item: dict[str, object]) -> None:
    kinds = item.get("@type")
    if not any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
        return
    method = "html:json-ld"
    document.note(Evidence("title", _clean(str(item.get("headline") or "")), method, 0.8))
    document.note(Evidence("date", str(item.get("datePublished") or ""), method, 0.95))
    document.note(Evidence("date_modified", str(item.get("dateModified") or ""), method, 0.95))
    section = item.get("articleSection")
    first = (section[:1] or [""])[0] if isinstance(section, list) else section
    document.note(Evidence("section", _clean(str(first or "")), method, 0.8))
    names = [name for name in _names(item.get("author")) if not _URL.match(name)]
    document.note(Evidence("authors", "; ".join(dict.fromkeys(names)), method, 0.9))
    document.note(Evidence("publisher", next(iter(_names(item.get("publisher"))), ""), method, 0.85))


def _names(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield _clean(value)
    elif isinstance(value, dict):
        yield from _names(value.get("name"))
    elif isinstance(value, list):
        for one in value:
            yield from _names(one)
