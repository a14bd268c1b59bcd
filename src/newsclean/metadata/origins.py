"""Where a document comes from: source-url lines, share buttons, copyright lines, links, datelines and agency signs."""

from __future__ import annotations

from newsclean.document import Block, Cut, Document, Evidence
from newsclean.expressions import expression
from newsclean.metadata.agencies import agency_of
from newsclean.metadata.layout import Layout
from newsclean.metadata.rights import is_rights
from newsclean.metadata.sites import day_in_path, linked_site, publisher_in, shared_url

_URL = expression(r"^\W{0,3}(https?://[^\s<>]+?)[>)\]]?\W{0,2}$")
# "(Reuters) -", "MOSCOW, Sept. 9 (AP) —", "BERLIN (dpa)", "(ANSA) - ROMA": the sign of an agency at a text's beginning.
_DATELINE = expression(r"^(?:[^()\n]{0,60}?\s)?\((?P<sign>[^()\d]{2,30})\)\s?(?:[-–—.]|--)")
_PARTS = expression(r"[/,;|+]|\sand\s|\sund\s|\set\s|\s-\s|\s")
_TAIL = 6


def note_origin(document: Document, layout: Layout) -> None:
    """Note url, its day, site and publisher."""
    _note_source_lines(document)
    if document.format != "text" and any(block.links for block in layout.blocks[:80]):
        shared = shared_url(layout.blocks)
        if shared:
            url, block = shared
            document.note(Evidence("url", url, "share-link", 0.7, block.start, block.end))
        site = linked_site(layout.blocks)
        document.note(Evidence("site", site, "links", 0.5))
    _note_publisher(document, layout)
    url_found = document.best("url")
    if url_found and (day := day_in_path(url_found.value)):
        document.note(Evidence("date", day, "url-path", 0.68, url_found.start, url_found.end))


def _note_source_lines(document: Document) -> None:
    """A url alone on the line after "Original url:", or alone as the first or last line."""
    if "http" not in document.source:
        return
    blocks = [block for block in document.blocks if block.text]
    for number, block in enumerate(blocks):
        if "http" not in block.text[:8] or not (match := _URL.match(block.text)):
            continue
        led = number > 0 and (before := blocks[number - 1].cut) is not None and before.kind == "source-url"
        if led or number in {0, len(blocks) - 1}:
            score = 0.85 if led else 0.6
            document.note(Evidence("url", match[1], "source-line", score, block.start, block.end))
            if block.cut is None:
                block.cut = Cut("source-url", "metadata.source-url", score, "metadata")


def _note_publisher(document: Document, layout: Layout) -> None:
    """The name in a copyright line after the text; what a cue took for one, and tells of rights, is none."""
    document.evidence = [one for one in document.evidence if not _is_rights(one)]
    if document.format != "html" and not any(mark in document.source for mark in ("©", "opyright", "(c)", "(C)")):
        return
    for block in layout.blocks[layout.end :]:
        if len(block.text) <= 200 and ("©" in block.text or "opyright" in block.text or "(c)" in block.text.lower()):
            name = publisher_in(block.text)
            if name:
                document.note(Evidence("publisher", name, "copyright", 0.5, block.start, block.end))
                return


def _is_rights(one: Evidence) -> bool:
    return one.key in {"publisher", "owner"} and one.method.startswith("cue:") and is_rights(one.value)


def note_agencies(document: Document, layout: Layout) -> None:
    """Note agencies that the text's beginning or end is signed with."""
    for block in layout.blocks[layout.start : layout.start + 2]:
        match = _DATELINE.match(block.text[:100]) if "(" in block.text[:90] else None
        if match:
            _note_signs(document, match["sign"], block, "dateline", 0.85)
    for block in layout.blocks[max(layout.start, layout.end - 2) : layout.end + _TAIL]:
        if block.cut and block.cut.kind == "agency-credit" and len(block.text) <= 60:
            _note_signs(document, block.text.strip("() "), block, "agency-line", 0.7)


def _note_signs(document: Document, text: str, block: Block, method: str, score: float) -> None:
    found = [agency for part in (text, *_PARTS.split(text)) if (agency := agency_of(part))]
    if found:
        document.note(Evidence("agency", "; ".join(dict.fromkeys(found)), method, score, block.start, block.end))
