"""A row's own fields: those we know become evidence, the rest goes through untouched."""

from __future__ import annotations

from typing import Any

from newsclean.document import Document, Evidence

# Names that corpora give to what we know, best first; the confidence of a given field is 1.
NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "authors": ("authors", "author", "byline"),
    "agency": ("agency",),
    "credits": ("credits",),
    "publisher": ("publisher", "site_name"),
    "site": ("site", "hostname", "domain"),
    "url": ("url", "link"),
    "date": ("date", "published", "date_published", "publish_date", "date_publish", "pub_date"),
    "date_precision": ("date_precision",),
    "date_modified": ("date_modified", "modified"),
    "section": ("section",),
    "language": ("language", "lang"),
}
_TOP = ("id", "source", "created", "metadata")


def own_id(row: dict[str, Any]) -> str:
    """The id that a row gives itself, "" if it gives none that can be one."""
    value = row.get("id")
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def note_fields(document: Document, row: dict[str, Any], text_field: str) -> None:
    """Note what a row says of its document; `document.given` keeps the rest.

    A row of newsclean's own carries its metadata on: nothing that was found once is lost in a second pass.
    """
    nested = row.get("metadata")
    fields = {key: value for key, value in row.items() if key not in {text_field, *_TOP}}
    inner = nested if isinstance(nested, dict) else {}
    if "newsclean_version" in inner:
        document.given = {"record": row}
        fields = {**fields, **{key: value for key, value in inner.items() if key in NAMES}}
    else:
        fields = {**inner, **fields}
        if nested is not None and not isinstance(nested, dict):
            fields["metadata"] = nested
    for key, names in NAMES.items():
        _note(document, key, names, fields)
    created, source = row.get("created"), row.get("source")
    if isinstance(created, str) and created:
        document.note(Evidence("date", created, "row:created", 0.99))
    if isinstance(source, str) and source:
        document.given["source"] = source
    fields |= {name: row[name] for name in ("created", "source") if not isinstance(row.get(name), str | None)}
    if row.get("id") is not None and not isinstance(row["id"], str) and not own_id(row):
        fields["id"] = row["id"]
    document.given["extra"] = fields


def _note(document: Document, key: str, names: tuple[str, ...], fields: dict[str, Any]) -> None:
    """Note the first of the names that holds a usable value, and take it out of the fields."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            value = "; ".join(value)
        if isinstance(value, str) and value.strip():
            document.note(Evidence(key, " ".join(value.split()), f"row:{name}", 1.0))
            del fields[name]
            return
        if name in fields and value in ("", None):
            del fields[name]
