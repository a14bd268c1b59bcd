"""Blocks to cuts by cue words: single blocks, runs of blocks that one opens, and parts of a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from newsclean.document import Block, Cut, Document, Evidence
from newsclean.pipeline import Config, Stage
from newsclean.rules import GLUED, Cue, Match, Matcher, Role
from newsclean.rules.look import Choice, Look, in_zone, is_listed, looks
from newsclean.rules.quoted import is_quoted
from newsclean.stages.pieces import Found, Piece, inline_pieces, pieces_apart, sentence_pieces
from newsclean.stages.spoken import spoken_in

_BRIDGE = 60  # characters of a block without a cue that a run may pass over ("$5 $10 $15")
_PROSE = 200  # characters of a block from which an article has begun
_SIGNATURE, _SIGNED = 3, 48  # lines of a signature (name, office, outlet), and characters of one


def cues(config: Config) -> Stage:
    """The stage that cuts what the rule packs name, with the packs that the configuration selects.

    It also notes on each document which blocks a cue that is switched off would have cut: they are spared later on.
    """

    def cuts(cue: Cue) -> bool:
        return config.cuts(cue.kind, cue.id)

    def wanted(tongue: str) -> list[Cue]:
        return [cue for cue in config.rules.cues_of(tongue) if cuts(cue) or _is_spared(config, cue)]

    choice = Choice(cuts, config.spares)
    matcher = Matcher(wanted, choice.take)

    def stage(batch: Sequence[Document]) -> None:
        spoken = [spoken_in(document, config) for document in batch]
        for document, those, found in zip(batch, spoken, looks(batch, spoken, matcher, choice), strict=True):
            _Marker(document, matcher, those, found).mark()

    return stage


class _Marker:
    """The cuts of one document."""

    def __init__(self, document: Document, matcher: Matcher, spoken: frozenset[str], looks: dict[int, Look]) -> None:
        self.document = document
        self.matcher = matcher
        self.spoken = spoken
        self.looks = looks
        self.found: list[Found] = []

    def mark(self) -> None:
        """Divide blocks where only a part must go, then mark; with no cue that stands alone, nothing is cut."""
        self.document.spared = frozenset()
        told = self._told()
        if not told:
            return
        blocks: list[Block] = []
        spared: list[int] = []
        for number, block in enumerate(self.document.blocks):
            if number not in told:
                blocks.append(block)
                self.found.append([])
                continue
            for piece in told[number]:
                if piece.spared:
                    spared.append(len(blocks))
                blocks.append(piece.block)
                self.found.append(piece.found)
        self.document.blocks, self.document.spared = blocks, frozenset(spared)
        if any(self.found):
            self._runs()
            self._leads()
            self._rest()
            self._note()

    def _told(self) -> dict[int, list[Piece]]:
        """Block number -> the block or its pieces with what needs no neighbour, where there is anything to tell."""
        told: dict[int, list[Piece]] = {}
        for number, look in self.looks.items():
            before = told[number - 1][-1].found if number - 1 in told else []
            block = self.document.blocks[number]
            pieces = self._pieces(block, look, before)
            if look.off:
                pieces = [self._spare(piece, look.off) for piece in pieces or [Piece(block, [])]]
            if pieces:
                told[number] = pieces
        return told

    def _pieces(self, block: Block, look: Look, before: Found) -> list[Piece]:
        """The block whole, or what inline cues or glued sentences leave and take of it; nothing if no cue holds."""
        found = look.whole.found
        whole = [match for match in found if match.cue.role == "block"]
        if whole:
            alone = partial(self._alone, look, whole[0].cue)
            return pieces_apart(self.document, block, whole, alone) or [Piece(block, found)]
        if (
            look.glued
            and not self._goes_on(block, before)
            and (pieces := sentence_pieces(self.document, block, look, self.matcher))
        ):
            return pieces
        return inline_pieces(self.document, block, found) if found else []

    def _alone(self, look: Look, cutting: Cue, start: int, end: int) -> Found:
        """What holds for a part of a block that a cue would cut whole, by itself or beside that cue's."""
        text, prepared = look.whole.text[start:end], look.whole.prepared[start:end]
        found = self.matcher.match(text, self.matcher.among(text, look.whole.cues), prepared)
        weak = self.matcher.beside(text, cutting.kind, ("follow", "close"), {cutting.language}, self.spoken)
        return found or weak

    def _spare(self, piece: Piece, off: set[int]) -> Piece:
        """A piece of a block, spared if a cue that is switched off holds for it."""
        text = piece.block.text
        return piece._replace(spared=bool(self.matcher.match(text, self.matcher.among(text, off))))

    def _goes_on(self, block: Block, before: Found) -> bool:
        """Whether the block as a whole belongs to the run that the block before it is in."""
        languages = {match.cue.language for match in before}
        return any(self._beside(block, match.cue.kind, ("follow", "close"), languages) for match in before)

    def _beside(self, block: Block, kind: str, roles: Sequence[Role], languages: set[str]) -> Found:
        """The cues of a kind that hold for a block beside what these languages cut."""
        return self.matcher.beside(block.text, kind, roles, languages, self.spoken)

    def _runs(self) -> None:
        """Mark what is cut by itself, and from there on what only holds in a run."""
        closing = headed = False
        opener: Match | None = None
        signs = 0
        for number, block in enumerate(self.document.blocks):
            if block.cut or not block.text or not (opener or self.found[number]):
                continue
            match = self._pick(number, opener, closing=closing)
            if match and match.cue.needs_header and not headed:
                match = None
            if match:
                headed = headed or match.cue.header or (not opener and self._is_addressed(number, match))
                block.cut = Cut(match.cue.kind, match.cue.id, match.cue.score)
                opener, closing = match, match.cue.role == "close"
                signs = _SIGNATURE if match.cue.takes_signature else 0
            elif opener and opener.cue.takes_list and is_listed(block):
                block.cut = Cut(opener.cue.kind, opener.cue.id, opener.cue.score)
            elif opener and signs and _is_short(block, _SIGNED):
                block.cut = Cut(opener.cue.kind, opener.cue.id, opener.cue.score)
                signs -= 1
            elif opener and not closing and self._bridges(number, opener):
                block.cut = Cut(opener.cue.kind, opener.cue.id, 0.6)
            else:
                closing, headed, opener, signs = False, False, None, 0

    def _is_addressed(self, number: int, match: Match) -> bool:
        """Whether a salutation stands before the block that opens a run."""
        before = next((n for n in range(number - 1, -1, -1) if self.document.blocks[n].text), None)
        return before is not None and any(lead.cue.header for lead in self._weak(before, match.cue, ("lead",)))

    def _pick(self, number: int, opener: Match | None, *, closing: bool) -> Match | None:
        """The match that cuts a block: of the kind of the run, else one that needs none, else a weak one of the run."""
        alone = [match for match in self.found[number] if match.cue.role == "block"]
        if not opener:
            return alone[0] if alone else None
        same = next((match for match in alone if match.cue.kind == opener.cue.kind), None)
        if same:
            return same
        weak = self._weak(number, opener.cue, ("close",) if closing else ("close", "follow"))
        weak.sort(key=lambda match: match.cue.needs_header)
        close = next((match for match in weak if match.cue.role == "close"), None)
        return close or next(iter([*weak, *alone]), None)

    def _weak(self, number: int, beside: Cue, roles: Sequence[Role]) -> Found:
        """The cues that hold for a block only because one beside it is cut."""
        block = self.document.blocks[number]
        if beside.kind in GLUED and is_quoted(block):
            return []
        found = self._beside(block, beside.kind, roles, {beside.language})
        place = (number, len(self.document.blocks))
        return [one for one in found if in_zone(one.cue.zone, place)]

    def _bridges(self, number: int, opener: Match) -> bool:
        """Whether a short block without a cue stands between two of a plea's run."""
        block = self.document.blocks[number]
        if opener.cue.kind not in GLUED or block.kind == "heading" or len(block.text) > _BRIDGE:
            return False
        after = next((n for n in range(number + 1, len(self.found)) if self.document.blocks[n].text), None)
        return after is not None and self._pick(after, opener, closing=False) is not None

    def _leads(self) -> None:
        """Mark what only holds right before a block that is cut."""
        after: Cue | None = None
        for number in range(len(self.document.blocks) - 1, -1, -1):
            block = self.document.blocks[number]
            if not block.text:
                continue
            if after and not block.cut and (leads := self._weak(number, after, ("lead",))):
                block.cut = Cut(leads[0].cue.kind, leads[0].cue.id, leads[0].cue.score)
                self.found[number] = leads
            after = self.matcher.named.get(block.cut.cue) if block.cut else None

    def _rest(self) -> None:
        """Mark all that follows the title of an article's comments; a link to them is none."""
        told, spared = False, self.document.spared or frozenset()
        rest: Cue | None = None
        for number, block in enumerate(self.document.blocks):
            if rest:
                if not block.cut and block.text and number not in spared:
                    block.cut = Cut(rest.kind, rest.id, 0.9)
            elif block.cut:
                cue = self.matcher.named.get(block.cut.cue)
                rest = cue if told and cue and cue.takes_rest and not block.links else None
            else:
                told = told or len(block.text) >= _PROSE

    def _note(self) -> None:
        """Slots of the cues that cut (a publisher in an appeal's header) are evidence."""
        for block, matches in zip(self.document.blocks, self.found, strict=True):
            for match in matches:
                if block.cut and match.cue.id == block.cut.cue:
                    for key, value in match.slots.items():
                        self.document.note(Evidence(key, value, f"cue:{match.cue.id}", 0.75, block.start, block.end))


def _is_spared(config: Config, cue: Cue) -> bool:
    """Whether a cue that is switched off must still be looked for."""
    return config.spares(cue) and cue.role in {"block", "inline"}


def _is_short(block: Block, chars: int) -> bool:
    """Whether a block is a name or a label rather than a sentence."""
    return len(block.text) <= chars and block.kind != "heading" and block.text[-1] not in ".!?:…。"
