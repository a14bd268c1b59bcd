"""A line to the dates that it gives its article: a dateline in print, not a sentence in which a date occurs."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from newsclean.expressions import expression
from newsclean.metadata.date_words import FILLERS, PUBLISHED, UPDATED
from newsclean.metadata.dates import Found, ascii_digits, find_dates, has_date
from newsclean.metadata.months import weekdays

Role = Literal["published", "updated", ""]

LONGEST_LINE = 240
_LABEL_REACH = 40  # characters before a date in which its label stands
_STRANGERS = 3  # words a date's part of a line may hold that are neither label, clock nor filler
_DENSE = expression("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NAMES = 8  # words of a byline before its date: two names and their towns
_DENSE_STRANGERS = 6  # the same in characters, where words aren't parted
_PART = expression(r"\s[|/–—•·-]+\s|[|•·⋅∙●→»\n\t]|\s{3,}")
_WORDS = expression(r"[^\W\d_][^\s\d,;:|()/\[\]–—•]*")
_DIGIT = expression(r"\d")
_BY = expression(
    r"^\W{0,3}(?:by|von|par|por|de|di|da|door|av|af|od|автор|autor|author|text|reporter)\b[\s:]", re.IGNORECASE
)
_SENTENCE_END = expression(r"[^\W\d_]{3,}[.!?…。।]\W{0,2}$")
_COPYRIGHT = expression(
    r"©|\(c\)|copyright|all rights|rights reserved|alle rechte|tous droits|todos los derechos", re.IGNORECASE
)
# Dates of something else than this text: a printed issue, a broadcast, an earlier piece, a law, a comment.
_OTHER = expression(
    r"ausgabe|sendung|dieses thema|im radio\b|radio am\b|gesendet|on air\b|heft|"
    r"edition|issue|print|broadcast|aired|episode|podcast|webinar|foto|photo|image|bild:|picture|"
    r"\d:\d\d min|archiv|file pic|"
    r"\bn[ro]\. ?\d|\bnúm\. ?\d|\bvol\. ?\d|"
    r"case no|act of|law of|comment|kommentar|replied|reply|says:|écrit|número|edición|edizione|numéro",
    re.IGNORECASE,
)
_RANGE = expression(r"\W*(?:[-–—]|to|bis|au|al|until|till|through|à|по|до|do)\W*", re.IGNORECASE)
_SPAN = expression(r"\d\.?\s?(?:[-–—/&]|to|and|bis|und|et|y|e|i|и|og|och|en)\s?$", re.IGNORECASE)
_TERM = expression(
    r"(?<![^\W\d_])(?:until|till|through|by|before|after|since|from|between|bis|seit|nach|vor|ab|jusqu'au|depuis|avant|après|dès|desde|hasta|antes|"
    r"dal|fino|sinds|vanaf|tot|до|после|по|від|після|from|expires?|ends?|deadline|born|died|geboren|né|née|nacido|gestorben|founded|due|"
    r"for|für|pour|para|per|voor|för|til|на|dla|effective|starts?|begins?|join us|event|when|registration)\W{1,3}$",
    re.IGNORECASE,
)
# The labels by their first two letters, so that few of them are sought in a line.
_STEMS: dict[str, list[tuple[str, Role]]] = {}
for _stems, _role in ((PUBLISHED, "published"), (UPDATED, "updated")):
    for _stem in _stems:
        _STEMS.setdefault(_stem[:2], []).append((_stem, _role))  # type: ignore[arg-type]


class Dated(NamedTuple):
    """A date that a line gives: what for, and whether a label says so or the line is nothing but a date."""

    found: Found
    role: Role
    labelled: bool


def read_line(text: str, language: str = "", region: str = "") -> list[Dated]:
    """The dates that a line gives the article it belongs to; none where the line is prose, an event or a copyright."""
    if len(text) > LONGEST_LINE or not has_date(text) or _COPYRIGHT.search(text) or _OTHER.search(text):
        return []
    dates = find_dates(text, language, region)
    if not dates or len(dates) > 4:
        return []
    read: list[Dated] = []
    role: Role = ""
    for number, found in enumerate(dates):
        since = dates[number - 1].end if number else 0
        until = dates[number + 1].start if number + 1 < len(dates) else len(text)
        before, after = _part(text, found, since, until)
        follows = number + 1 < len(dates) and _RANGE.fullmatch(text[found.end : until])
        if follows or _SPAN.search(text[since : found.start]) or _TERM.search(before):
            return []
        label, role = _label(text[since : found.start], role if number else "")
        stamped = found.precision == "minute" and not any(word[0].islower() for word in _strangers(before)[-6:])
        if not label and not _is_alone(before, after, names=number == 0 or stamped, stamped=stamped):
            return []
        if label and _SENTENCE_END.search(text) and len(_strangers(before + " " + after)) > _STRANGERS:
            return []
        read.append(Dated(found, role, label))
    if len(read) > 1 and not read[0].role and read[-1].role == "updated":
        read[0] = Dated(read[0].found, "published", labelled=True)
    return read


def read_stamp(text: str, language: str = "", region: str = "") -> list[Dated]:
    """The date of a line that is known to date its article, whatever else it holds; none where it gives two days."""
    if len(text) > LONGEST_LINE or not has_date(text) or _COPYRIGHT.search(text) or _OTHER.search(text):
        return []
    dates = find_dates(text, language, region)
    if len({one.value[:10] for one in dates}) != 1 or _TERM.search(text[: dates[0].start]):
        return []
    return [Dated(dates[0], "updated" if _label(text[: dates[0].start], "")[1] == "updated" else "", labelled=False)]


def is_label(text: str) -> Role:
    """What a short line that holds a label and no date says of the next one: "published", "updated" or ""."""
    if not 3 <= len(text) <= _LABEL_REACH or _DIGIT.search(text):
        return ""
    labelled, role = _label(text, "")
    return role if labelled else ""


def _part(text: str, found: Found, since: int, until: int) -> tuple[str, str]:
    """The text before and after a date in its part of the line, between bars, dots, dashes and its neighbours."""
    before = _PART.split(text[since : found.start])[-1]
    after = text[found.end : until]
    if until < len(text) and _label(after, "")[0]:
        return before, ""
    return before, _PART.split(after)[0]


def _label(before: str, role: Role) -> tuple[bool, Role]:
    """Whether a word before the date says what it is, and what; a second date without one is as the first."""
    near = before[-_LABEL_REACH:].lower()
    last: tuple[int, Role] = (-1, "")
    for pair in _STEMS.keys() & {near[at : at + 2] for at in range(len(near) - 1)}:
        for stem, name in _STEMS[pair]:
            place = near.rfind(stem)
            if place >= last[0] and place >= 0 and (place == 0 or not near[place - 1].isalpha() or not stem.isascii()):
                # Where both kinds of label begin at once, the first of the tables wins.
                last = (place, name) if place > last[0] or name == "published" else last
    if last[1] and len(_strangers(near[last[0] :])) <= _STRANGERS:
        return True, last[1]
    return False, role


def _strangers(text: str) -> list[str]:
    """Words that neither label nor fill a date's line."""
    return [word for word in _WORDS.findall(ascii_digits(text)) if not _is_expected(word)]


