"""A cue's patterns to the literals without which none of them can match: far cheaper to look for than the patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain
from typing import NamedTuple

from newsclean.expressions import expression
from newsclean.rules.syntax import CLASS, ESCAPE

Clause = frozenset[str]  # one of these occurs in every text that matches, lower-cased

_MOST, _SPELLED = 96, 64  # literals of a clause; strings that a part of a pattern is spelled out as
_TOKEN = expression(
    rf"{ESCAPE}|{CLASS}"
    r"|\(\?P?<\w+>|\(\?[a-zA-Z-]*[:)]|(?:[*+?]|\{\d+(?:,\d*)?\})\??"
    r"|[^\\\[\](){}|*+?^$.\"]+(?![*+?{])|.",
    re.DOTALL,
)
_MEMBER = expression(r"(.)-(.)|(.)", re.DOTALL)
_NOTHING = frozenset({""})
_EMPTY = frozenset({"^", "$", "\\b", "\\B", "\\A", "\\z"})
_CLASSES = frozenset("dDsSwWpPCX")
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}
# Letters that match another one which lower-casing leaves alone; patterns see every quotation mark as this one.
_DOUBLE = frozenset('σςſµμβϐεϵθϑκϰπϖρϱφϕ"')


class Part(NamedTuple):
    """What is known of a part of a pattern: all strings that it matches, if they are few, and its clauses."""

    spelled: frozenset[str] | None
    clauses: tuple[Clause, ...] = ()


def needs(patterns: Iterable[str], triggers: Iterable[str] = ()) -> tuple[Clause, ...]:
    """The clauses that all hold for every text in which each of the patterns is found, the most telling one first.

    A clause that every trigger fulfils says nothing new and is left out.
    """
    triggers = tuple(triggers)
    found = dict.fromkeys(chain.from_iterable(_clauses(pattern) for pattern in patterns))
    telling = [
        clause
        for clause in found
        if not triggers or not all(any(one in trigger for one in clause) for trigger in triggers)
    ]
    return tuple(sorted(_apart(telling), key=len))


def _apart(clauses: list[Clause]) -> list[Clause]:
    """The clauses without those that another one implies: each of whose literals holds one of theirs."""
    return [
        one
        for one in clauses
        if not any(other != one and all(any(part in whole for part in one) for whole in other) for other in clauses)
    ]


@cache
def _clauses(pattern: str) -> tuple[Clause, ...]:
    """The clauses of one pattern; none if it is written in a way that isn't understood."""
    tokens = _TOKEN.findall(pattern)
    if "\\Q" in tokens:
        return ()
    part, _ = _branches(tokens, 0)
    return tuple(dict.fromkeys(part.clauses))


def _branches(tokens: list[str], at: int) -> tuple[Part, int]:
    """What is known of alternatives from a sign on, up to the bracket that closes them, and the sign after it."""
    parts: list[Part] = []
    while True:
        part, at = _sequence(tokens, at)
        parts.append(part)
        if at >= len(tokens) or tokens[at] == ")":
            return _either(parts), at + 1
        at += 1


def _sequence(tokens: list[str], at: int) -> tuple[Part, int]:
    """What is known of things that follow each other, and the sign that ends them."""
    clauses: list[Clause] = []
    run: frozenset[str] = _NOTHING
    whole = True  # whether `run` is all that there was
    while at < len(tokens) and tokens[at] not in {"|", ")"}:
        part, at = _atom(tokens, at)
        low, high, at = _count(tokens, at)
        if not low:
            part = Part(part.spelled | _NOTHING if part.spelled and high == 1 else None)
        clauses.extend(part.clauses)
        joined = _joined(run, part.spelled)
        if joined is not None and high == 1:
            run = joined
            continue
        clauses.extend(_clause(run if joined is None else joined))
        run, whole = part.spelled or _NOTHING, False
    if whole:
        return Part(run, tuple(_clause(run)) or tuple(clauses)), at
    return Part(None, (*clauses, *_clause(run))), at


