"""Texts are freed from what means nothing and stay as written otherwise, each case with its reason."""

from __future__ import annotations

from typing import Any

import pytest

from cases import cases
from newsclean import Cleaner
from newsclean.characters import clean_code, clean_text


@pytest.mark.parametrize("case", cases("normalize"))
def test_a_text_is_normalized(case: dict[str, Any]) -> None:
    assert clean_text(case["text"]) == case["clean"], case["reason"]


@pytest.mark.parametrize("case", cases("normalize"))
def test_normalizing_twice_changes_nothing(case: dict[str, Any]) -> None:
    assert clean_text(case["clean"]) == case["clean"]


def test_a_lone_surrogate_is_gone() -> None:
    assert clean_text("Rain\ud83d fell.") == "Rain fell."


def test_lines_and_indents_of_code_stay() -> None:
    assert clean_code("for boat in boats:\u200b  \r\n    sail()\u00a0\n\n") == "for boat in boats:\n    sail()"


def test_what_a_record_holds_is_normalized(cleaner: Cleaner) -> None:
    assert cleaner.clean("The cafe\u0301 re\u00adsumed\u00a0its  work\u200b on the quay.").text == (
        "The café resumed its work on the quay."
    )
