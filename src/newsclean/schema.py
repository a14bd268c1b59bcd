"""JSON Schema of the record and of each side table."""

from __future__ import annotations

from typing import Any

from newsclean.record import METADATA

_SIDE: dict[str, dict[str, str]] = {
    "audit": {
        "id": "string", "start": "integer", "end": "integer", "stage": "string", "kind": "string", "cue": "string",
        "score": "number", "text": "string",
    },
    "evidence": {
        "id": "string", "key": "string", "value": "string", "method": "string", "score": "number", "start": "integer",
        "end": "integer", "used": "boolean",
    },
    "links": {
        "id": "string", "text": "string", "url": "string", "image": "boolean", "cut": "boolean", "start": "integer",
        "end": "integer",
    },
    "rejects": {"id": "string", "path": "string", "line": "integer", "reason": "string"},
}  # fmt: skip
TABLES = ("record", *_SIDE)


def schema(table: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a row of "record", "audit", "evidence", "links" or "rejects"."""
    if table != "record":
        return _object(f"newsclean {table}", {key: {"type": kind} for key, kind in _SIDE[table].items()})
    metadata = {key: {"type": kind, "description": text} for key, kind, text in METADATA}
    return _object(
        "newsclean record",
        {
            "id": {"type": "string", "description": "path in the folder given, the row's id, or NAME:LINE"},
            "text": {"type": "string", "description": "the article's body, a blank line between paragraphs"},
            "source": {"type": "string", "description": "name of the corpus"},
            "created": {
                "type": "string",
                "description": "publication time in UTC",
                "pattern": r"^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z)?$",
            },
            "metadata": _object("", metadata),
        },
    )


def columns(table: str) -> dict[str, Any]:
    """The type of each column of a table as it is written: "records", "audit", "evidence", "links" or "rejects".

    A type is "string", "integer", "number", "boolean", or the columns of what is nested.
    """
    if table != "records":
        return dict(_SIDE[table])
    top = dict.fromkeys(("id", "text", "source", "created"), "string")
    return {**top, "metadata": {key: kind for key, kind, _ in METADATA}}


def _object(title: str, properties: dict[str, Any]) -> dict[str, Any]:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title} if title else {}
    return {
        **head,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
