"""Batches of raw documents through the pipeline to encoded output, in order, with nothing lost."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

import orjson

from newsclean.document import Document
from newsclean.pipeline import Pipeline, failure
from newsclean.plugins import make_pipeline, rules_version
from newsclean.readers import Piece, Raw, open_document, read_piece
from newsclean.record import (
    Record,
    audit_rows,
    evidence_rows,
    is_cleaned,
    link_rows,
    make_record,
    reject_row,
)
from newsclean.report import Report
from newsclean.settings import Settings
from newsclean.writers import compress

T = TypeVar("T")
R = TypeVar("R")

BATCH = 32  # documents that stages see at a time: from 16 to 256 nothing is gained, and memory grows
SIDE_TABLES: dict[str, Callable[[Document], Iterator[dict[str, Any]]]] = {
    "audit": audit_rows,
    "evidence": evidence_rows,
    "links": link_rows,
}


@dataclass
class Part:
    """What came of some work: encoded JSON lines by table ("records", "rejects", "audit", ...) and its counts."""

    tables: dict[str, bytes]
    report: Report

    def __add__(self, other: Part) -> Part:
        """Both, one after the other."""
        self.report.add(other.report)
        return Part({name: data + other.tables[name] for name, data in self.tables.items()}, self.report)


class Order(NamedTuple):
    """A run as every worker needs to know it: settings, side tables, and output endings by table (for compression)."""

    settings: Settings
    tables: tuple[str, ...] = ()
    endings: tuple[tuple[str, str], ...] = ()


class Engine:
    """A run's settings, made ready once: rules compiled, stages built."""

    def __init__(self, order: Order | Settings) -> None:
        self.order = order = order if isinstance(order, Order) else Order(order)
        self.settings = order.settings
        self.tables = order.tables
        self.endings = dict(order.endings)
        self.pipeline: Pipeline = make_pipeline(order.settings)
        self.rules_version = rules_version(order.settings)

    def documents(self, raws: Iterable[Raw]) -> list[Document]:
        """The documents of a batch of raw ones, cleaned; the rejected among them say why."""
        documents = self._each(self._open, list(raws), self._unread)
        self.clean(documents)
        return documents

    def _each(self, work: Callable[[T], R], items: Sequence[T], refuse: Callable[[T, str], R]) -> list[R]:
        """What comes of each item: together, or one by one if that fails or takes too long."""
        done: list[R] = []
        why = failure(lambda: done.extend(map(work, items)), self.settings.timeout)
        if not why:
            return done
        if len(items) > 1:
            return [one for item in items for one in self._each(work, [item], refuse)]
        return [refuse(items[0], why)]

    def _open(self, raw: Raw) -> Document:
        """A raw document decoded and its format detected."""
        return open_document(raw, self.settings)

    def _unread(self, raw: Raw, why: str) -> Document:
        return self._open(raw.without(f"reading failed: {why}"))

    def clean(self, documents: list[Document]) -> None:
        """Clean opened documents in place; rows that an equal run has cleaned are left alone."""
        self.pipeline([one for one in documents if not one.reject and not is_cleaned(one, self.rules_version)])

    def record(self, document: Document) -> Record:
        """The record of a cleaned document."""
        return make_record(document, self.settings, self.rules_version)

    def part_of(self, piece: Piece) -> Part:
        """What comes of a piece, batch by batch, encoded and compressed."""
        return self._part(read_piece(piece, max_bytes=self.settings.max_bytes))

    def rejected(self, raw: Raw, reason: str) -> Part:
        """The part of a document that can't be worked on at all."""
        return self._part(iter([raw.without(reason)]))

    def _part(self, raws: Iterator[Raw]) -> Part:
        report = Report()
        tables: dict[str, list[bytes]] = {name: [] for name in ("records", "rejects", *self.tables)}
        self.pipeline.micros.clear()
        while batch := list(itertools.islice(raws, BATCH)):
            report.documents += len(batch)
            report.bytes_in += sum(len(raw.data) for raw in batch)
            documents = self.documents(batch)
            encoded = self._each(self._rows, documents, self._unwritten)
            for document, (record, lines) in zip(documents, encoded, strict=True):
                report.count(document, record) if record else report.count_reject(document)
                for name, data in lines.items():
                    tables[name].append(data)
        report.stage_micros.update(self.pipeline.micros)
        return Part(
            {name: compress(b"".join(lines), self.endings.get(name, "")) for name, lines in tables.items()}, report
        )

    def _rows(self, document: Document) -> _Rows:
        if document.reject:
            return _Rows(None, {"rejects": _line(reject_row(document))})
        record = self.record(document)
        sides = {name: b"".join(map(_line, SIDE_TABLES[name](document))) for name in self.tables}
        return _Rows(record, {"records": _line(record), **sides})

    def _unwritten(self, document: Document, why: str) -> _Rows:
        document.reject = f"writing failed: {why}"
        return self._rows(document)


class _Rows(NamedTuple):
    """A document's record, if it became one, and its lines by table."""

    record: Record | None
    lines: dict[str, bytes]


def _line(row: object) -> bytes:
    return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)
