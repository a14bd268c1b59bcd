"""A byline's words to the names of persons: lists parted, functions, places and handles off, capitals lowered."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclean.expressions import expression
from newsclean.metadata.agencies import agency_of

LONGEST = 48  # characters of a name
_PAIRED = (6, 8)  # words in a row that are no single name
_PARTICLES = frozenset(
    "van von der den de del della di da dos das do du la le el al bin ibn ben y e zu zum zur ten ter af av "
    "bint abu o' mac st. i".split()
)
_AND = expression(
    r"\s*(?:[,;、，；/]|\s[|•·]\s|\s(?:and|und|et|y|e|и|і|та|och|og|en|i|a|ve|dan|și|ja|és|ir|και|with|mit|avec|con|và|und)\s|\s?&\s?|\s\+\s)\s*",
)
_NOISE = expression(
    r"\([^)]*\)|\[[^\]]*\]|[\w.+-]+@[\w.-]+|@\w+|https?://\S+|www\.\S+|\b(?:follow|twitter|email|e-mail|bio|facebook|contact|profile|"
    r"subscribe|view|more|author|linkedin|instagram)\b.*$",
    re.IGNORECASE,
)
# Cheap looks before the costly ones.
_NOISE_WORDS = frozenset(
    "follow twitter email e bio facebook contact profile subscribe view more author linkedin instagram".split()
)
_WORDS = expression(r"\w+")
_MAY_BE_NOISE = expression(r"[(\[@]|http|www\.")
_MAY_BE_GLUED = expression(r"[^\W\d_A-Z][A-Z]|and\s[A-Z]|(?:right|left|up|down)$")
_PLACE = expression(r"\s+(?:in|at|from|for|à|au|aus|fra|from|reporting|w|из|в|desde|für)\s+(?=[^\W\d_]).*$")
_TRAIL = expression(r"\s(?:on|updated|posted|published)$", re.IGNORECASE)  # what led a date that is gone
# Words that make a name that of a function, a desk or a house.
_NOT_A_PERSON = frozenset(
    "news times post press daily zeitung magazine online team staff desk redaktion redaction redacción "
    "redazione redactie redakcja редакция media network journal radio tv television bbc cnn npr abc nbc cbs "
    "fox guardian telegraph tribune herald gazette chronicle observer editor editors editorial reporter "
    "reporters writer writers correspondent correspondents korrespondent korrespondentin redakteur "
    "redakteurin journalist journaliste journalistin periodista giornalista contributor contributors "
    "columnist kolumne analyst producer photographer chief senior deputy assistant associate managing "
    "executive director president minister professor university institute agency agentur agence agencia "
    "agenzia bureau newsroom newswire wire service services group gmbh inc ltd llc llp corporation company "
    "read more share sign subscribe newsletter home menu search login log about contact privacy policy terms "
    "cookie advertisement sport sports politics business opinion culture world local video photo photos foto "
    "fotos image images getty credit updated published last first minutes min today yesterday ago new york "
    "city street department ministry office council committee party government editorials exclusive breaking "
    "live analysis review interview column letters special report top stories best latest the this how why "
    "what when where who which is are was were has have will can your our you we my their his her its "
    "comments comment views related topics topic download pdf artikel hören article audio video anhören "
    "escuchar suscríbete ähnliche mehr thema themen nachrichten integration tarife politik wirtschaft sport "
    "kultur panorama ausland inland gesellschaft startseite deportes economía cultura opinión sociedad "
    "política internacional société économie culture monde actualité politica cronaca esteri economia cultura "
    "spettacoli nyheter nieuws sporten wiadomości świat kraj новости политика экономика спорт мир україна "
    "новини world cup open data cookies privacy january february march april may june july august september "
    "october november december monday tuesday wednesday thursday friday saturday sunday share facebook "
    "twitter whatsapp telegram reddit pinterest linkedin email copy print link save saved listen play watch follow "
    "articles mode social sharing popular".split()
)
_NAMES_TOO = frozenset("will may april june august read best you city mark bill".split())  # of these, some are names
# Words that no name begins with, though some stand within one.
_NOT_FIRST = frozenset(
    "der die das den dem ein eine kein keine keinen in im am zum zur weitere neue alle mehr the a an all no new "
    "ihr ihre dein deine mein meine unser unsere wir sie most by".split()
)
# Words that say what a person does for the paper.
FUNCTIONS = frozenset(
    "editor reporter writer correspondent journalist columnist contributor korrespondent korrespondentin "
    "redakteur redakteurin redaktor redaktorin journaliste journalistin periodista corresponsal redactor "
    "redactora giornalista jornalista repórter verslaggever redacteur korespondent redaktor dziennikarz "
    "dziennikarka redaktör reporteri toimittaja журналист журналистка корреспондент обозреватель кореспондент "
    "журналіст muhabir gazeteci wartawan freelancer staff political senior assistant associate science chief "
    "freelance volontär volontärin enviado enviada".split()
)
_FUNCTION_ENDS = (
    "korrespondent",
    "korrespondentin",
    "redakteur",
    "redakteurin",
    "journalist",
    "reporter",
    "chef",
    "chefin",
    "editor",
)
_CITIES = frozenset(
    (
        "new york|los angeles|san francisco|hong kong|tel aviv|new delhi|mexico city|buenos aires|"
        "são paulo|sao paulo|rio de janeiro|cape town|abu dhabi|kuala lumpur|den haag|the hague|"
        "addis ababa|phnom penh|las vegas|san diego|st. petersburg|saint petersburg|san juan|santa cruz|"
        "san jose|santiago de chile|north korea|south korea|south africa|united states|united kingdom|"
        "saudi arabia|sri lanka|new zealand|costa rica|el salvador|great britain|middle east|white house|"
        "downing street|palma de mallorca|washington d.c|washington dc"
    ).split("|")
)
_FUNCTION = expression(
    r"^(?:dr|prof|mr|mrs|ms|sir|dame|hon|lord|rev|fr|ing|mag|dipl|phd|ph\.d|md|mba)\.?\s+|,?\s+(?:phd|ph\.d\.?|md|mba|jr\.?(?=,)|esq\.?)$",
    re.IGNORECASE,
)
# A function, or "and" before an agency, that a scraper glued to the name before it: "Ada NovakRedakteurin".
_GLUED = expression(
    r"(?<=[^\W\d_A-Z]{3})(?:(?:Redakteur|Korrespondent|Journalist|Volont[äa]r|Redaktor)(?:in)?|Editor|Reporter|Correspondent|Writer|"
    r"(?:chevron|arrow|caret)-(?:right|left|up|down)|Contributor|Columnist|Periodista|Redactora?|Giornalista|and(?=\s[A-Z]{2,4}$))\b(?!-).*$"
)
_DESK = expression(r"(?<=[^\W\d_A-Z]{2})[A-Z][^\W\d_]+")  # "Ada NovakStaff", "Tim BergWORLDNews"
_PIECES = expression(r"[A-Z]+(?![a-z])|[A-Z][a-z]+")
_GLUE = expression(r"(?<=[^\W\d_A-Z]{3})(?=[A-ZÄÖÜÅØÉŠČŽ][^\W\d_A-Z]+ )")
_DENSE = expression("^[\u3400-\u9fff々]{1,4}[\\s\u3000]?[\u3400-\u9fff\u3040-\u30ff々]{1,4}$|^[\uac00-\ud7af]{2,4}$")
_TOKEN = expression(r"[^\W\d_][^\W\d_'’.\u0300-\u036f\u0900-\u0dff-]*[\w'’.\u0300-\u036f\u0900-\u0dff-]*$")


def names_in(text: str, *, explicit: bool = False) -> list[str]:
    """The persons that a list names, in order; none if its first entry is no person.

    `explicit` says that a "by" led the list: then one more entry that is no name doesn't spoil it.
    """
    if _MAY_BE_GLUED.search(text):
        text = _DESK.sub(_without_desk, _GLUED.sub("", text))
    if _MAY_BE_NOISE.search(text) or not _NOISE_WORDS.isdisjoint(_WORDS.findall(text.lower())):
        text = _NOISE.sub(" ", text)
    text = text.strip(" .,:;-–—|·•*")
    found: list[str] = []
    for number, part in enumerate(piece for entry in _AND.split(text) for piece in _unglued(entry)):
        name = as_name(part, explicit=explicit) or led_name(part)
        if name:
            found.append(name)
        elif part.strip() and (number == 0 or not explicit):
            return found if explicit or number > 0 else []
    return list(dict.fromkeys(found))


def _without_desk(match: re.Match[str]) -> str:
    """What follows a name without a blank, if it isn't all words of houses and desks."""
    return "" if all(piece.lower() in _NOT_A_PERSON for piece in _PIECES.findall(match[0])) else match[0]


