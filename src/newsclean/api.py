"""Text in, record out: the whole machine for a program that has its documents at hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from newsclean.detect import detect
from newsclean.document import Document
from newsclean.engine import Engine
from newsclean.record import Record
from newsclean.settings import Settings


class Cleaner:
    """Cleans any number of documents with one set of settings; rules and model are loaded once.

    >>> cleaner = Cleaner(mode="precision")
    >>> cleaner.clean("Rain fell.").text
    'Rain fell.'
    """

    def __init__(self, settings: Settings | None = None, **options: Any) -> None:
        self.engine = Engine(settings or Settings(**options))

    def clean(self, text: str, *, id: str = "") -> Record:  # noqa: A002 - the record's own word
        """The record of one document."""
        return self.engine.record(self.document(text, id=id))

    def document(self, text: str, *, id: str = "") -> Document:  # noqa: A002 - as above
        """The document itself, every block with its mark and every value with its evidence."""
        return self.documents([(id, text)])[0]

    def documents(self, texts: Iterable[tuple[str, str]]) -> list[Document]:
        """The documents of (id, text) pairs, cleaned as one batch; much faster than one by one."""
        found = []
        for name, text in texts:
            digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
            format_ = self.engine.settings.format or detect(text).format
            found.append(Document(name, text, format=format_, sha256=digest))
        self.engine.clean(found)
        return found


@lru_cache(maxsize=8)
def _cleaner(settings: Settings) -> Cleaner:
    return Cleaner(settings)


def clean(text: str, *, id: str = "", **options: Any) -> Record:  # noqa: A002 - the record's own word
    """The record of one text; options are the fields of `Settings`.

    Raises:
        NewscleanError: an option can't be meant.
    """
    return _cleaner(Settings(**options)).clean(text, id=id)
