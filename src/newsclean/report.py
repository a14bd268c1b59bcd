"""What a run did: documents in and out, characters, cuts by kind, stage and cue."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from newsclean.document import Document
from newsclean.record import Record

_COUNTS = ("documents", "records", "only_boilerplate", "bytes_in", "chars_in", "chars_out", "blocks", "rejected")
_COUNTERS = ("kinds", "cues", "stages", "languages", "publishers", "stage_micros")


@dataclass
class Report:
    """Counts of a run or of a part of it; parts add up."""

    documents: int = 0
    records: int = 0
    only_boilerplate: int = 0
    bytes_in: int = 0
    chars_in: int = 0
    chars_out: int = 0
    blocks: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    cues: Counter[str] = field(default_factory=Counter)
    stages: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    publishers: Counter[str] = field(default_factory=Counter)
    stage_micros: Counter[str] = field(default_factory=Counter)
    rejects: list[tuple[str, int, str]] = field(default_factory=list)
    rejected: int = 0

    def count(self, document: Document, record: Record) -> None:
        """Add a document that became a record."""
        self.records += 1
        self.only_boilerplate += not record.text
        self.chars_in += len(document.source)
        self.chars_out += len(record.text)
        self.blocks += len(document.blocks)
        self.languages[record.metadata["language"]] += 1
        self.publishers[record.metadata["publisher"]] += 1
        for block in document.blocks:
            if block.cut and block.text:
                self.kinds[block.cut.kind] += 1
                self.cues[block.cut.cue] += 1
                self.stages[block.cut.stage] += 1

    def count_reject(self, document: Document) -> None:
        """Add a document that became none; the first hundred are remembered by name."""
        self.rejected += 1
        if len(self.rejects) < 100:
            self.rejects.append((document.path or document.id, document.line, document.reject))

    def add(self, other: Report) -> None:
        """Add the counts of a part."""
        for name in _COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in _COUNTERS:
            getattr(self, name).update(getattr(other, name))
        self.rejects = (self.rejects + other.rejects)[:100]

    def lines(self) -> list[str]:
        """The summary, as a person reads it."""
        share = f" ({self.chars_out / self.chars_in:.1%})" if self.chars_in else ""
        found = [
            f"{self.documents:,} documents in: {self.records:,} records, {self.rejected:,} rejects",
            f"{self.chars_in:,} characters in, {self.chars_out:,} out{share}",
            f"{self.kinds.total():,} of {self.blocks:,} blocks cut"
            + (": " + ", ".join(f"{kind} {count:,}" for kind, count in self.kinds.most_common()) if self.kinds else ""),
        ]
        if self.only_boilerplate:
            found.append(f"{self.only_boilerplate:,} records without text: nothing but boilerplate")
        for path, line, reason in self.rejects[:20]:
            found.append(f"rejected {printable(path)}{f':{line}' if line else ''}: {reason}")
        if self.rejected > 20:
            found.append(f"... and {self.rejected - 20:,} more; --rejects FILE lists them all")
        return found

    def as_json(self) -> dict[str, Any]:
        """Everything that was counted, for a program; `from_json` takes it back."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {name: dict(value) if isinstance(value, Counter) else value for name, value in values.items()}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Report:
        """The report that `as_json` gave."""
        plain: dict[str, Any] = {name: Counter(value) if name in _COUNTERS else value for name, value in values.items()}
        plain["rejects"] = [(path, line, reason) for path, line, reason in values["rejects"]]
        return cls(**plain)


def printable(name: str) -> str:
    """A file's name without anything that would drive a terminal."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in name)
