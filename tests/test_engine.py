"""A document that fails, wherever it is on its way, becomes a reject, and leaves those beside it as they are."""

from __future__ import annotations

import codecs
from dataclasses import replace
from typing import TYPE_CHECKING

from newsclean import Cleaner, Document, Settings, each
from newsclean.engine import Engine
from newsclean.readers import Raw

if TYPE_CHECKING:
    from typing_extensions import Buffer


def test_a_document_that_hangs_before_any_stage_costs_itself_alone() -> None:
    def decode(data: Buffer, errors: str = "strict") -> tuple[str, int]:
        while b"LOOP NOW" in bytes(data):
            pass
        return codecs.utf_8_decode(data, errors)

    codecs.register(lambda name: codecs.CodecInfo(codecs.utf_8_encode, decode) if name == "slow" else None)
    engine = Engine(Settings(encoding="slow", timeout=0.5))
    raws = [Raw(name, name, 0, text) for name, text in (("a", b"Rain fell."), ("b", b"LOOP NOW"), ("c", b"Snow fell."))]
    found = [(document.id, document.source, document.reject) for document in engine.documents(raws)]
    why = "reading failed: TimeoutError: no result in 0.5 seconds (--timeout)"
    assert found == [("a", "Rain fell.", ""), ("b", "", why), ("c", "Snow fell.", "")]


def said(document: Document) -> list[tuple[str, str]]:
    return [(block.text, block.cut.kind if block.cut else "") for block in document.blocks]


def test_what_shares_a_batch_with_a_failure_is_marked_once() -> None:
    def fail(document: Document) -> None:
        if document.id == "bad":
            raise ValueError("told to")

    texts = [(name, f"By Mira Falk\n\n{'Rain fell on the harbour. ' * 9}\n\nRead more: Snow") for name in ("a", "bad")]
    alone = Cleaner().documents(texts)[0]
    cleaner = Cleaner()
    cleaner.engine.pipeline = replace(
        cleaner.engine.pipeline, stages=(*cleaner.engine.pipeline.stages, ("fail", each(fail)))
    )
    beside, bad = cleaner.documents(texts)
    assert bad.reject == "stage fail failed: ValueError: told to"
    assert (beside.evidence, said(beside)) == (alone.evidence, said(alone))
