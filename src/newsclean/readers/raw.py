"""What is read and what comes of it, before it is decoded: the file, the bytes of a document, the reason without."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from newsclean.arrow import PARQUET
from newsclean.readers.compressed import bare_name

DOCUMENTS = (".txt", ".md", ".markdown", ".html", ".htm")
ROWS = (".jsonl", ".ndjson")
STDIN = "-"
# UTF-32's before UTF-16's, which it begins with.
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WIDE_ROWS = "rows in UTF-16 or UTF-32 can't be read; convert the file to UTF-8: iconv -f UTF-16 -t UTF-8"


class Input(NamedTuple):
    """A file to read and the name that its documents go by; path "-" is standard input.

    What was `found` in a folder is read only if it is a regular file: a named pipe there would be waited for.
    """

    path: str
    name: str
    found: bool = False

    @property
    def is_parquet(self) -> bool:
        """Whether the file's name says that it is a table."""
        return self.path.lower().endswith(PARQUET)

    @property
    def holds_rows(self) -> bool:
        """Whether the file's name says that each line or row is a document."""
        return self.is_parquet or bare_name(self.path.lower()).endswith(ROWS)

    @property
    def is_untold(self) -> bool:
        """Whether nothing but its first line tells if each line is a document."""
        return not (self.is_parquet or bare_name(self.path.lower()).endswith((*DOCUMENTS, *ROWS)))


class Raw(NamedTuple):
    """Bytes of one document, or of one row (`is_row`), or the reason (`error`) why there are none; `line` from 1."""

    name: str
    path: str
    line: int
    data: bytes
    is_row: bool = False
    error: str = ""

    @property
    def is_json(self) -> bool:
        """Whether the bytes of a row stand as they do in a file; those of a table's row are made, in UTF-8."""
        return not self.path.lower().endswith(PARQUET)

    @classmethod
    def failed(cls, one: Input, line: int, error: str) -> Raw:
        """What comes of an input, from a line on, that gives no document."""
        return cls(one.name, one.path, line, b"", error=error)

    def without(self, error: str) -> Raw:
        """The same place without its bytes, and why."""
        return self._replace(data=b"", error=error)


def is_wide(data: bytes) -> bool:
    """Whether bytes begin with the byte order mark of UTF-16 or UTF-32, in which a line feed ends no line."""
    return any(data.startswith(mark) for mark, encoding in BOMS if encoding != "utf-8-sig")


def reason(error: Exception) -> str:
    """Why a file can't be read; a decompressor's own complaint has no number."""
    return f"can't read: {error.strerror}" if isinstance(error, OSError) and error.errno else damaged(error)


def damaged(error: Exception) -> str:
    """What is wrong with a file that can be opened."""
    return f"damaged or cut off: {error}"


def over_limit(chars: int) -> str:
    """Why a text is too long, or the line that it stands in."""
    return f"over the limit of {chars} characters (--max-chars)"