def _unglued(part: str) -> list[str]:
    """Names that a scraper glued together ("Ada NovakTim Berg"), or three and four without commas; else the part."""
    words = part.split()
    if len(words) in _PAIRED and all(as_name(" ".join(words[at : at + 2])) for at in range(0, len(words), 2)):
        return [" ".join(words[at : at + 2]) for at in range(0, len(words), 2)]
    pieces = _GLUE.split(part)
    return pieces if len(pieces) > 1 and all(as_name(piece) for piece in pieces) else [part]


def led_name(text: str) -> str:
    """The name at the beginning of a text that goes on with a function: "Ada Novak Political Correspondent"."""
    words = text.split()
    if not words or agency_of(words[0]):  # "AP Auto Writers"
        return ""
    for count in (2, 3):
        rest = [word.lower().strip(".,") for word in words[count:]]
        if rest and any(word in FUNCTIONS or word.endswith(_FUNCTION_ENDS) for word in rest[:4]):
            return as_name(" ".join(words[:count]))
    return ""


@lru_cache(maxsize=4096)
def as_name(text: str, *, explicit: bool = False) -> str:
    """The person's name in usual case, without titles and places; "" if it isn't shaped like one.

    `explicit` says that it can be nothing else: then Will, April and You are names too.
    """
    text = _FUNCTION.sub("", _PLACE.sub("", _TRAIL.sub("", " ".join(text.split())))).strip(' .,:;-–—|·•*"“”')
    if not 2 <= len(text) <= LONGEST or any(character.isdigit() for character in text):
        return ""
    if _DENSE.match(text):
        return text
    words = text.split()
    return _usual_case(words) if text.lower() not in _CITIES and _is_named(words, text, explicit=explicit) else ""


