"""A word to the month that it names, in any of the languages that CLDR knows; read once, on first use."""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from functools import cache
from pathlib import Path
from typing import Any

import orjson

_ORNAMENTS = ".,·॰׳’'"


@cache
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = orjson.loads(Path(__file__).with_name("months.json").read_bytes())
    return tables


@cache
def weekdays() -> frozenset[str]:
    """The days' names and short names in every language, lower case, no dots."""
    return frozenset(_tables()["weekdays"])


def month_of(word: str, language: str = "") -> int:
    """The month's number, 0 if the word names none, or two different ones of which `language` doesn't decide."""
    table: dict[str, dict[str, list[str]]] = _tables()["months"]
    months = table.get(word) or table.get(_plain(word, table))
    if not months:
        return 0
    if len(months) == 1:
        return int(next(iter(months)))
    return next((int(month) for month, languages in months.items() if language in languages), 0)


def _plain(word: str, table: Container[str]) -> str:
    """The word as the table has it: lower case, no dots, elisions and Semitic prefixes off."""
    word = unicodedata.normalize("NFC", word).lower().replace("\u0307", "").strip(_ORNAMENTS)
    for prefix in ("d’", "d'", "ב", "ל"):
        if len(word) > len(prefix) + 1 and word.startswith(prefix) and word not in table:
            return word[len(prefix) :]
    return word
