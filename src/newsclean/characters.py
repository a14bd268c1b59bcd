"""Characters that mean nothing or mean something else: what every text is freed from before it is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from newsclean.expressions import expression

# Controls, soft hyphen, zero-width space, bidi marks, BOM, specials and lone surrogates. ZWNJ and ZWJ (200c, 200d)
# carry meaning in Persian, Hindi and emoji and stay.
_INVISIBLE_RANGES = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff"
)
_BLANK_RANGES = " \t\n\r\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_INVISIBLE = expression(f"[{_INVISIBLE_RANGES}]")
_BLANKS = expression(f"[{_BLANK_RANGES}]+")
_LINE_BLANKS = expression("[ \t\r\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+$|\r", re.MULTILINE)
_ODD_BREAKS = expression("[\v\f\x1c-\x1f\x85\u2028\u2029]")  # whatever else ends a line
# UTF-8 read as Latin-1 or Windows-1252: a lead byte's letter followed by a continuation byte's sign.
_LEADS = "\u00c2-\u00f4"
_MOJIBAKE = expression(
    f"[{_LEADS}][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)


def _members(ranges: str) -> frozenset[str]:
    """The characters of a regular expression's class, written as single ones and a-b ranges."""
    pairs = re.findall(r"(.)-(.)|(.)", ranges, re.DOTALL)
    return frozenset(chr(code) for low, high, one in pairs for code in range(ord(low or one), ord(high or one) + 1))


_INVISIBLE_CHARS = _members(_INVISIBLE_RANGES)
_EXOTIC_BLANKS = _members(_BLANK_RANGES) - {" ", "\n"}


class Symptoms(NamedTuple):
    """What a text may need: decided once for a document, so that clean text costs nothing more."""

    invisible: bool
    blanks: bool
    mojibake: bool
    unordered: bool

    @classmethod
    def of(cls, text: str) -> Symptoms:
        """The symptoms that a text shows."""
        # What Python prints as it is holds neither invisible characters nor any blank but the plain one.
        chars: AbstractSet[str] = frozenset() if text.isprintable() else set(text)
        return cls(
            invisible=not chars.isdisjoint(_INVISIBLE_CHARS),
            blanks=not chars.isdisjoint(_EXOTIC_BLANKS) or "  " in text,
            mojibake=not text.isascii() and _is_mojibake(text),
            unordered=not text.isascii() and not unicodedata.is_normalized("NFC", text),
        )


def _is_mojibake(text: str) -> bool:
    """Whether a lead byte's letter stands before a sign; the letters' own lead byte is sought first, which is quick."""
    return b"\xc3" in text.encode("utf-8", "replace") and _MOJIBAKE.search(text) is not None


def is_plain(text: str) -> bool:
    """Whether a text holds no white space but single blanks within it, and nothing invisible."""
    return text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " "


def clean_text(text: str, symptoms: Symptoms | None = None) -> str:
    """A block's text, normalized, white space as single blanks; cleaning twice changes nothing."""
    shown = symptoms or Symptoms.of(text)
    if shown.mojibake:
        text = _mend(text)
        shown = Symptoms.of(text)
    seen = text
    if shown.invisible:
        text = _INVISIBLE.sub("", text)
    # What was taken out may have stood between a letter and its accent.
    if shown.unordered or (shown.invisible and not unicodedata.is_normalized("NFC", text)):
        text = unicodedata.normalize("NFC", text)
    # What was taken out may have stood between blanks, or have hidden mojibake.
    text = _BLANKS.sub(" ", text).strip() if shown.blanks or shown.invisible or "\n" in text else text.strip()
    if text != seen and _MOJIBAKE.search(text) and (mended := _mend(text)) != text:
        return clean_text(mended)
    return text


def clean_code(text: str) -> str:
    """Text whose lines and indents count, without invisible characters and trailing blanks."""
    text = _ODD_BREAKS.sub("\n", _INVISIBLE.sub("", text))
    return unicodedata.normalize("NFC", _LINE_BLANKS.sub("", text).strip("\n"))


def _mend(text: str) -> str:
    """Mojibake undone by ftfy's decoder alone: its other fixes would straighten quotes and fold widths."""
    import ftfy

    return ftfy.fix_encoding(text)
