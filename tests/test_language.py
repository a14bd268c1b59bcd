"""The script and language of texts, and of single blocks that are in another one."""

from __future__ import annotations

import pytest

from newsclean.api import Cleaner
from newsclean.metadata.language import script_of

ENGLISH = "Engineers said that the wall would cost four million and take two years."
TOWN = "The town council of Ostermouth voted on Monday to rebuild the old harbour wall, which a storm had broken."
BODY = f"{ENGLISH}\n\n{TOWN}"
RUSSIAN = "Городской совет Остермута решил в понедельник восстановить старую портовую стену после шторма."


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner()


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("The council’s wall — “at last”", "latin"),
        ("Ένα νέο τείχος", "greek"),
        (RUSSIAN, "cyrillic"),
        ("مجلس المدينة", "arabic"),
        ("港の壁を再建する", "east asian"),
        ("항구 방파제를 다시 짓는다", "hangul"),
        ("ท่าเรือ", "thai"),
        ("Việt Nam xây lại tường", "latin"),
        ("2019 – 12", "latin"),
    ],
)
def test_a_text_s_script_is_told_by_its_first_letters(text: str, script: str) -> None:
    assert script_of(text) == script


def test_blocks_in_another_script_have_their_own_language_as_evidence(cleaner: Cleaner) -> None:
    document = cleaner.document(f"{BODY}\n\n{RUSSIAN}\n\nThe mayor, Иван, said so.\n\n{BODY}")
    found = [one for one in document.evidence if one.key == "block_language"]
    assert [(one.value, document.source[one.start : one.end]) for one in found] == [("ru", RUSSIAN)]
    assert document.value("language") == "en"
    document = cleaner.document("\n\n".join([RUSSIAN] * 4 + [ENGLISH] + [RUSSIAN] * 2))
    assert [one.value for one in document.evidence if one.key == "block_language"] == ["en"]
    assert document.value("language") == "ru"
    assert not [one for one in cleaner.document(BODY).evidence if one.key == "block_language"]