def _either(parts: list[Part]) -> Part:
    """What is known of alternatives: for each clause of one of them, it and the nearest one of every other, in one."""
    if len(parts) == 1:
        return parts[0]
    spelled: frozenset[str] | None = frozenset()
    for part in parts:
        spelled = None if spelled is None or part.spelled is None else spelled | part.spelled
    clauses: list[Clause] = []
    if all(part.clauses for part in parts):
        clauses.extend(_clause(frozenset().union(*(max(part.clauses, key=_worth) for part in parts))))
        most = max(parts, key=lambda part: len(part.clauses))
        for clause in most.clauses if len(most.clauses) > 1 else ():
            union = clause
            for part in parts:
                union |= clause if part is most else max(part.clauses, key=lambda one: (len(one & union), _worth(one)))
            clauses.extend(_clause(union))
    return Part(spelled if spelled and len(spelled) <= _SPELLED else None, tuple(dict.fromkeys(clauses)))


def _worth(clause: AbstractSet[str]) -> tuple[int, int]:
    return min(map(len, clause)), -len(clause)


def _joined(run: frozenset[str], spelled: frozenset[str] | None) -> frozenset[str] | None:
    """Every string of the run with every one after it, if they are few."""
    if spelled is None or len(run) * len(spelled) > _SPELLED:
        return None
    return frozenset(before + after for before in run for after in spelled)


def _clause(literals: frozenset[str]) -> list[Clause]:
    """The literals as a clause, those that hold another left out; nothing if they are too short or too many to tell."""
    if not literals or not all(len(one) > 2 or (len(one) == 2 and one > "\u2e80") for one in literals):
        return []
    shortest: list[str] = []
    for one in sorted(literals, key=lambda one: (len(one), one)):
        if not any(other in one for other in shortest):
            shortest.append(one)
    return [frozenset(shortest)] if len(shortest) <= _MOST else []


def _atom(tokens: list[str], at: int) -> tuple[Part, int]:
    """What is known of a group, a class or a character, and the sign after it."""
    sign = tokens[at]
    if sign == "(" or (sign.startswith("(?") and sign[-1] in ":>"):
        return _branches(tokens, at + 1)
    if sign in _EMPTY or sign.startswith("(?"):
        return Part(_NOTHING), at + 1
    if sign.startswith("[") and len(sign) > 1:
        return Part(_members(sign)), at + 1
    if sign.startswith("\\"):
        return Part(_escaped(sign)), at + 1
    return Part(None if sign == "." else _letter(sign)), at + 1


def _escaped(sign: str) -> frozenset[str] | None:
    if sign[1] in _CLASSES:
        return None
    if sign[1] == "x":
        return _letter(chr(int(sign[2:].strip("{}"), 16)))
    return _letter(_CONTROLS.get(sign[1], sign[1]))


def _letter(letters: str) -> frozenset[str] | None:
    """One letter or several in a row; nothing if one of them may match another letter."""
    lower = letters.lower()
    return frozenset({lower}) if len(lower) == len(letters) and _DOUBLE.isdisjoint(lower) else None


def _members(sign: str) -> frozenset[str] | None:
    """The characters of a class, if they are few."""
    inside = sign[1:-1]
    if inside.startswith("^") or "\\" in inside or "[:" in inside or len(inside) > 12:
        return None
    found: set[str] = set()
    for low, high, one in _MEMBER.findall(inside):
        if low and ord(high) - ord(low) > 8:
            return None
        for code in range(ord(low or one), ord(high or one) + 1):
            letter = _letter(chr(code))
            if letter is None:
                return None
            found |= letter
    return frozenset(found)


def _count(tokens: list[str], at: int) -> tuple[int, int, int]:
    """How often at least, and whether at most once (1) or more often (2), and the sign after."""
    if at >= len(tokens) or tokens[at][0] not in "*+?{" or (tokens[at][0] == "{" and len(tokens[at]) == 1):
        return 1, 1, at
    sign = tokens[at].rstrip("?") or "?"
    if sign == "?":
        return 0, 1, at + 1
    if sign in {"*", "+"}:
        return int(sign == "+"), 2, at + 1
    low, _, high = sign.strip("{}").partition(",")
    most = int(high or low) if high or "," not in sign else 2
    return int(low), min(most, 2), at + 1
