"""Blocks to cue matches: one Aho-Corasick scan finds triggers, and only where one occurs is a pattern tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate

from ahocorasick_rs import BytesAhoCorasick, Implementation

from newsclean.document import Block
from newsclean.rules.ahead import clauses
from newsclean.rules.candidate import Candidate, Match, by_cue, fold
from newsclean.rules.compiled import Compiled
from newsclean.rules.lexicon import Lexicon
from newsclean.rules.needs import Clause
from newsclean.rules.pack import GLUED, Cue, Role
from newsclean.rules.tongues import ALWAYS, ORDER, tongue_of

_COMPACT = Implementation.ContiguousNFA  # as fast for a few literals as a table of states, which takes 70 KB a clause
_ENDLESS = 1 << 62  # characters that no block has
_ROOM = 16  # bits that number the cues of a tongue
_ANY = ""  # the language of a neighbour, where it may be any


class Matcher:
    """All cues of a run, each tongue's read and compiled when a text first needs them; safe on any number of documents.

    Cues are known by numbers: what always speaks first, then tongue by tongue, within each in the order of the packs.
    """

    def __init__(self, cues_of: Callable[[str], Iterable[Cue]], take: Callable[[int, Cue], None] | None = None) -> None:
        """Take what gives the cues of a tongue; `take` is told of each cue when it is read."""
        self.cues: dict[int, Cue] = {}
        self.named: dict[str, Cue] = {}
        self._cues_of = cues_of
        self._take = take
        self._lexicons: dict[str, Lexicon] = {}
        # Cues that need a neighbour by role, kind, the language that must have cut there ("" for any) and their tongue.
        self._beside: dict[tuple[str, str, str, str], list[int]] = {}
        self._known: dict[int, list[int]] = {}
        self._numbers: dict[Clause, int] = {}
        self._clauses: list[BytesAhoCorasick] = []
        self._compiled = Compiled()

    def _lexicon(self, tongue: str) -> Lexicon:
        """The triggers of the cues that speak in one tongue, or always."""
        lexicon = self._lexicons.get(tongue)
        if lexicon is None:
            lexicon = self._lexicons[tongue] = Lexicon(self._read(tongue))
        return lexicon

    def _read(self, tongue: str) -> list[tuple[int, tuple[str, ...], int]]:
        """Number, triggers and reach of the cues of a tongue that need no neighbour; all of them are known from now."""
        alone = []
        for number, cue in enumerate(self._cues_of(tongue), ORDER[tongue] << _ROOM):
            self.cues[number] = self.named[cue.id] = cue
            if self._take:
                self._take(number, cue)
            if cue.role in {"block", "inline"}:
                alone.append((number, cue.triggers, _reach(cue)))
                continue
            for language in (cue.language, _ANY):
                self._beside.setdefault((cue.role, cue.kind, language, tongue), []).append(number)
        return alone

    def numbers(self, tongue: str) -> list[int]:
        """The cues that speak in one tongue, or always."""
        self._lexicon(tongue)
        first = ORDER[tongue] << _ROOM
        return [number for number in self.cues if first <= number < first + (1 << _ROOM)]

    def triggered(
        self, documents: Sequence[Sequence[Block]], spoken: Sequence[frozenset[str]]
    ) -> list[dict[int, Candidate]]:
        """For each document's blocks: number -> the cues with a trigger in it that need no neighbour, in order.

        `spoken`: for each document the tongues whose cues are looked for, beside those that always are. Cues for which
        the block is too long, or which need something else that isn't there, are left out.
        """
        found = [
            self._scanned(blocks, those) if blocks else {} for blocks, those in zip(documents, spoken, strict=True)
        ]
        self.keep_able([one for candidates in found for one in candidates.values()])
        return [{number: one for number, one in candidates.items() if one.cues} for candidates in found]

    def _scanned(self, blocks: Sequence[Block], spoken: frozenset[str]) -> dict[int, Candidate]:
        """Block number -> the cues with a trigger in it."""
        texts = [block.text for block in blocks]
        joined = "\n".join(texts)
        if joined.count("\n") >= len(texts):  # code has lines of its own
            joined = "\n".join(text.replace("\n", " ") for text in texts)
        data = fold(joined).encode("utf-8", "replace")
        lines = data.split(b"\n")
        ends = list(accumulate([len(line) + 1 for line in lines]))
        found: dict[int, Candidate] = {}
        for tongue in (ALWAYS, *spoken):
            lexicon = self._lexicon(tongue)
            block, length = 0, len(texts[0])
            for trigger, _, end in lexicon.hits(data):
                while end >= ends[block]:
                    block += 1
                    length = len(texts[block])
                cues, reach = lexicon.owners[trigger]
                if length > reach:
                    continue
                if block in found:
                    found[block].cues.update(cues)
                else:
                    found[block] = Candidate(texts[block], lines[block], set(cues))
        return dict(sorted(found.items()))

    def keep_able(self, candidates: Sequence[Candidate]) -> None:
        """Leave candidates the cues that they are short enough for and have the needed literals of."""
        tried: dict[int, dict[bytes, bool]] = {}
        for number, those in by_cue(candidates):
            reach = _reach(self.cues[number])
            needed = self._known[number] if number in self._known else self._needed(number)
            for one in those:
                if len(one.text) > reach:
                    one.cues.discard(number)
            for clause in needed:
                holds = tried.setdefault(clause, {})
                find = self._clauses[clause].find_matches_as_indexes
                for one in those:
                    if number in one.cues:
                        if one.folded not in holds:
                            holds[one.folded] = bool(find(one.folded))
                        if not holds[one.folded]:
                            one.cues.discard(number)

    def beside(
        self, text: str, kind: str, roles: Sequence[Role], languages: set[str], spoken: frozenset[str]
    ) -> list[Match]:
        """Which of a kind's cues of these roles hold for the text of a block beside one that is cut.

        Only the cues of the languages that cut there are asked: the weak words of one language are the article's in
        another. Beside what any language says, those of every tongue that is spoken may stand.
        """
        asked = {_ANY if language == "und" else language for language in languages}
        cues: list[int] = []
        for tongue in (ALWAYS, *spoken):
            for language in asked:
                for role in roles:
                    cues.extend(self._beside.get((role, kind, language, tongue), ()))
        return self.match(text, self.among(text, cues)) if cues else []

    def among(self, text: str, cues: Iterable[int]) -> set[int]:
        """Those of a few cues that have a trigger in a text and may hold for it."""
        folded = fold(text)
        near = {number for number in cues if any(trigger in folded for trigger in self.cues[number].triggers)}
        if near:
            self.keep_able([Candidate(text, folded.encode("utf-8", "replace"), near)])
        return near

    def _needed(self, number: int) -> list[int]:
        """Numbers of the clauses that a cue's patterns need, found out when it is first tried."""
        known = self._known[number] = []
        for clause in clauses(self.cues[number]):
            if clause not in self._numbers:
                self._numbers[clause] = len(self._clauses)
                literals = [one.encode() for one in sorted(clause)]
                self._clauses.append(BytesAhoCorasick(literals, implementation=_COMPACT))
            known.append(self._numbers[clause])
        return known

    def places(self, candidate: Candidate) -> list[tuple[int, int]]:
        """(offset in the folded text, cue) of every trigger of a candidate's cues in its text, in order."""
        folded = candidate.folded
        found: list[tuple[int, int]] = []
        for tongue in {tongue_of(self.cues[number].language) for number in candidate.cues}:
            lexicon = self._lexicon(tongue)
            for trigger, start, _ in lexicon.hits(folded):
                if own := candidate.cues.intersection(lexicon.owners[trigger][0]):
                    offset = len(folded[:start].decode())
                    found.extend((offset, number) for number in own)
        return sorted(found)

    def match(self, text: str, cues: Iterable[int], prepared: str = "") -> list[Match]:
        """Which of the cues hold for a block's text, in the order of the packs.

        `prepared` is what patterns see, if the text is part of a block whose quotations are already blanked.
        """
        one = Candidate(text, b"", set(cues), prepared)
        self.match_all([one])
        return one.found

    def match_all(self, candidates: Sequence[Candidate]) -> None:
        """Set what is `found` in each candidate, in the order of the cues; of equal texts only the first is tried."""
        for number, those in by_cue(candidates):
            cue = self.cues[number]
            limit = _ENDLESS if cue.role == "inline" else cue.max_chars
            tried: dict[tuple[str, bytes], Match | None] = {}
            for one in those:
                if len(one.text) > limit:
                    continue
                key = one.text, one.encoded()
                if key not in tried:
                    tried[key] = self._compiled.match(cue, *key)
                if match := tried[key]:
                    one.found.append(match)

    def keep_hopeful(self, candidates: Sequence[Candidate], cues: AbstractSet[int]) -> None:
        """Leave candidates those of these cues that may hold for their text or for one of its sentences."""
        for number, those in by_cue(candidates):
            loose = self._compiled.loose(self.cues[number]) if number in cues else None
            if loose:
                for one in those:
                    if not loose.search(one.encoded()):
                        one.cues.discard(number)


def _reach(cue: Cue) -> int:
    """Characters of the longest block in which a cue may hold, if only for a part of it."""
    return _ENDLESS if cue.role == "inline" or cue.kind in GLUED else cue.max_chars
