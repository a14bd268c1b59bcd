"""The lines around headline and body to the time of publication and that of the last change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsclean.document import Block
from newsclean.expressions import expression
from newsclean.metadata.date_lines import Dated
from newsclean.metadata.dates import Found, find_dates
from newsclean.metadata.layout import BYLINE, DATE, Layout, chance

_BEFORE_HEADLINE = 8  # blocks before a headline in which its date may stand
_PROSE_BELOW = 3  # paragraphs of the body after which no date of the head follows
_REACH = 60  # blocks before the body from which on dates are sought where the headline has none
_PLACED = 0.76  # confidence that only dates between headline and body reach without a label
_MARGIN, _DISPUTED = 0.15, 0.45
_LIKELY, _HALF, _CERTAIN = 0.3, 0.5, 0.7  # the labeler's chances that a line dates its article
_BYLINE_ABOVE, _DATE_BELOW = 0.1, 0.25  # the same where a byline and a date follow each other
_NAME = 60  # characters of that byline
_BEHIND = 0.2  # what a date without label behind the text loses: other articles follow there
_BELIEF = 0.3  # weight of that chance
_STAMP = 100  # characters of a line that is sought far from the headline
_CROWD = 4  # unlabelled dates from which on they are those of other articles
# "MOSCOW, Sept. 9, 2019 (Reuters) -": a place in capitals or name case, a date, then a dash.
_PLACE = 120  # characters that a dateline takes at most
_DATELINE = expression(r"^[^\W\d_][^–—:]{1,70}?\d{4}[^–—:]{0,30}?\s?(?:[–—]|--|\s-)\s")


class Sighting(NamedTuple):
    """A date that a block gives: how sure it is that it is the article's, 0..1."""

    dated: Dated
    block: Block
    score: float


def find_publication(layout: Layout, headline: int | None) -> list[Sighting]:
    """Dates that may be the article's, published and updated, likeliest first; `headline` is its block's number."""
    found = list(_head(layout, headline))
    plain = [one for one in found if not one.dated.labelled]
    if len(plain) > _CROWD:
        least = min(0.75, _clear(plain))
        found = [one for one in found if one.dated.labelled or one.score >= least]
    if not any(one.dated.role != "updated" for one in found):
        found += [*_dateline(layout), *_anywhere(layout)]
    return _undisputed(sorted(_settled(found), key=lambda one: -one.score))


def _clear(plain: list[Sighting]) -> float:
    """The best score, if no other day comes near it; 1 otherwise."""
    best = max(plain, key=lambda one: one.score)
    day = best.dated.found.value[:10]
    rival = max((one.score for one in plain if one.dated.found.value[:10] != day), default=0.0)
    return best.score if rival < best.score - _MARGIN else 1.0


def _undisputed(found: list[Sighting]) -> list[Sighting]:
    """The sightings, without belief in an unlabelled first one away from the headline that another day disputes."""
    if not found or found[0].dated.labelled or found[0].score >= _PLACED:
        return found
    day = found[0].dated.found.value[:10]
    rivals = [one for one in found if one.score > found[0].score - _MARGIN and one.dated.role != "updated"]
    if all(one.dated.found.value[:10] == day for one in rivals):
        return found
    return [one._replace(score=min(one.score, _DISPUTED)) for one in found]


def _head(layout: Layout, headline: int | None) -> Iterator[Sighting]:
    """Dates between a little above the headline and a little into the body."""
    first = max(0, (layout.start - 12) if headline is None else min(headline, layout.start) - _BEFORE_HEADLINE)
    last = min(len(layout.blocks), max(layout.start, headline or 0) + 20)
    for number in layout.among_datable(first, last):
        block = layout.blocks[number]
        if chance(block, DATE) < _LIKELY and _prose_before(layout, number) > _PROSE_BELOW:
            continue
        for dated in layout.dates(number):
            yield Sighting(dated, block, _score(layout, dated, number, headline))


def _prose_before(layout: Layout, number: int) -> int:
    """How many paragraphs the body has up to a block."""
    return sum(size > 0 for size in layout.prose[layout.start : number + 1])


