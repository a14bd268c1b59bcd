"""What is found out about cues ahead and kept with built-in packs: what their patterns need, the memory each takes."""

from __future__ import annotations

from newsclean.rules.needs import Clause, needs
from newsclean.rules.pack import GLUED, Ahead, Cue
from newsclean.rules.patterns import MEMORY, compile_pattern
from newsclean.rules.relaxed import relaxed


def look_ahead(cue: Cue) -> Ahead:
    """What there is to find out about a cue."""
    sizes = [compile_pattern(one, cue.id).options.max_mem for one in (*cue.patterns, relaxed(cue.pattern))]
    return Ahead("\n".join("\t".join(sorted(one)) for one in _needs(cue)), "".join(map(str, map(MEMORY.index, sizes))))


def clauses(cue: Cue) -> list[Clause]:
    """The clauses that all hold for every text in which a cue's patterns are found."""
    if cue.ahead is None:
        return list(_needs(cue))
    return [frozenset(line.split("\t")) for line in cue.ahead.needs.split("\n") if line]


def memory(cue: Cue, pattern: str) -> int:
    """Bytes that a pattern of a cue, as it is or relaxed, is known to run fast in; 0 if nothing is known."""
    if cue.ahead is None:
        return 0
    number = cue.patterns.index(pattern) if pattern in cue.patterns else -1
    return MEMORY[int(cue.ahead.fits[number])]


def _needs(cue: Cue) -> tuple[Clause, ...]:
    """A cue's needs, if it is quicker to look for them than for its pattern.

    RE2 is as quick to see that an anchored pattern doesn't hold as a clause is; sentences are another matter.
    """
    slow = cue.kind in GLUED or not cue.pattern.startswith("^")
    return needs((cue.pattern, *cue.also), cue.triggers) if slow else ()
