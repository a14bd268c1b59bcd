"""Batches of raw documents through the pipeline to encoded output, in order, with nothing lost."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from newsclean.document import Document
from newsclean.pipeline import Pipeline
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

BATCH = 64  # documents that stages see at a time
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


class Engine:
    """A run's settings, made ready once: rules compiled, stages built.

    `endings` says by table how the output is compressed (".gz", ".zst", ...).
    """

    def __init__(
        self, settings: Settings, tables: Iterable[str] = (), endings: Mapping[str, str] | None = None
    ) -> None:
        self.settings = settings
        self.tables = tuple(tables)
        self.endings = dict(endings or {})
        self.pipeline: Pipeline = make_pipeline(settings)
        self.rules_version = rules_version(settings)

    def documents(self, raws: Iterable[Raw]) -> list[Document]:
        """The documents of a batch of raw ones, cleaned; the rejected among them say why."""
        documents = [open_document(raw, self.settings) for raw in raws]
        self.clean(documents)
        return documents

    def clean(self, documents: list[Document]) -> None:
        """Clean opened documents in place; rows that an equal run has cleaned are left alone."""
        self.pipeline([one for one in documents if not one.reject and not is_cleaned(one, self.rules_version)])

    def record(self, document: Document) -> Record:
        """The record of a cleaned document."""
        return make_record(document, self.settings, self.rules_version)

    def part_of(self, piece: Piece) -> Part:
        """What comes of a piece, batch by batch, encoded and compressed."""
        return self._part(read_piece(piece, max_bytes=self.settings.max_bytes))

    def part_of_raws(self, raws: Iterable[Raw]) -> Part:
        """What comes of raw documents at hand."""
        return self._part(iter(raws))

    def rejected(self, raw: Raw, reason: str) -> Part:
        """The part of a document that can't be worked on at all."""
        return self._part(iter([raw._replace(data=b"", error=reason)]))

    def _part(self, raws: Iterator[Raw]) -> Part:
        report = Report()
        lines: dict[str, list[bytes]] = {"records": [], "rejects": [], **{name: [] for name in self.tables}}
        self.pipeline.micros.clear()
        while batch := list(itertools.islice(raws, BATCH)):
            report.documents += len(batch)
            for document in self.documents(batch):
                self._encode(document, lines, report)
        report.stage_micros.update(self.pipeline.micros)
        tables = {name: compress(b"".join(rows), self.endings.get(name, "")) for name, rows in lines.items()}
        return Part(tables, report)

    def _encode(self, document: Document, lines: dict[str, list[bytes]], report: Report) -> None:
        if document.reject:
            report.count_reject(document)
            lines["rejects"].append(_line(reject_row(document)))
            return
        record = self.record(document)
        report.count(document, record)
        lines["records"].append(_line(record))
        for name in self.tables:
            lines[name].extend(_line(row) for row in SIDE_TABLES[name](document))


def _line(row: object) -> bytes:
    return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)
