"""Texts to one array of character classes, the ground of all features of shape and words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean.labeler.arrays import Ints

CLASSES = 16
OTHER, SPACE, NEWLINE, LOWER, UPPER, UNCASED, UNSPACED, DIGIT = range(8)
STOP, COMMA, COLON, QUOTE, BRACKET, DASH, SYMBOL, MARK = range(8, CLASSES)

_SIGNS = {
    STOP: ".!?…。！？।؟｡",
    COMMA: ",;、，؛；،",
    COLON: ":：",
    QUOTE: "\"“”„‟«»'’‘‚‹›「」『』`´",
    BRACKET: "()[]{}【】（）〈〉《》",
    DASH: "-–—‐‑―/",
    MARK: "|•·»→←▶►▸©®★☆✓✔*▼▲●■◆",
}
# Scripts written without spaces, then scripts without case, beyond the range that is looked up one by one.
_LOOKED_UP = 0x3100
_RANGES = (
    (0x3100, 0xA000, UNSPACED), (0xA000, 0xD7B0, UNCASED), (0xF900, 0xFB00, UNSPACED), (0xFB00, 0xFE00, UNCASED),
    (0xFE30, 0xFE70, SYMBOL), (0xFE70, 0xFF00, UNCASED), (0xFF00, 0xFF66, SYMBOL), (0xFF10, 0xFF1A, DIGIT),
    (0xFF21, 0xFF3B, UPPER), (0xFF41, 0xFF5B, LOWER), (0xFF66, 0xFFA0, UNSPACED), (0xFFFF, 0x10000, SYMBOL),
)  # fmt: skip
_CATEGORIES = {
    **dict.fromkeys("Lm Lo Mc Me Mn".split(), UNCASED), **dict.fromkeys("Lu Lt".split(), UPPER), "Ll": LOWER,
    **dict.fromkeys("Nd Nl No".split(), DIGIT), **dict.fromkeys("Pc Pd Pe Pf Pi Po Ps Sc Sk Sm So".split(), SYMBOL),
    **dict.fromkeys("Cc Cf Cn Co Cs Zl Zp".split(), OTHER), "Zs": SPACE,
}  # fmt: skip
_UNSPACED = ((0xE00, 0xF00), (0x1000, 0x10A0), (0x1780, 0x17E0), (0x3005, _LOOKED_UP))


class Characters(NamedTuple):
    """All texts of a batch in one row, each led by a newline: code points up to 0xffff, classes, where texts begin."""

    codes: npt.NDArray[np.int64]
    classes: npt.NDArray[np.uint8]
    starts: Ints
    lengths: Ints


def read_characters(texts: Sequence[str]) -> Characters:
    """The characters of texts; those beyond the basic plane count as one symbol."""
    joined = "\n" + "\n".join(texts) + "\n"
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    codes = np.minimum(points, 0xFFFF).astype(np.int64)  # as it is looked up with, twice
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    return Characters(codes, class_table().take(codes), np.cumsum(lengths + 1) - lengths, lengths)


@cache
def class_table() -> npt.NDArray[np.uint8]:
    """The class of every code point up to 0xffff."""
    table = np.zeros(0x10000, np.uint8)
    looked_up = bytes([_CATEGORIES[unicodedata.category(chr(code))] for code in range(_LOOKED_UP)])
    table[:_LOOKED_UP] = np.frombuffer(looked_up, np.uint8)
    for start, end in _UNSPACED:
        written = table[start:end]
        written[written == UNCASED] = UNSPACED
    for start, end, value in _RANGES:
        table[start:end] = value
    table[[0x9, 0x200B]] = SPACE
    table[[0xA, 0xD]] = NEWLINE
    for value, signs in _SIGNS.items():
        table[[ord(sign) for sign in signs]] = value
    return table


@cache
def lower_table() -> npt.NDArray[np.uint32]:
    """A number for every code point up to 0xffff, the same for both cases where lower case is one character too."""
    table = np.arange(0x10000, dtype=np.uint32)
    cased = "".join(map(chr, range(0x2000))).replace("İ", "\0")  # lower case of it is two characters
    table[:0x2000] = np.frombuffer(cased.lower().encode("utf-32-le"), np.uint32)
    table[ord("İ")] = ord("İ")
    return table * np.uint32(0x27D4EB2F) + np.uint32(0x165667B1)
