"""A text's first line, with a byline or more right behind it, is its headline."""

from __future__ import annotations

import pytest

from newsclean.api import Cleaner

BODY = "The ferry is running again, the town said on Monday.\n\nThe works took two years.\n"
GERMAN = "Die Fähre in Lehe fährt wieder, teilte die Stadt am Montag mit.\n\nDie Arbeiten dauerten zwei Jahre.\n"
SPANISH = "El barco de Lehe vuelve a cruzar, dijo la ciudad el lunes.\n\nLas obras duraron dos años.\n"
FRENCH = "Le bac de Lehe traverse de nouveau, a dit la ville lundi.\n\nLes travaux ont duré deux ans.\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ferry runs again\nBy Ada Novak\nJune 12, 2021\n\n{BODY}", "Ferry runs again"),
        (f"Ferry runs again\n\n12 June 2021\n\nBy Ada Novak\n\n{BODY}", "Ferry runs again"),
        (f"Ferry runs again\n\nBy Ada Novak\n\n{BODY}", "Ferry runs again"),
        (f"Fähre legt wieder ab\nVon Ada Novak\n12.06.2021\n\n{GERMAN}", "Fähre legt wieder ab"),
        (f"Vuelve el barco\nPor Ada Novak\n12 de junio de 2021\n\n{SPANISH}", "Vuelve el barco"),
        (f"Le bac repart\nPar Ada Novak\n12 juin 2021\n\n{FRENCH}", "Le bac repart"),
    ],
)
def test_a_first_line_before_byline_and_date_is_the_headline(cleaner: Cleaner, text: str, title: str) -> None:
    assert cleaner.document(text).value("title") == title


@pytest.mark.parametrize(
    "head",
    [
        "By Ada Novak\nJune 12, 2021",
        "June 12, 2021\nBy Ada Novak",
        "The town is glad.\nThe ferry runs.",
        "Home\nNews\nSport",
    ],
)
def test_no_other_first_line_is(cleaner: Cleaner, head: str) -> None:
    assert cleaner.document(f"{head}\n\n{BODY}").value("title") == ""
