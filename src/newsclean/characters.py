"""Characters that mean nothing or mean something else: what every text is freed from before it is read."""

from __future__ import annotations

import re
import unicodedata

# Controls, soft hyphen, zero-width characters, bidi marks, BOM and specials, lone surrogates. ZWNJ and ZWJ (200c, 200d)
# carry meaning in Persian, Hindi and emoji and stay.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff]"
)
_BLANKS = re.compile("[ \t\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\r\n\v\f\x1c-\x1f]+")
_LINE_BLANKS = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+$|\r", re.MULTILINE)
# UTF-8 read as Latin-1 or Windows-1252: a lead byte's letter followed by a continuation byte's sign.
_MOJIBAKE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)


def clean_text(text: str) -> str:
    """A block's text, normalized; cleaning twice changes nothing."""
    if text.isascii():
        return text if _plain(text) else _blanks(_INVISIBLE.sub("", text))
    if _MOJIBAKE.search(text):
        text = _mend(text)
    text = _blanks(_INVISIBLE.sub("", text))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def clean_code(text: str) -> str:
    """Text whose lines and indents count, without invisible characters and trailing blanks."""
    return _LINE_BLANKS.sub("", _INVISIBLE.sub("", text)).strip("\n")


def _plain(text: str) -> bool:
    return text.isprintable() and "  " not in text


def _blanks(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _mend(text: str) -> str:
    """Mojibake undone by ftfy's decoder alone: its other fixes would straighten quotes and fold widths."""
    import ftfy

    return ftfy.fix_encoding(text)