def _is_named(words: list[str], text: str, *, explicit: bool) -> bool:
    """Whether words look like first and last name: two to five, capital, and none that belongs to a house or desk."""
    if not 2 <= len(words) <= 5 or words[0][0].islower() or not all(_is_part(word) for word in words):
        return False
    strangers = [word for word in words if word.lower().strip(".") in _NOT_A_PERSON]
    if explicit and len(strangers) == 1 and strangers[0].lower() in _NAMES_TOO:
        strangers = []
    if strangers or words[0].lower() in _NOT_FIRST:
        return False
    if not text.isupper() and any(word.isupper() and len(word) > 2 and word.isascii() for word in words[:-1]):
        return False
    return sum(not word[0].islower() for word in words) > 1


def _is_part(word: str) -> bool:
    if word.lower() in _PARTICLES:
        return True
    return bool(_TOKEN.match(word)) and not word[0].islower()


def _usual_case(words: list[str]) -> str:
    """SMITH-JONES to Smith-Jones where all words are capitals; one surname in capitals stays as it is printed."""
    if any(character.islower() for character in "".join(words)):
        return " ".join(words)
    return " ".join(word if len(word.strip(".")) < 2 or "." in word[:-1] else _capital(word) for word in words)


def _capital(word: str) -> str:
    parts = re.split(r"([-'’])", word)
    word = "".join(part[:1] + part[1:].lower() for part in parts)
    return f"Mc{word[2].upper()}{word[3:]}" if word.startswith("Mc") and len(word) > 4 else word
