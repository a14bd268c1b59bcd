"""Which packs speak in a text: those of the languages that it may be in, and where that can't be told all of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import environment
from newsclean import Block, Cleaner
from newsclean.metadata.language import languages_of, sample
from newsclean.plugins import rules_version
from newsclean.rules import builtin, builtin_packs
from newsclean.rules.tongues import ALWAYS, TONGUES, tongue_of, tongues_of
from newsclean.settings import Settings

GERMAN = "Der Stadtrat beschloss am Montag, die alte Hafenmauer wieder aufzubauen, die ein Sturm zerstört hatte."
ENGLISH = "The town council voted on Monday to rebuild the old harbour wall, which a storm had broken in spring."
LABEL = "Lesen Sie auch:"
WAVE = """
[[cue]]
id = "de.share.wave"
kind = "share"
triggers = ["winkt uns"]
pattern = '^winkt uns zu$'
cuts = ["Winkt uns zu"]
keeps = ["Sie winkt uns zu jeder Stunde."]
"""


def test_every_built_in_pack_speaks_always_or_in_its_own_language() -> None:
    assert {pack.language for pack in builtin_packs()} - TONGUES == {"en", "und"}
    assert {tongue_of(pack.language) for pack in builtin_packs()} == {ALWAYS, *TONGUES}


@pytest.mark.parametrize(
    ("languages", "packs"),
    [
        ({"en": 0.98}, set()),
        ({"de": 0.97}, {"de"}),
        ({"en": 0.6, "de": 0.3}, {"de"}),
        ({"nn": 0.9}, {"da", "no"}),
        ({"hr": 0.8, "sl": 0.1}, {"sl", "sr"}),
        ({"sh": 0.36, "hr": 0.25, "sr": 0.23, "bs": 0.08}, {"sr"}),
        ({"eo": 0.9}, set()),
        ({"de": 0.4, "nl": 0.3}, TONGUES),
        ({}, TONGUES),
    ],
)
def test_what_a_text_may_be_in_decides_whose_cues_are_looked_for(languages: dict[str, float], packs: set[str]) -> None:
    assert tongues_of(languages) == packs


def test_a_pack_is_silent_in_a_text_of_another_language() -> None:
    cleaner = Cleaner(without=("residue",))
    assert LABEL not in cleaner.clean("\n\n".join([GERMAN, LABEL, *[GERMAN] * 3])).text
    assert LABEL in cleaner.clean("\n\n".join([ENGLISH, LABEL, *[ENGLISH] * 3])).text


def test_a_pack_that_the_user_names_speaks_in_every_text() -> None:
    cleaner = Cleaner(without=("residue",), language="de")
    assert LABEL not in cleaner.clean("\n\n".join([ENGLISH, LABEL, *[ENGLISH] * 3])).text


def test_a_page_whose_longest_paragraph_is_in_another_language_may_be_in_both() -> None:
    cookies = Block(f"{ENGLISH} {ENGLISH}", 0, 1)
    assert set(languages_of(sample([cookies, *[Block(GERMAN, 1, 2)] * 3]))) >= {"en", "de"}


def test_packs_of_other_languages_are_not_read() -> None:
    code = (
        "import newsclean; from newsclean.rules import builtin_packs;"
        f"newsclean.clean({ENGLISH!r});"
        "print(*(pack.name for pack in builtin_packs(examples=False) if 'cues' in vars(pack)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment(), text=True)
    assert done.stdout.split() == ["und", "en"]


def test_a_cue_of_the_user_speaks_where_its_language_does(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(WAVE, encoding="utf-8")
    cleaner = Cleaner(without=("residue",), rules=(str(path),))
    for paragraph, stays in ((ENGLISH, True), (GERMAN, False)):
        text = cleaner.clean("\n\n".join([paragraph, "Winkt uns zu", *[paragraph] * 3])).text
        assert ("Winkt uns zu" in text) is stays


def test_what_was_cleaned_with_packs_by_name_is_not_what_was_cleaned_by_guess() -> None:
    everything = ",".join(pack.language for pack in builtin_packs())
    assert rules_version(Settings()) != rules_version(Settings(language=everything))


def test_compiled_packs_that_are_not_whole_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "packs.jsonl"
    broken.write_bytes(builtin.COMPILED.read_bytes()[:-1])
    assert builtin.compiled_heads()
    monkeypatch.setattr(builtin, "COMPILED", broken)
    assert builtin.compiled_heads() == {}