def _score(layout: Layout, dated: Dated, number: int, headline: int | None) -> float:
    """How sure: by label, precision and place."""
    score = 0.85 if dated.labelled else {"minute": 0.75, "day": 0.7, "month": 0.4, "year": 0.35}[dated.found.precision]
    near = layout.start if headline is None else headline
    low, high = min(near, layout.start), max(near, layout.start)
    if low <= number <= high:
        score += 0.1 - 0.004 * (number - low)
    else:
        step = (
            (0.03 if dated.labelled or headline is None else 0.06)
            if number < low
            else (0.01 if dated.labelled else 0.02)
        )
        score -= step * (low - number if number < low else number - high)
    if layout.blocks[number].chances and dated.found.precision in {"day", "minute"}:
        score += _BELIEF * (min(chance(layout.blocks[number], DATE), 0.75) - 0.25)
    if number >= layout.end > 0 and not dated.labelled:
        score -= _BEHIND
    if layout.blocks[number].linked * 2 > len(layout.blocks[number].text):
        score -= 0.2
    return max(0.05, min(0.97, score))


def _dateline(layout: Layout) -> Iterator[Sighting]:
    """A date with its year in the dateline of the first paragraph."""
    if layout.start >= len(layout.blocks) or not layout.end:
        return
    block = layout.blocks[layout.start]
    beginning = block.text[:_PLACE]
    if not any(dash in beginning for dash in ("–", "—", "--", " -")):
        return
    match = _DATELINE.match(block.text)
    if match:
        for found in find_dates(match[0], layout.language, layout.region)[:1]:
            yield Sighting(Dated(found, "published", labelled=True), block, 0.75)


def _anywhere(layout: Layout) -> Iterator[Sighting]:
    """Dates of any line, if all labelled, all sure or all signed ones, or all that tell the time, agree on the day."""
    found = [
        (number, Sighting(dated, layout.blocks[number], 0.0))
        for number in layout.datable
        if number > layout.start - _REACH or chance(layout.blocks[number], DATE) >= _HALF or _is_signed(layout, number)
        if len(layout.blocks[number].text) <= _STAMP
        for dated in layout.dates(number)
    ]
    certain = [one for number, one in found if number < layout.start and chance(one.block, DATE) >= _HALF]
    if max((chance(one.block, DATE) for one in certain), default=0) < _CERTAIN:
        certain = []
    labelled = [one for _, one in found if one.dated.labelled and one.dated.role == "published"]
    signed = [one for number, one in found if number < layout.end and _is_signed(layout, number)]
    stamped = [one for _, one in found if one.dated.found.precision == "minute"]
    for group, score in ((labelled, 0.65), (certain, 0.6), (stamped, 0.55), (signed, 0.55)):
        if group and len({one.dated.found.value[:10] for one in group}) == 1:
            yield from (one._replace(score=score) for one in group)
            return


def _is_signed(layout: Layout, number: int) -> bool:
    """Whether the labeler takes a line for a date and the one before it for a byline."""
    here, before = layout.blocks[number], layout.blocks[max(0, number - 1)]
    if len(before.text) > _NAME or any(map(str.isdigit, before.text)):
        return False
    return chance(here, DATE) >= _DATE_BELOW and chance(before, BYLINE) >= _BYLINE_ABOVE


def _settled(found: list[Sighting]) -> list[Sighting]:
    """Sightings with ambiguous dates read as another date of the head reads; without one they stay as they are."""
    certain = {
        one.dated.found.value[:10]
        for one in found
        if not one.dated.found.other and one.dated.found.precision in {"day", "minute"}
    }
    settled = []
    for one in found:
        literal = one.dated.found
        match = next((day for day in _readings(literal) if day[:10] in certain), "") if literal.other else ""
        if match:
            precision = "minute" if "T" in match else "day"
            literal = literal._replace(value=match, precision=precision, other="")
            one = one._replace(dated=one.dated._replace(found=literal))  # noqa: PLW2901
        settled.append(one)
    return settled


def _readings(found: Found) -> list[str]:
    return [*found.other.split(), *([found.value] if found.precision != "year" else [])]
