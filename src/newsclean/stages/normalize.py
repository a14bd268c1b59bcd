"""Block text to clean Unicode: NFC, plain blanks, no invisible characters, mojibake mended; letters stay as written."""

from __future__ import annotations

from newsclean.characters import Symptoms, clean_code, clean_text
from newsclean.document import Document
from newsclean.pipeline import Config, Stage, each


def normalize(config: Config) -> Stage:
    """The stage that cleans every block's text; it needs no settings."""
    del config
    return each(_normalize)


def _normalize(document: Document) -> None:
    symptoms = Symptoms.of("\n".join(block.text for block in document.blocks))
    if not any(symptoms):
        return
    for block in document.blocks:
        block.text = clean_code(block.text) if block.kind == "code" else clean_text(block.text, symptoms)
