"""Sources to blocks, by the parser of each document's format."""

from __future__ import annotations

from newsclean.parsers import parse as parse_document
from newsclean.pipeline import Config, Stage, each


def parse(config: Config) -> Stage:
    """The stage that every other one needs; it has no settings."""
    del config
    return each(parse_document)
