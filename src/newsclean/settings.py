"""Everything that a run can be told about how to clean; what comes out depends on these and the input alone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from newsclean.document import Format
from newsclean.errors import UsageError
from newsclean.pipeline import Mode

TextFormat = Literal["plain", "markdown"]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The choices of a run; "" and () stand for "not chosen".

    `timeout` is in seconds a document, 0 for none; `why` has the labeler say what drove each of its cuts, which takes
    it a dozen more looks at the document.
    """

    mode: Mode = "balanced"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    model: str = ""
    language: str = ""
    source: str = ""
    text_field: str = "text"
    encoding: str = ""
    format: Format | Literal[""] = ""
    text_format: TextFormat = "plain"
    max_chars: int = 20_000_000
    crawled_at: str = ""
    timeout: float = 30.0
    why: bool = False

    @property
    def max_bytes(self) -> int:
        """Bytes that `max_chars` take at most, so that a longer input is refused before it is decoded."""
        return self.max_chars * 4

    @property
    def languages(self) -> frozenset[str]:
        """The languages of `language`, which commas or blanks separate, in lower case."""
        return frozenset(self.language.lower().replace(",", " ").split())

    def check(self) -> None:
        """See that values of the right type can be meant.

        Raises:
            UsageError: one can't.
        """
        if self.encoding and not _is_encoding(self.encoding):
            raise UsageError(f"--encoding {self.encoding!r} is not known; write utf-8, latin-1 or the like")
        if self.crawled_at and not _is_moment(self.crawled_at):
            raise UsageError(
                f"--crawled-at {self.crawled_at!r} is not ISO 8601; write 2024-05-31 or 2024-05-31T18:00:00+02:00"
            )
        if not math.isfinite(self.timeout) or self.timeout < 0:
            raise UsageError(f"--timeout {self.timeout} is no number of seconds; write 30, or 0 for none")


def _is_encoding(name: str) -> bool:
    """Whether Python can decode text by it; "base64" decodes something else."""
    try:
        return b"".decode(name) == "".encode(name).decode(name) == ""
    except (LookupError, ValueError):
        return False


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
