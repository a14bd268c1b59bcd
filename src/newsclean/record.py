"""A document to its output rows; the one place that knows the schema."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson

from newsclean.document import Block, Document
from newsclean.settings import Settings
from newsclean.version import VERSION

# metadata keys in the order of a record: name, JSON type, meaning.
METADATA: tuple[tuple[str, str, str], ...] = (
    ("title", "string", "headline"),
    ("authors", "string", 'persons who signed, "A; B"; an agency only where it signs alone'),
    ("agency", "string", "news agencies that the text comes from"),
    ("credits", "string", 'who reported, wrote, edited, as printed: "Reporting by A; Editing by B"'),
    ("publisher", "string", "who published it"),
    ("site", "string", "registered domain of the publisher's site"),
    ("url", "string", "address of the article"),
    ("date", "string", "publication time, ISO 8601, as precise as it is known"),
    ("date_precision", "string", '"minute", "day", "month", "year" or ""'),
    ("date_modified", "string", "time of the last change, ISO 8601"),
    ("section", "string", "section of the site"),
    ("language", "string", "BCP 47 code of the text"),
    ("format", "string", '"text", "markdown" or "html"'),
    ("quality", "string", '"" or a flag: "only-boilerplate"'),
    ("path", "string", "where the document was read"),
    ("raw_sha256", "string", "SHA-256 of the raw document"),
    ("raw_chars", "integer", "its length in code points"),
    ("clean_chars", "integer", "length of `text` in code points"),
    ("blocks_cut", "integer", "how many blocks left the text"),
    ("cut_kinds", "string", 'how many of each kind: "appeal:8; related:2"'),
    ("newsclean_version", "string", "the program's version"),
    ("rules_version", "string", "changes with rules, model and settings of the cutting"),
    ("extra", "string", "the other fields of the row it came from, as JSON"),
)
FOUND = tuple(key for key, _, _ in METADATA[:12])
_MARKDOWN = {"heading": "## ", "item": "- ", "quote": "> "}


@dataclass(slots=True)
class Record:
    """A clean document: what a line of the output holds, keys in this order."""

    id: str
    text: str
    source: str
    created: str
    metadata: dict[str, Any]


def make_record(document: Document, settings: Settings, rules_version: str) -> Record:
    """The record of a cleaned document. A row that an equal run has already cleaned comes back as it was."""
    carried = document.given.get("record")
    if is_cleaned(document, rules_version) and isinstance(carried, dict):
        known = _known(carried["metadata"])
        source, time = (value if isinstance(value := carried.get(name), str) else "" for name in ("source", "created"))
        return Record(document.id, document.source, source, time, known)
    text = make_text(document, settings)
    metadata: dict[str, Any] = {key: document.value(key) for key in FOUND}
    metadata |= _facts(document, text, rules_version)
    if isinstance(carried, dict):
        _carry(metadata, _known(carried["metadata"]))
    source = str(document.given.get("source") or settings.source or _corpus(document))
    return Record(document.id, text, source, created(metadata["date"]), metadata)


def is_cleaned(document: Document, rules_version: str) -> bool:
    """Whether this row came out of a run of the same version and rules: then there is nothing left to do."""
    carried = document.given.get("record")
    if not isinstance(carried, dict) or not isinstance(carried.get("text"), str):
        return False
    inner = carried["metadata"]
    return bool(inner.get("newsclean_version") == VERSION and inner.get("rules_version") == rules_version)


def make_text(document: Document, settings: Settings) -> str:
    """The kept blocks as paragraphs, a blank line between them; what was divided is put together again."""
    paragraphs: list[str] = []
    last: Block | None = None
    for block in document.kept():
        if block.joined and last:
            paragraphs[-1] += (" " if block.start > last.end else "") + block.text
        else:
            paragraphs.append(_paragraph(document, block, settings))
        last = block
    return "\n\n".join(paragraphs).strip()  # a block of code may begin with blanks


def created(date: str) -> str:
    """A date of day's precision or finer as Dolma writes it, in UTC; "" for a vaguer one."""
    if len(date) < len("2019-09-09"):
        return ""
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return ""
    if moment.tzinfo:
        moment = moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z").rjust(24, "0")


