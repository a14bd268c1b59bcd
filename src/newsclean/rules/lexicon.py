"""Cues that speak in the same texts to their triggers, all of which one Aho-Corasick scan finds."""

from __future__ import annotations

from collections.abc import Sequence

from ahocorasick_rs import BytesAhoCorasick


class Lexicon:
    """The triggers of some cues; for each the numbers of its cues and the characters of the longest block for any."""

    def __init__(self, cues: Sequence[tuple[int, tuple[str, ...], int]]) -> None:
        """Take number, triggers and longest block of each cue."""
        owned: dict[str, tuple[list[int], list[int]]] = {}
        for number, triggers, reach in cues:
            for trigger in triggers:
                numbers, reaches = owned.setdefault(trigger, ([], []))
                numbers.append(number)
                reaches.append(reach)
        self.owners = [(numbers, max(reaches)) for numbers, reaches in owned.values()]
        self._automaton = BytesAhoCorasick([trigger.encode("utf-8", "replace") for trigger in owned] or [b"\0"])

    def hits(self, folded: bytes) -> list[tuple[int, int, int]]:
        """(number of the owners, start, end) of every occurrence of a trigger, in order of their ends, in bytes."""
        return self._automaton.find_matches_as_indexes(folded, overlapping=True) if self.owners else []
