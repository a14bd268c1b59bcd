"""An article with a pitch between two of its paragraphs goes on behind it: hardly a paragraph is lost."""

from __future__ import annotations

from pathlib import Path

from cases import documents
from newsclean import Cleaner

PITCHES = {
    "de": ("Lesen Sie auch: Der Deich ist fertig", "Abonnieren Sie unseren Newsletter"),
    "en": ("Read more: The flood wall is finished", "Sign up for our newsletter"),
    "es": ("Lea también: El muro está terminado", "Suscríbase a nuestro boletín"),
    "fr": ("Lire aussi : La digue est finie", "Abonnez-vous à notre newsletter"),
    "it": ("Leggi anche: L'argine è finito", "Iscriviti alla nostra newsletter"),
    "nl": ("Lees ook: De dijk is klaar", "Schrijf je in voor onze nieuwsbrief"),
    "pl": ("Czytaj także: Wał jest gotowy", "Zapisz się do naszego newslettera"),
    "pt": ("Leia também: O dique está pronto", "Assine a nossa newsletter"),
    "ru": ("Читайте также: Дамба готова", "Подпишитесь на нашу рассылку"),
    "sv": ("Läs också: Vallen är klar", "Prenumerera på vårt nyhetsbrev"),
}
LOST = 0.02  # share of paragraphs; the shipped weights lose .012, mostly of interviews, tables and verse


def interrupted(path: Path) -> list[str]:
    """The document with each pitch of its language before each paragraph but the first."""
    paragraphs = path.read_text(encoding="utf-8").strip().split("\n\n")
    return [
        "\n\n".join([*paragraphs[:place], pitch, *paragraphs[place:]])
        for pitch in PITCHES.get(path.name.split("-")[0], ())
        for place in range(1, len(paragraphs))
    ]


def test_a_pitch_between_paragraphs_is_not_the_end_of_the_article(cleaner: Cleaner) -> None:
    texts = [(path.name, text) for path in documents("keeps") for text in interrupted(path)]
    pitches = {pitch for both in PITCHES.values() for pitch in both}
    blocks = [block for document in cleaner.documents(texts) for block in document.blocks if block.text not in pitches]
    lost = [block.text for block in blocks if block.cut and block.cut.by_model]
    assert len(blocks) > 5000
    assert len(lost) <= LOST * len(blocks), lost[:20]
