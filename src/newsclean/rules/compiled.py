"""Cues to the texts that they hold for, by patterns compiled when they are first needed: most of them never are."""

from __future__ import annotations

from typing import Any

from newsclean.rules.ahead import memory
from newsclean.rules.candidate import Match
from newsclean.rules.pack import Cue
from newsclean.rules.patterns import compile_pattern, likely_steps
from newsclean.rules.relaxed import relaxed

_LOOSE = 8192  # steps of a pattern from which it takes too much memory to look for it around its sentences


class Compiled:
    """The patterns of a run's cues."""

    def __init__(self) -> None:
        self._patterns: dict[str, Any] = {}
        self._loose: dict[str, Any] = {}
        self._names: dict[str, dict[str, int]] = {}

    def match(self, cue: Cue, text: str, data: bytes) -> Match | None:
        """The match of a cue in a text, whose prepared form is `data` in UTF-8: RE2 then needs no conversion."""
        first = self._pattern(cue, cue.pattern)
        hit = first.search(data)
        if not hit or hit.end() == hit.start():
            return None
        if not all(self._pattern(cue, one).search(data) for one in cue.also):
            return None
        if any(self._pattern(cue, one).search(data) for one in cue.unless):
            return None

        names = self._names.get(cue.id)
        if names is None:
            names = self._names[cue.id] = {key.decode(): group for key, group in first.groupindex.items()}
        return Match.of(
            cue, text, data, {key: hit.span(group) for key, group in names.items() if hit[group]} | {"": hit.span()}
        )

    def loose(self, cue: Cue) -> Any:
        """A cue's pattern as it may be found around one of its sentences; None where that costs more than it saves."""
        if cue.id not in self._loose:
            small = likely_steps(cue.pattern) <= _LOOSE
            self._loose[cue.id] = self._pattern(cue, relaxed(cue.pattern)) if small else None
        return self._loose[cue.id]

    def _pattern(self, cue: Cue, pattern: str) -> Any:
        compiled = self._patterns.get(pattern)
        if compiled is None:
            compiled = self._patterns[pattern] = compile_pattern(pattern, cue.id, memory(cue, pattern))
        return compiled
