"""Everything that a run can be told about how to clean; what comes out depends on these and the input alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsclean.document import Format
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
