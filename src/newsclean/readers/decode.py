"""Raw bytes to a document: characters decoded, a row's fields set apart, its format detected."""

from __future__ import annotations

import codecs
import hashlib
import os
from collections import Counter
from typing import Any

import orjson

from newsclean.detect import detect
from newsclean.document import Document
from newsclean.readers.fields import note_fields, own_id
from newsclean.readers.raw import BOMS, WIDE_ROWS, Raw, over_limit
from newsclean.settings import Settings

_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"BZh",
    b"\x7fELF",
    b"RIFF",
    b"PAR1",
)
_GUESSED = 200_000  # bytes that the encoding detector sees
_HIGH = bytes(range(128, 256))
_JSON = {type(None): "null", bool: "true or false", list: "a list", dict: "an object"}
_DEEP = 100  # brackets from which a row may be nested deeper than orjson writes (255), what it reads (1,024) or not


class _UndecodableError(ValueError):
    """Bytes that are no text; the message is the reason of the reject."""


def open_document(raw: Raw, settings: Settings) -> Document:
    """The document of a raw one; what can't become text carries the reason in `reject`."""
    document = Document(_shown(raw.name), "", path=_shown(raw.path), line=raw.line)
    if raw.error:
        document.reject = raw.error
        return document
    try:
        if raw.is_row:
            _open_row(document, raw, settings)
        else:
            document.sha256 = hashlib.sha256(raw.data).hexdigest()
            document.source = decode(raw.data, settings.encoding)
    except _UndecodableError as error:
        document.reject = str(error)
        return document
    _check(document, settings)
    if not document.reject:
        document.format = settings.format or detect(document.source).format
    return document


def decode(data: bytes, encoding: str = "") -> str:
    """Bytes as text: by the encoding given, a BOM, as UTF-8, as UTF-16, or as charset-normalizer reads them.

    Raises:
        ValueError: the bytes are no text in the encoding given, or in any that is likely.
    """
    if encoding:
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError) as error:
            raise _UndecodableError(f"not {encoding}: {error}") from error
    for bom, name in BOMS:
        if data.startswith(bom):
            return _strict(data, name)
    if wide := _wide(data):
        return _strict(data, wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _UndecodableError(f"looks like {encoding} but is not: {error.reason}") from error


def _wide(data: bytes) -> str:
    """The UTF-16 that bytes without a byte order mark are in: every other byte of most scripts' text is then alike."""
    sample = data[:4096]
    if b"\0" not in sample or len(data) % 2:
        return ""
    even, odd = sample[::2], sample[1::2]
    for high, low, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        alike = sum(count for _, count in Counter(high).most_common(2))
        if high.count(0) > len(high) * 0.05 > low.count(0) and alike > len(high) * 0.8:
            return name
    return ""


def _guess(data: bytes) -> str:
    if data.startswith(_BINARY):
        raise _UndecodableError("not text: binary data")
    if b"\0" in data:
        raise _UndecodableError("not text: NUL bytes")
    if mended := _mended(data):
        return mended
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESSED]).best()
    if best is None:
        raise _UndecodableError("not text in any known encoding; --encoding names one")
    return data.decode(best.encoding, errors="replace")


def _mended(data: bytes) -> str:
    """UTF-8 of which a few bytes are broken, those replaced; "" if it isn't: nothing else looks so much like it."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - broken - len(data.translate(None, _HIGH))
    return text if whole > broken * 4 else ""


def _open_row(document: Document, raw: Raw, settings: Settings) -> None:
    """Set source, id and given fields from a JSON line."""
    document.id = f"{document.id}:{raw.line}"
    data = raw.data if not settings.encoding or not raw.is_json else _recoded(raw.data, settings.encoding)
    row = _load(data)
    document.id = own_id(row) or document.id
    text = row.get(settings.text_field)
    if not isinstance(text, str):
        raise _UndecodableError(_without_text(row, settings.text_field))
    document.source = text
    document.sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    note_fields(document, row, settings.text_field)


def _recoded(data: bytes, encoding: str) -> bytes:
    """A line of the encoding given in UTF-8, which JSON is read in."""
    if decode(b"\n\0\0\0", encoding)[:1] != "\n":
        raise _UndecodableError(WIDE_ROWS)
    return decode(data, encoding).encode("utf-8", "surrogatepass")


def _without_text(row: dict[str, Any], field: str) -> str:
    """Why a row's text can't be used."""
    if field in row:
        value = row[field]
        return f"text field {field!r} is {_JSON.get(type(value), 'a number')}, not a string; --text-field names another"
    fields = ", ".join(sorted(row)[:8]) or "none"
    return f"no text field {field!r}; the row has {fields}; --text-field names another"


def _load(data: bytes) -> dict[str, Any]:
    try:
        row = orjson.loads(data.removeprefix(codecs.BOM_UTF8))
    except orjson.JSONDecodeError as error:
        raise _UndecodableError(f"not valid JSON: {error}") from error
    if not isinstance(row, dict):
        raise _UndecodableError(f"a JSON object is needed, not {type(row).__name__}")
    if data.count(b"[") + data.count(b"{") >= _DEEP:
        try:
            orjson.dumps(row)
        except TypeError as error:
            raise _UndecodableError(f"JSON nested too deep: {error}") from error
    return row


def _shown(name: str) -> str:
    """A file's name as Unicode; bytes of it that are no UTF-8 as \\xNN."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "backslashreplace")


def _check(document: Document, settings: Settings) -> None:
    source = document.source
    if (not source or source.isspace()) and "record" not in document.given:  # an earlier run may have left no text
        document.reject = "empty"
    elif len(source) > settings.max_chars:
        document.reject = over_limit(settings.max_chars)
    elif "\0" in source:
        document.reject = "not text: NUL bytes"
    elif not source.isascii() and any("\ud800" <= c <= "\udfff" for c in _suspects(source)):
        document.reject = "not text: lone surrogates"


def _suspects(source: str) -> str:
    """The source if it can't be encoded, else nothing."""
    try:
        source.encode("utf-8")
    except UnicodeEncodeError:
        return source
    return ""
