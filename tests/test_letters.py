"""Pages of several letters: who signs one of them is not the page's author."""

from __future__ import annotations

import pytest

from newsclean.api import Cleaner

LETTERS = [
    """\
Letters to the editor

May 8, 2022

Keep the ferry

I was sorry to read that the council wants to end the last ferry of the day. My sons took it to school.

Ruth Vane
Elmhaven

A thank you

A young man carried my shopping up the hill in the rain. I did not ask for his name.

Tom Arden, Low Quarry

Wrong about the mill

Your article says that the mill burned in May. It was in June; my grandfather was there.

Edda Brook
High Quarry
""",
    """\
Leserbriefe

8. Mai 2022

Lasst die Fähre fahren

Mit Bedauern lese ich, dass die letzte Fähre am Abend eingestellt werden soll. Meine Söhne brauchten sie.

Ruth Wahner, Elmhafen

Ein Dank

Ein junger Mann hat mir im Regen die Taschen den Berg hinauf getragen. Seinen Namen kenne ich nicht.

Tom Arden
Niederbruch

Die Mühle

Sie schreiben, die Mühle sei im Mai abgebrannt. Es war im Juni, mein Großvater war dabei.

Edda Bruckner
""",
    """\
Cartas al director

8 de mayo de 2022

El último barco

Leo con pena que el ayuntamiento quiere suprimir el último barco del día. Mis hijos iban en él a la escuela.

Ruth Varela, Almenar

Gracias

Un joven me subió la compra por la cuesta bajo la lluvia. No le pregunté cómo se llamaba.

Tomás Arde

El molino

Dicen ustedes que el molino ardió en mayo. Fue en junio; mi abuelo estaba allí.

Eda Brozas
""",
]


@pytest.mark.parametrize("page", LETTERS)
def test_who_signs_one_letter_among_several_is_no_author_of_the_page(cleaner: Cleaner, page: str) -> None:
    assert not cleaner.document(page).value("authors")
