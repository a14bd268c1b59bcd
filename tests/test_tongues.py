"""Which packs speak in a text: those of the languages that it may be in, and where that can't be told all of them."""

from __future__ import annotations

import pytest

from newsclean import Cleaner
from newsclean.metadata.language import languages_of
from newsclean.rules import builtin_packs
from newsclean.rules.tongues import ALWAYS, TONGUES, speaking, tongue

GERMAN = "Der Stadtrat beschloss am Montag, die alte Hafenmauer wieder aufzubauen, die ein Sturm zerstört hatte."
ENGLISH = "The town council voted on Monday to rebuild the old harbour wall, which a storm had broken in spring."
LABEL = "Lesen Sie auch:"


def test_every_built_in_pack_speaks_always_or_in_its_own_language() -> None:
    assert {pack.language for pack in builtin_packs()} - TONGUES == {"en", "und"}
    assert {tongue(pack.language) for pack in builtin_packs()} == {ALWAYS, *TONGUES}


@pytest.mark.parametrize(
    ("languages", "packs"),
    [
        ({"en": 0.98}, set()),
        ({"de": 0.97}, {"de"}),
        ({"en": 0.6, "de": 0.3}, {"de"}),
        ({"nn": 0.9}, {"da", "no"}),
        ({"hr": 0.8, "sl": 0.1}, {"sr"}),
        ({"eo": 0.9}, set()),
        ({"de": 0.4, "nl": 0.3}, TONGUES),
        ({}, TONGUES),
    ],
)
def test_what_a_text_may_be_in_decides_whose_cues_are_looked_for(languages: dict[str, float], packs: set[str]) -> None:
    assert speaking(languages) == packs


def test_a_pack_is_silent_in_a_text_of_another_language() -> None:
    cleaner = Cleaner(without=("residue",))
    assert LABEL not in cleaner.clean("\n\n".join([GERMAN, LABEL, *[GERMAN] * 3])).text
    assert LABEL in cleaner.clean("\n\n".join([ENGLISH, LABEL, *[ENGLISH] * 3])).text


def test_a_pack_that_the_user_names_speaks_in_every_text() -> None:
    cleaner = Cleaner(without=("residue",), language="de")
    assert LABEL not in cleaner.clean("\n\n".join([ENGLISH, LABEL, *[ENGLISH] * 3])).text


def test_a_page_of_two_languages_may_be_in_both() -> None:
    assert set(languages_of(f"{ENGLISH} {GERMAN}")) >= {"en", "de"}
