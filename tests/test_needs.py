"""What a pattern needs: literals without which it can't match, so that looking for them first changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from newsclean.rules import Cue, Pack, builtin_packs
from newsclean.rules.ahead import clauses
from newsclean.rules.candidate import fold, prepare
from newsclean.rules.letters import with_letters
from newsclean.rules.needs import needs
from newsclean.rules.patterns import compile_pattern
from newsclean.rules.relaxed import relaxed
from newsclean.sentences import split_sentences

PATTERNS = [
    ("(?:support|donate)\\b.{0,9}\\b(?:us|our team)", [{"support", "donate"}]),
    ("^read (?:more|on)[:.]$", [{"read more:", "read more.", "read on:", "read on."}]),
    ("(?:the )?harbour(?: wall)?", [{"harbour"}]),
    ("ab|cdef", []),
    ("(?:rain|snow)+ (?:fell )*overnight", [{"rain ", "snow "}, {"overnight"}]),
    ("(?:wind)*", []),
    ("[Hh]arbour [sw]all", [{"harbour sall", "harbour wall"}]),
    ("\\x{41}nna \\d{2} \\pL+ Reed\\.", [{"anna "}, {" reed."}]),
    ("新闻|消息", [{"新闻", "消息"}]),
    ("\\Qharbour\\E", []),
    ('hear "[^"]*" tonight', [{"hear "}, {" tonight"}]),
    ("wall{2,3}paper", [{"wall"}, {"lpaper"}]),
    ("harbour{0}wall", [{"harbou"}, {"wall"}]),
    ("wall.*(?:rain|snow)|(?:rain|snow).*wall|ferry", [{"wall", "ferry"}, {"rain", "snow", "ferry"}]),
]


@pytest.mark.parametrize(("pattern", "clauses"), PATTERNS)
def test_a_pattern_needs_its_literals(pattern: str, clauses: list[set[str]]) -> None:
    assert {frozenset(one) for one in clauses} == set(needs([pattern]))


def test_what_every_trigger_holds_is_not_asked_again() -> None:
    assert needs(["harbour.*wall"], ["harbour walls"]) == ()
    assert needs(["harbour.*wall"], ["harbour"]) == (frozenset({"wall"}),)


@pytest.mark.parametrize("pack", [pytest.param(pack, id=pack.name) for pack in builtin_packs(examples=True)])
def test_what_a_pattern_finds_has_what_it_needs(pack: Pack) -> None:
    lost = [one for cue in pack.cues for one in missed(cue)]
    assert lost == []


@pytest.mark.parametrize("pack", [pytest.param(pack, id=pack.name) for pack in builtin_packs()])
def test_what_packs_hold_of_their_patterns_is_what_there_is_to_find_out(pack: Pack) -> None:
    stale = [cue.id for cue in pack.cues if clauses(cue) != clauses(replace(cue, ahead=None))]
    unsized = [cue.id for cue in pack.cues if not cue.ahead or len(cue.ahead.fits) != len(cue.patterns) + 1]
    assert (stale, unsized) == ([], [])


def missed(cue: Cue) -> Iterator[str]:
    """Texts for which a cue's patterns hold though what they need says that they can't."""
    exact = [compile_pattern(one, cue.id) for one in (cue.pattern, *cue.also)]
    loose = compile_pattern(relaxed(cue.pattern), cue.id)
    clauses = needs((cue.pattern, *cue.also))
    lines = [line for text in (*cue.cuts, *cue.keeps) for line in text.splitlines()]
    for line in [*lines, *(f"It rained. {line} It rained." for line in lines)]:
        prepared = prepare(line)
        for start, end in [(0, len(line)), *split_sentences(line)]:
            held = [one.search(prepared[start:end].encode()) for one in exact]
            if held[0] and not loose.search(prepared.encode()):
                yield line
            folded = fold(line[start:end])
            if all(held) and not all(any(one in folded for one in clause) for clause in clauses):
                yield line[start:end]


@pytest.mark.parametrize("pattern", [r"\\pL", r"[\\pL]", r"[\PL]", r"[]\]]\pS", r"\p{Greek}", r"\pM", r"[^\pM\d]"])
def test_what_is_no_letter_stays_as_it_is(pattern: str) -> None:
    assert with_letters(pattern) == pattern


def test_letters_stand_in_a_class_or_make_one() -> None:
    letters = with_letters(r"\pL")
    assert with_letters(r"[]\p{L}-]") == f"[]{letters[1:-1]}-]"
    assert with_letters(r"\P{L}") == f"[^{letters[1:]}"
