"""Block text to clean Unicode: NFC, plain blanks, no invisible characters, mojibake mended; letters stay as written."""

from __future__ import annotations

from newsclean.characters import Symptoms, clean_code, clean_text, is_plain
from newsclean.document import Document
from newsclean.pipeline import Config, Stage, each


def normalize(config: Config) -> Stage:
    """The stage that cleans every block's text; it needs no settings."""
    del config
    return each(_normalize)


def _normalize(document: Document) -> None:
    blocks = document.blocks
    symptoms = Symptoms.of(" ".join([block.text for block in blocks]))
    if not any(symptoms):
        return
    local = not symptoms.mojibake and not symptoms.unordered
    for block in blocks:
        if local and is_plain(block.text):
            continue
        block.text = clean_code(block.text) if block.kind == "code" else clean_text(block.text, symptoms)
