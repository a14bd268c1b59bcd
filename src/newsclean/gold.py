"""Gold, which anyone can make, to examples that the labeler learns from and is judged by."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from newsclean.detect import detect
from newsclean.document import Document, Format
from newsclean.errors import UsageError
from newsclean.expressions import expression
from newsclean.labeler import align
from newsclean.labeler.align import Gold, Span
from newsclean.labeler.arrays import Ints
from newsclean.labeler.train import Example
from newsclean.pipeline import Pipeline
from newsclean.plugins import make_pipeline
from newsclean.settings import Settings

_BATCH = 64
_TAG = expression(r"<[^<>]*>")
_BETWEEN = expression(r"[\W_]+")
_RUN = 12  # letters in a row that a body and its source share at least once, whatever marks stand between others


class GoldRow(NamedTuple):
    """A document with what is known of it: its body by paragraphs, or, better, labelled spans of its source.

    `group` is its publisher: what the labeler learns from one is tried on others.
    """

    id: str
    source: str
    group: str
    gold: Gold
    format: Format | str = ""
    spans: tuple[Span, ...] = ()


def read_gold(paths: Iterable[str]) -> Iterator[GoldRow]:
    """The rows of JSONL files.

    A row has `id`, `text`, `body` and perhaps `group`, `format`, `title`, `authors`, `captions`, `labels`. `body`
    and `captions` are lists of paragraphs, `labels` is a list of [start, end, label] in code points of `text`.

    Raises:
        UsageError: a row is no gold; the message names file and line.
    """
    for path in paths:
        for number, line in enumerate(Path(path).read_bytes().splitlines(), 1):
            if line.strip():
                try:
                    yield _row(orjson.loads(line), f"{Path(path).stem}:{number}")
                except (KeyError, TypeError, ValueError) as error:
                    why = f"it has no {error}" if isinstance(error, KeyError) else error
                    wanted = "a row has `id`, `text` and a list of paragraphs `body`"
                    raise UsageError(f"{path}:{number} is no gold, {why}: {wanted}") from error


def examples_of(rows: Iterable[GoldRow]) -> list[Example]:
    """Examples, their documents parsed and past the cues; documents that are rejected on the way are left out."""
    pipeline = make_pipeline(Settings(without=("residue", "repeats", "metadata")))
    rows = list(rows)
    return [
        example
        for first in range(0, len(rows), _BATCH)
        for example in _examples(rows[first : first + _BATCH], pipeline)
    ]


def document_of(row: GoldRow) -> Document:
    """The raw document of a row, its format detected where the row doesn't tell."""
    return Document(row.id, row.source, format=row.format or detect(row.source).format)  # type: ignore[arg-type]


def labels_of(row: GoldRow, document: Document) -> Ints:
    """The label of each block of the row's parsed document: by labelled spans, else by the gold text."""
    if row.spans:
        return align.labels_by_spans(document, row.spans)
    return align.labels_by_text(document, row.gold)


def _examples(rows: Sequence[GoldRow], pipeline: Pipeline) -> Iterator[Example]:
    documents = [document_of(row) for row in rows]
    pipeline(documents)
    for row, document in zip(rows, documents, strict=True):
        if not document.reject:
            yield Example(document, labels_of(row, document), row.group)


def _row(row: dict[str, Any], fallback: str) -> GoldRow:
    if not isinstance(row, dict):
        raise TypeError("it is no JSON object")
    text, body = row["text"], _strings(row["body"], "body")
    if not isinstance(text, str):
        raise TypeError("`text` is no string")
    captions, authors = (_strings(row.get(key) or [], key) for key in ("captions", "authors"))
    gold = Gold(body, str(row.get("title") or ""), authors, captions)
    spans = tuple((int(start), int(end), str(label)) for start, end, label in row.get("labels") or ())
    if not spans:
        _check_body(body, text)
    identity = str(row.get("id") or fallback)
    return GoldRow(identity, text, str(row.get("group") or identity), gold, row.get("format") or "", spans)


def _strings(value: object, key: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise TypeError(f"`{key}` is no list of strings")
    return value


def _check_body(body: Sequence[str], text: str) -> None:
    """See that a body is there, and that it is this text's."""
    wanted = _letters(" ".join(body))
    if not wanted:
        raise ValueError("`body` is empty")
    source = _letters(_TAG.sub("", unescape(text)))
    if not any(wanted[start : start + _RUN] in source for start in range(0, max(1, len(wanted) - _RUN + 1), _RUN)):
        raise ValueError("nothing of `body` stands in `text`")


def _letters(text: str) -> str:
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", text).casefold())
