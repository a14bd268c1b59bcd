"""A document to the tongues whose packs speak in it, beside those that always do."""

from __future__ import annotations

from newsclean.document import Document
from newsclean.metadata.language import languages_in
from newsclean.pipeline import Config
from newsclean.rules.tongues import TONGUES, tongues_of


def spoken_in(document: Document, config: Config) -> frozenset[str]:
    """Every tongue if the user names the packs, else those of the languages that the document may be in."""
    return TONGUES if config.language else tongues_of(languages_in(document, document.blocks))