def _paragraph(document: Document, block: Block, settings: Settings) -> str:
    if settings.text_format == "plain":
        return block.text
    if document.format == "markdown":
        return document.source[block.start : block.end]
    return _MARKDOWN.get(block.kind, "") + block.text if document.format == "html" else block.text


def _facts(document: Document, text: str, rules_version: str) -> dict[str, Any]:
    kinds = Counter(block.cut.kind for block in document.blocks if block.cut and block.text)
    extra = document.given.get("extra")
    return {
        "format": document.format,
        "quality": "" if text else "only-boilerplate",
        "path": document.path,
        "raw_sha256": document.sha256,
        "raw_chars": len(document.source),
        "clean_chars": len(text),
        "blocks_cut": kinds.total(),
        "cut_kinds": _kinds(kinds),
        "newsclean_version": VERSION,
        "rules_version": rules_version,
        "extra": orjson.dumps(extra, option=orjson.OPT_SORT_KEYS).decode() if extra else "",
    }


def _kinds(kinds: Counter[str]) -> str:
    return "; ".join(f"{kind}:{count}" for kind, count in sorted(kinds.items(), key=lambda one: (-one[1], one[0])))


def _known(metadata: dict[str, Any]) -> dict[str, Any]:
    """A record's metadata, every key there and of its type."""
    empty = ((key, 0 if kind == "integer" else "") for key, kind, _ in METADATA)
    return {key: metadata[key] if type(metadata.get(key)) is type(none) else none for key, none in empty}


def _carry(metadata: dict[str, Any], before: dict[str, Any]) -> None:
    """What an earlier run knew of the raw document goes on holding; counts of cuts add up."""
    kinds: Counter[str] = Counter()
    for entry in (before["cut_kinds"], metadata["cut_kinds"]):
        for one in filter(None, entry.split("; ")):
            kind, _, count = one.rpartition(":")
            kinds[kind] += int(count) if count.isdigit() else 0
    for key in ("format", "path", "raw_sha256", "raw_chars", "extra"):
        metadata[key] = before[key] or metadata[key]
    metadata["blocks_cut"], metadata["cut_kinds"] = kinds.total(), _kinds(kinds)


def _corpus(document: Document) -> str:
    """The input's own name: the folder or file that the document came from."""
    name = document.path or document.id
    return "stdin" if name == "-" else name.replace("\\", "/").rsplit("/", 1)[-1].split(".")[0]


def audit_rows(document: Document) -> Iterator[dict[str, Any]]:
    """A row a cut, offsets in code points of the source."""
    for block in document.blocks:
        if block.cut and block.text:
            yield {
                "id": document.id,
                "start": block.start,
                "end": block.end,
                "stage": block.cut.stage,
                "kind": block.cut.kind,
                "cue": block.cut.cue,
                "score": round(block.cut.score, 4),
                "text": document.source[block.start : block.end],
            }


def evidence_rows(document: Document) -> Iterator[dict[str, Any]]:
    """A row a metadata value that was found, believed or not."""
    for one in document.evidence:
        yield {
            "id": document.id,
            "key": one.key,
            "value": one.value,
            "method": one.method,
            "score": round(one.score, 4),
            "start": one.start,
            "end": one.end,
            "used": one is document.best(one.key),
        }


def link_rows(document: Document) -> Iterator[dict[str, Any]]:
    """A row a link or image with a target of its own; "#" alone points nowhere."""
    for block in document.blocks:
        for link in block.links:
            if link.url and not link.url.startswith(("#", "javascript:")):
                yield {
                    "id": document.id,
                    "text": link.text,
                    "url": link.url,
                    "image": link.image,
                    "cut": block.cut is not None,
                    "start": block.start,
                    "end": block.end,
                }


def reject_row(document: Document) -> dict[str, Any]:
    """Why a document became no record."""
    return {"id": document.id, "path": document.path, "line": document.line, "reason": document.reject}
