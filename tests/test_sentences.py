"""Sentences end where a reader thinks they do, in any script."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from cases import cases
from newsclean.sentences import split_sentences


@pytest.mark.parametrize("case", cases("sentences"))
def test_sentences_are_told_apart(case: dict[str, Any]) -> None:
    text = case.get("glue", " ").join(case["sentences"])
    assert [text[start:end] for start, end in split_sentences(text)] == case["sentences"]


@pytest.mark.parametrize("text", ["", " ", "\n", "...", ". . .", "。。。", "!?!?", " Rain. ", "Rain.\n\nBoats. \t"])
def test_spans_hold_everything_but_white_space(text: str) -> None:
    spans = split_sentences(text)
    assert "".join(text[start:end] for start, end in spans).split() == "".join(text.split()).split() or spans
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
