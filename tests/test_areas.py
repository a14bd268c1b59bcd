"""A page's tags tell its navigation, margins, windows and captions from its article."""

from __future__ import annotations

from typing import Any

import pytest

from cases import cases
from newsclean import Cleaner


@pytest.mark.parametrize("case", cases("areas"))
def test_tags_cut_what_is_no_article(case: dict[str, Any]) -> None:
    cleaner = Cleaner(without=("cues", "residue", "repeats", "metadata"))
    page = f"<!doctype html><html>{case['html']}</html>"
    found = {block.text.split()[0]: block.cut.cue for block in cleaner.document(page).blocks if block.cut}
    assert found == case["cuts"]


def test_captions_stay_if_the_user_ignores_them() -> None:
    page = "<!doctype html><html><p>It opened.</p><figure><figcaption>A bridge</figcaption></figure></html>"
    cleaner = Cleaner(without=("residue",), ignore=("html.caption",))
    assert cleaner.clean(page).text == "It opened.\n\nA bridge"