def _is_expected(word: str) -> bool:
    plain = word.lower().strip(".,'’״׳·،")
    if plain in FILLERS or word.lower() in FILLERS or plain.startswith((*PUBLISHED, *UPDATED, "วัน")):
        return True
    return all(piece in weekdays() for piece in plain.split("-"))


def _is_alone(before: str, after: str, *, names: bool, stamped: bool) -> bool:
    """Whether a date without label stands for itself: nothing beside it, or a name or place that a comma parts.

    A date with its time is a stamp: names may lead it without a comma.
    """
    if len(_DENSE.findall(before + after)) > _DENSE_STRANGERS or _is_sentence(after) or after.strip() == ":":
        return False
    ahead, behind = _strangers(before), _strangers(after)
    if len(behind) > _STRANGERS or any(word.islower() and word[0].isalpha() for word in behind):
        return False
    if not ahead or _BY.match(before):
        return len(ahead) <= _NAMES
    if stamped:
        return len(ahead) <= 6
    parted = before.rstrip().endswith((",", "(", "-", "–", ", le", ", den", ", am", ", li"))
    return names and parted and len(ahead) <= 4 and not any(word.islower() for word in ahead)


def _is_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text.rstrip()) is not None and len(_WORDS.findall(text)) > _STRANGERS
