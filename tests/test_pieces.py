"""A pitch within a paragraph takes its own sentences and leaves the article's."""

from __future__ import annotations

import pytest

from newsclean.api import Cleaner

STORY = (
    "The ferry at Lehe is running again after two years, the town said on Monday.\n\n{}\n\nThe works cost a million.\n"
)
BORN = "She was born in Lehe, the second of four daughters of a harbour pilot. A judge jailed him for three years."
GEBOREN = "Sie kam in Lehe zur Welt, als zweite von vier Töchtern eines Lotsen. Ein Richter schickte ihn ins Gefängnis."


@pytest.mark.parametrize(
    ("before", "pitch", "after"),
    [
        (BORN, "Sign up to our free daily newsletter here.", ""),
        ("", "Sign up to our free daily newsletter here.", BORN),
        (BORN, "Sign up to our free daily newsletter here.", BORN.replace("She", "He")),
        (GEBOREN, "Abonnieren Sie unseren Newsletter.", ""),
    ],
    ids=["behind", "before", "between", "German"],
)
def test_a_pitch_takes_its_own_sentence(cleaner: Cleaner, before: str, pitch: str, after: str) -> None:
    document = cleaner.document(STORY.format(f"{before} {pitch} {after}".strip()))
    assert [block.text for block in document.blocks if block.cut and block.cut.kind == "newsletter"] == [pitch]


@pytest.mark.parametrize(
    "pitch",
    [
        "Want more of this? Sign up to our free daily newsletter here. It comes at six.",
        "Rejoignez-nous ! Inscrivez-vous à notre newsletter gratuite.",
    ],
)
def test_a_pitch_of_several_sentences_goes_whole(cleaner: Cleaner, pitch: str) -> None:
    document = cleaner.document(STORY.format(pitch))
    assert pitch not in " ".join(block.text for block in document.blocks if not block.cut)
    assert [block.text for block in document.blocks if block.cut and block.cut.kind == "newsletter"] == [pitch]


@pytest.mark.parametrize(
    ("pitch", "rest"),
    [
        ("", "Inscrivez-vous à notre newsletter, me supplie une fenêtre. On ne lit plus la presse."),
        ("Follow us on Facebook and Instagram.", "She was born in Lehe, the second of four daughters of a pilot."),
    ],
    ids=["told by a window", "above an article"],
)
def test_what_tells_of_a_pitch_or_follows_it_stays(cleaner: Cleaner, pitch: str, rest: str) -> None:
    document = cleaner.document(STORY.format(f"{pitch} {rest}".strip()))
    assert rest in [block.text for block in document.blocks if not block.cut]
