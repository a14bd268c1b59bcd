"""Batches of raw documents through the pipeline to encoded output, in order, with nothing lost."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import orjson

from newsclean.document import Document
from newsclean.parsers import parse
from newsclean.pipeline import Pipeline
from newsclean.plugins import make_pipeline, rules_version
from newsclean.readers import Raw, open_document
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

BATCH = 64  # documents that stages see at a time
SIDE_TABLES: dict[str, Callable[[Document], Iterator[dict[str, Any]]]] = {
    "audit": audit_rows,
    "evidence": evidence_rows,
    "links": link_rows,
}


@dataclass
class Part:
    """What came of a batch: encoded JSON lines by table ("records", "rejects", "audit", ...) and its counts."""

    tables: dict[str, bytes]
    report: Report


class Engine:
    """A run's settings, made ready once: rules compiled, stages built."""

    def __init__(self, settings: Settings, tables: Iterable[str] = ()) -> None:
        self.settings = settings
        self.tables = tuple(tables)
        self.pipeline: Pipeline = make_pipeline(settings)
        self.rules_version = rules_version(settings)

    def documents(self, raws: Iterable[Raw]) -> list[Document]:
        """The documents of a batch of raw ones, cleaned; the rejected among them say why."""
        documents = [open_document(raw, self.settings) for raw in raws]
        self.clean(documents)
        return documents

    def clean(self, documents: list[Document]) -> None:
        """Parse and clean opened documents in place; rows that an equal run has cleaned are left alone."""
        todo = [one for one in documents if not one.reject and not is_cleaned(one, self.rules_version)]
        for document in todo:
            parse(document)
        self.pipeline(todo)

    def record(self, document: Document) -> Record:
        """The record of a cleaned document."""
        return make_record(document, self.settings, self.rules_version)

    def part(self, raws: list[Raw]) -> Part:
        """Clean a batch and encode everything that is asked for."""
        begin = time.perf_counter()
        report = Report()
        lines: dict[str, list[bytes]] = {"records": [], "rejects": [], **{name: [] for name in self.tables}}
        for document in self.documents(raws):
            if document.reject:
                report.count_reject(document)
                lines["rejects"].append(_line(reject_row(document)))
                continue
            record = self.record(document)
            report.count(document, record)
            lines["records"].append(_line(record))
            for name in self.tables:
                lines[name].extend(_line(row) for row in SIDE_TABLES[name](document))
        report.seconds = time.perf_counter() - begin
        return Part({name: b"".join(rows) for name, rows in lines.items()}, report)

    def run(self, raws: Iterable[Raw], *, limit: int = 0) -> Iterator[Part]:
        """The parts of a run, in the order of the input; at most `limit` documents if one is given."""
        stream = iter(itertools.islice(raws, limit) if limit else raws)
        while batch := list(itertools.islice(stream, BATCH)):
            yield self.part(batch)


def _line(row: object) -> bytes:
    return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)
