"""Documents with appeals lose exactly those, and news that only looks like boilerplate loses nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cases import documents, languages
from newsclean import Cleaner
from newsclean.characters import clean_text


def parameters(folder: str) -> list[Any]:
    return [pytest.param(path, id=path.name) for path in documents(folder)]


# What we know to come out wrong: the day one of these comes out right, it belongs to the others.
KNOWN = pytest.mark.xfail(strict=True, reason="a sentence that ends in initials can't be told from a name")


@pytest.mark.parametrize(
    "path",
    [
        *parameters("appeals"),
        *parameters("keeps"),
        *(pytest.param(path, id=path.name, marks=KNOWN) for path in documents("known")),
    ],
)
def test_exactly_the_article_comes_out_of(path: Path, cleaner: Cleaner) -> None:
    document = cleaner.document(path.read_text(encoding="utf-8"), id=path.name)
    record = cleaner.engine.record(document)
    assert not document.reject
    gold = path.with_suffix(".gold")
    if gold.exists():
        expected = [paragraph for paragraph in gold.read_text(encoding="utf-8").strip().split("\n\n") if paragraph]
        assert record.text.split("\n\n") == (expected or [""])
        assert record.metadata["quality"] == ("" if expected else "only-boilerplate")
        return
    assert [(block.cut.cue, block.text) for block in document.blocks if block.cut] == []
    assert all(block.text in record.text for block in document.blocks)
    if document.format == "text":
        assert record.text.split() == clean_text(document.source).split()


@pytest.mark.parametrize("folder", ["appeals", "keeps"])
def test_there_are_enough_documents_in_enough_languages(folder: str) -> None:
    print(f"{folder}: {len(documents(folder))} documents in {len(languages(folder))} languages")
    assert len(documents(folder)) >= 80
    assert len(languages(folder)) >= 20


def test_every_appeal_says_what_must_come_out() -> None:
    assert [path.name for path in documents("appeals") if not path.with_suffix(".gold").exists()] == []
