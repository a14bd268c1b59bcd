"""Cut corrections to evidence: a stage for newsclean, found through the entry point `newsclean.stages`."""

from __future__ import annotations

from newsclean import Config, Document, Evidence, Stage, each

KIND = "correction"


def corrections(config: Config) -> Stage:
    """The stage that notes what the corrections said which the rule pack cut; configured here, at work in `_note`."""
    del config
    return each(_note)


def _note(document: Document) -> None:
    for block in document.blocks:
        if block.cut and block.cut.kind == KIND:
            document.note(Evidence(KIND, block.text, f"cue:{block.cut.cue}", block.cut.score, block.start, block.end))
