"""A word to the month that it names, in any of the languages that CLDR knows; read once, on first use."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib import resources

_ORNAMENTS = ".,·॰׳’'"


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = json.loads(
        (resources.files(__package__) / "months.json").read_text("utf-8")
    )
    return found


def month_of(word: str, language: str = "") -> int:
    """The month's number, 0 if the word names none, or two different ones of which `language` doesn't decide."""
    months = _table().get(word) or _table().get(_plain(word))
    if not months:
        return 0
    if len(months) == 1:
        return int(next(iter(months)))
    return next((int(month) for month, languages in months.items() if language in languages), 0)


def _plain(word: str) -> str:
    """The word as the table has it: lower case, no dots, elisions and Semitic prefixes off."""
    word = unicodedata.normalize("NFC", word).lower().replace("\u0307", "").strip(_ORNAMENTS)
    for prefix in ("d’", "d'", "ב", "ל"):
        if len(word) > len(prefix) + 1 and word.startswith(prefix) and word not in _table():
            return word[len(prefix) :]
    return word
