"""What cue words can't see: blocks that the labeler judges to be no body text, cut where no cue has spoken."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from newsclean.document import MODEL, Block, Cut, Document
from newsclean.labeler import LABELS, Judgement, Model, load_model
from newsclean.labeler.net import Matrix
from newsclean.labeler.reasons import reasons
from newsclean.labeler.verdict import is_body
from newsclean.pipeline import Config, Mode, Stage
from newsclean.rules import Matcher
from newsclean.stages import DATED
from newsclean.stages.neighbours import announced, broken, dated, is_sentence, is_within, scored, teased
from newsclean.stages.spoken import spoken_in

STAGE = "residue"
_CARRIED = frozenset({"related", "comments", "nav", "cookie"})  # kinds whose runs go on past the block that a cue names
# Chance of being body that a block needs to stay with what stays before it: a part of a paragraph, an item of a list, a
# sentence behind a pitch that cues have cut out of the article.
_GOES_ON = 0.2
_JOINED = 0.05  # the same for a sentence that was divided from the kept one before it in its paragraph
_PITCHES = frozenset({"appeal", "newsletter", "subscription", "related", "advertisement", "share", "follow", "app"})
_RIGHTS = ("(c) ", "(C) ", "Copyright")
_LINKED = 0.6  # share of a block's characters that are links, from which it is one
_TITLE = 0.6  # chance of being the title, as a share of the likeliest's, below which a block isn't it
_MENU, _TEASER = 3, 25  # words that a menu's entry and a teaser's headline hold at most


def residue(config: Config) -> Stage:
    """The stage that cuts by the model's weights, as surely as the mode asks.

    Where cues and model meet, this is the rule: a block that a cue cuts is the cue's; a block that a cue which is
    switched off (`--ignore`, correction boxes) would have cut is kept; headlines in a list, each before a time that a
    cue has cut, go; what the page's data gives as the article's text stays; every other block is the model's.

    With the option "why", each of its cuts says what drove it; that costs a dozen more looks at the document.
    """
    model = load_model(config.model)
    spared = _Spared(config)

    def stage(batch: Sequence[Document]) -> None:
        for document, judgement in zip(batch, model.judge(batch), strict=True):
            _mark(document, judgement, config, spared.blocks(document))
            if config.options.get("why"):
                _say_why(document, model)

    return stage


class _Spared:
    """Finds blocks that the user, or the default, wants to keep although a cue knows what they are."""

    def __init__(self, config: Config) -> None:
        self.config = config

    @cached_property
    def matcher(self) -> Matcher:
        rules = self.config.rules
        return Matcher(lambda tongue: [cue for cue in rules.cues_of(tongue) if self.config.spares(cue)])

    def blocks(self, document: Document) -> frozenset[int]:
        """Numbers of the blocks that a switched-off cue matches; looked for only where the cues stage is left out."""
        if document.spared is not None:
            return document.spared
        (triggered,) = self.matcher.triggered([document.blocks], [spoken_in(document, self.config)])
        self.matcher.match_all(list(triggered.values()))
        return frozenset(number for number, candidate in triggered.items() if candidate.found)


def _mark(document: Document, judgement: Judgement, config: Config, spared: frozenset[int]) -> None:
    """Cut what is not body; the kind of a cut is a guess, its score the chance that it is right to cut."""
    mode: Mode = config.mode
    kept = is_body(judgement.chances, judgement.words, mode).tolist()
    chances = judgement.chances.tolist()
    words = judgement.words.tolist()
    bodies = [one[0] for one in chances]
    held = announced(document.blocks, kept, bodies, words) | broken(document.blocks, kept, bodies, words)
    held |= scored(document.blocks, kept, bodies)
    others = teased(document.blocks, bodies)
    labels = _labels(judgement.chances) if chances else []
    kind = ""
    went = resumed = False
    teasers = dated(document.blocks) if config.cuts("related", DATED) else frozenset()
    for number, block in enumerate(document.blocks):
        block.chances = chances[number]
        body = bodies[number]
        stays = (kept[number] and number not in others) or number in held or block.told == "body"
        joined = block.joined and not went and is_sentence(block.text) and body >= _JOINED
        if not stays and number not in others and not block.cut and (joined or body >= _GOES_ON):
            leads = block.kind == "heading" and number + 1 < len(kept) and kept[number + 1]
            goes_on = leads or is_sentence(block.text)
            resumed = goes_on and (resumed or _is_behind_pitch(document.blocks, number))
            stays = resumed or joined or (block.joined and not went) or is_within(document.blocks, kept, number)
        elif not block.cut:
            resumed = False
        went = block.cut is not None
        if block.cut:
            kind = block.cut.kind
        elif number in teasers and number not in spared:
            block.cut = Cut("related", DATED, 0.9, STAGE)
            kind, went = "related", True
        elif stays or number in spared:
            kind = ""
        else:
            kind = _kind(block, labels[number], words[number], kind)
            if config.cuts(kind, MODEL):
                block.cut = Cut(kind, MODEL, round(1 - body, 2), STAGE)
                went = True


def _labels(chances: Matrix) -> list[str]:
    """What each block likeliest is if it is no body; a page has one title, and what is far less likely one is none."""
    others = chances[:, 1:].copy()
    titles = others[:, LABELS.index("title") - 1]
    titles[titles < titles.max() * _TITLE] = 0
    return [LABELS[1 + number] for number in others.argmax(axis=1).tolist()]


def _is_behind_pitch(blocks: Sequence[Block], number: int) -> bool:
    """Whether cues have cut a pitch right before a paragraph or heading, and what stands before that stays."""
    if blocks[number].kind not in {"paragraph", "quote", "heading"} or blocks[number].links:
        return False
    pitched = False
    for place in range(number - 1, -1, -1):
        cut = blocks[place].cut
        if not cut:
            return pitched
        if cut.by_model:
            return False
        pitched = pitched or cut.kind in _PITCHES
    return False


def _say_why(document: Document, model: Model) -> None:
    cut = {number: block.cut for number, block in enumerate(document.blocks) if block.cut and block.cut.by_model}
    # The model must see what it saw when it judged.
    for number in cut:
        document.blocks[number].cut = None
    for number, why in (reasons(model, document, cut) if cut else {}).items():
        document.blocks[number].cut = cut[number]._replace(why=why)


def _kind(block: Block, label: str, words: float, before: str) -> str:
    """What a block that is no body may be: the model's label, its neighbour's kind, or what it looks like."""
    if label != "boilerplate":
        return label
    if "©" in block.text or block.text.startswith(_RIGHTS):
        return "copyright"
    if before in _CARRIED:
        return before
    linked = block.linked >= len(block.text) * _LINKED
    if words <= _MENU and (linked or block.kind == "item" or not block.links):
        return "nav"
    if words <= _TEASER and block.text[-1:] not in ".!…。":
        return "related"
    return "residue"
