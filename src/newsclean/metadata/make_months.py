"""CLDR's month names, by way of babel, to the table `months.json` that `months` reads.

Run `python -m newsclean.metadata.make_months` after an upgrade of babel; a test asserts that the table is what babel
gives, apart from the few spellings below that newspapers use and CLDR doesn't list.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

TABLE = Path(__file__).with_name("months.json")

LOCALES = [
    "af",
    "am",
    "ar",
    "ar_LB",
    "ar_MA",
    "ar_DZ",
    "az",
    "be",
    "bg",
    "bn",
    "bs",
    "ca",
    "cs",
    "cy",
    "da",
    "de",
    "de_AT",
    "el",
    "en",
    "es",
    "et",
    "eu",
    "fa",
    "fi",
    "fil",
    "fr",
    "fr_CA",
    "ga",
    "gl",
    "gu",
    "he",
    "hi",
    "hr",
    "hu",
    "hy",
    "id",
    "is",
    "it",
    "ka",
    "kk",
    "kn",
    "ko",
    "ky",
    "lo",
    "lt",
    "lv",
    "mk",
    "ml",
    "mn",
    "mr",
    "ms",
    "mt",
    "my",
    "nb",
    "ne",
    "nl",
    "nn",
    "pa",
    "pl",
    "pt",
    "ro",
    "ru",
    "si",
    "sk",
    "sl",
    "sq",
    "sr",
    "sr_Latn",
    "sv",
    "sw",
    "ta",
    "te",
    "th",
    "tr",
    "uk",
    "ur",
    "uz",
    "vi",
    "zu",
    "xh",
    "so",
    "yo",
    "ha",
    "ig",
    "tg",
    "tk",
]
# Spellings in print that CLDR lacks: (language, month, names).
ALSO: tuple[tuple[str, int, str], ...] = (
    ("en", 9, "sept"),
    ("en", 6, "june"),
    ("en", 7, "july"),
    ("de", 3, "mrz"),
    ("de", 3, "maerz"),
    ("de", 1, "jänner"),
    ("es", 9, "setiembre"),
    ("es", 9, "set"),
    ("hi", 9, "सितम्बर"),
    ("hi", 10, "अक्तूबर"),
    ("hi", 11, "नवम्बर"),
    ("hi", 12, "दिसम्बर"),
    ("hi", 2, "फरवरी"),
    ("fr", 2, "fev"),
    ("fr", 2, "fevrier"),
    ("fr", 8, "aout"),
    ("fr", 12, "decembre"),
    ("nl", 3, "mrt"),
    ("ru", 5, "мая"),
    ("ru", 9, "сент"),
    ("ru", 2, "фев"),
    ("ru", 11, "ноя"),
    ("id", 8, "agt"),
    ("id", 8, "agu"),
    ("id", 5, "mei"),
    ("id", 11, "nop"),
    ("id", 11, "nopember"),
    ("pt", 3, "marco"),
    ("ca", 3, "marc"),
    ("no", 12, "des"),
    ("is", 12, "des"),
    ("it", 5, "magg"),
    ("it", 9, "sett"),
    ("pl", 9, "wrzes"),
    ("pl", 10, "paz"),
    ("ro", 1, "ian"),
    ("tr", 8, "agustos"),
    ("tr", 6, "haziran"),
    ("fa", 1, "ژانویه"),
)


def build() -> dict[str, object]:
    """The table: "months", word -> number -> languages that name the month so, and "weekdays", a list of words."""
    return {"months": _months(), "weekdays": _weekdays()}


def _months() -> dict[str, dict[str, list[str]]]:
    """Names with their accents and, beside it, without."""
    from babel import Locale

    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name in LOCALES:
        locale = Locale.parse(name)
        language = "no" if locale.language in {"nb", "nn"} else locale.language
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for month, text in locale.months[form][width].items():
                    _add(found, str(text), month, language)
    for language, month, text in ALSO:
        _add(found, text, month, language)
    return {
        word: {month: sorted(names) for month, names in sorted(months.items())}
        for word, months in sorted(found.items())
    }


def _weekdays() -> list[str]:
    """Names and short names of the days; those of several words in pieces."""
    from babel import Locale

    words = {"الإثنين"}  # the usual spelling beside CLDR's
    for name in LOCALES:
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for text in Locale.parse(name).days[form][width].values():
                    words.update(re.split(r"[\s-]+", unicodedata.normalize("NFC", str(text)).lower()))
    return sorted({word.strip(".") for word in words if not any(one.isdigit() for one in word)} - {""})


def _add(found: defaultdict[str, defaultdict[str, set[str]]], text: str, month: int, language: str) -> None:
    """Add the word of a month's name, as it is written and without its accents; names of several words stay out."""
    word = unicodedata.normalize("NFC", text).lower().strip(" .॰׳").replace("\u0307", "")
    if any(character.isdigit() for character in word) or " " in word or len(word) < 2:
        return
    bare = "".join(one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))
    for form in {word, bare if bare.isascii() else word}:
        found[form][str(month)].add(language)


if __name__ == "__main__":
    TABLE.write_text(json.dumps(build(), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
