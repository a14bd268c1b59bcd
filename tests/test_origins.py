"""Who holds the rights is a publisher, a phrase of rights is none."""

from __future__ import annotations

import pytest

from newsclean.api import Cleaner

BODY = """\
The town council of Ostermouth voted on Monday to rebuild the old harbour wall, which a storm had broken in February.

Engineers said the wall would cost four million and take two years to finish. The council will borrow most of the money.

"We have waited long enough for this wall," the mayor told reporters after the vote, which took three hours.

Fishermen who keep their boats in the harbour welcomed the decision but asked for an earlier start of the works.
"""


RIGHTS = [
    *(
        "© All rights reserved",
        "© Reprint prohibited",
        "© 2021 Unauthorised copying prohibited",
        "© Alle Rechte vorbehalten",
    ),
    *(
        "© 2020 Nachdruck verboten",
        "© Tous droits réservés",
        "© Reproduction interdite",
        "© Todos los derechos reservados",
    ),
    *(
        "© Reproducción prohibida",
        "© RIPRODUZIONE RISERVATA",
        "© Tutti i diritti riservati",
        "© Todos os direitos reservados",
    ),
    *(
        "© Reprodução proibida",
        "© Tots els drets reservats",
        "© Toate drepturile rezervate",
        "© Alle rechten voorbehouden",
    ),
    *("© Alla rättigheter förbehållna", "© Alle rettigheder forbeholdes", "© Alle rettigheter forbeholdt"),
    *(
        "© Kaikki oikeudet pidätetään",
        "© Wszelkie prawa zastrzeżone",
        "© Všechna práva vyhrazena",
        "© Minden jog fenntartva",
    ),
    *(
        "© Sva prava zadržana",
        "© Все права защищены",
        "© Усі права захищено",
        "© Всички права запазени",
        "© Сва права задржана",
    ),
    *("© Tüm hakları saklıdır", "© Με επιφύλαξη παντός δικαιώματος", "© כל הזכויות שמורות", "© جميع الحقوق محفوظة"),
    *(
        "© تمامی حقوق محفوظ است",
        "© सर्वाधिकार सुरक्षित",
        "© Hak cipta dilindungi undang-undang",
        "© Bản quyền thuộc về chúng tôi",
    ),
    *("© สงวนลิขสิทธิ์", "© 無断転載禁止", "© 版权所有", "© 무단 전재 및 재배포 금지"),
]


@pytest.mark.parametrize("line", RIGHTS)
def test_a_phrase_of_rights_is_no_publisher(cleaner: Cleaner, line: str) -> None:
    document = cleaner.document(f"{BODY}\n{line}\n")
    assert not document.value("publisher")
    assert document.blocks[-1].cut
    assert document.blocks[-1].cut.kind == "copyright"


@pytest.mark.parametrize(
    "line", ["© Quarry Post", "© 2021 Quarry Post. All rights reserved.", "© 2021 Right Bank Gazette"]
)
def test_who_holds_the_rights_is_the_publisher(cleaner: Cleaner, line: str) -> None:
    assert cleaner.document(f"{BODY}\n{line}\n").value("publisher") == line[2:].removeprefix("2021 ").split(".")[0]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2021 Łódzki Kurier", "Łódzki Kurier"),
        ("© 2021 «Озерний вісник»", "Озерний вісник"),
        ("© 2021 新湖社", "新湖社"),
        ("Copyright © 2021 गंगा टाइम्स.", "गंगा टाइम्स"),
        ("© 2021 Jornal da Pedra, S.A. Todos os direitos reservados.", "Jornal da Pedra, S.A."),
        ("© 2021 Quarry Media Pvt. Ltd. All rights reserved.", "Quarry Media Pvt. Ltd."),
    ],
)
def test_a_publisher_s_name_is_whole(cleaner: Cleaner, line: str, name: str) -> None:
    assert cleaner.document(f"{BODY}\n{line}\n").value("publisher") == name
