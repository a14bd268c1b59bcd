"""A pack's examples run as documents: what must be cut is cut, what must be kept is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from newsclean.characters import clean_text
from newsclean.document import Document
from newsclean.expressions import expression
from newsclean.rules.matcher import Matcher
from newsclean.rules.pack import Cue, Pack
from newsclean.rules.tongues import ALWAYS

_MARKED = expression("⟦(.*?)⟧", re.DOTALL)


class Example(NamedTuple):
    """A cue's example, which list it is from, and the lines that must leave it (in a keep: that may leave it)."""

    cue: Cue
    text: str
    side: Literal["cuts", "keeps"]
    cut: tuple[str, ...]


def examples(pack: Pack) -> Iterator[Example]:
    """Every example of a pack; ⟦ ⟧ mark what goes where not all of it (or, in a keep, none) does."""
    for cue in pack.cues:
        for text in cue.cuts:
            marked = tuple(line.strip() for part in _MARKED.findall(text) for line in part.splitlines() if line.strip())
            plain = _MARKED.sub(r"\1", text)
            yield Example(
                cue, plain, "cuts", marked or tuple(line.strip() for line in text.splitlines() if line.strip())
            )
        for text in cue.keeps:
            yield Example(cue, _MARKED.sub(r"\1", text), "keeps", _marked(text))


def _marked(text: str) -> tuple[str, ...]:
    """The marked lines of an example."""
    return tuple(line.strip() for part in _MARKED.findall(text) for line in part.splitlines() if line.strip())


def failure(example: Example, clean: Callable[[str], Document]) -> str:
    """Why an example does not prove its cue, or "". `clean` runs the cues of the example's pack over a text."""
    document = clean(example.text)
    cut = [block for block in document.blocks if block.cut and block.text]
    if example.side == "keeps":
        lost = [block for block in cut if block.text not in example.cut]
        return f"keeps: {lost[0].cut.cue} cuts {lost[0].text!r}" if lost and lost[0].cut else ""
    if not any(block.cut and block.cut.cue == example.cue.id for block in cut) and not _matches(example):
        return f"cuts: the cue doesn't hold for {example.text!r}"
    wanted, got = " ".join(example.cut).split(), " ".join(block.text for block in cut).split()
    return "" if wanted == got else f"cuts: {' '.join(got)!r} leaves instead of {' '.join(wanted)!r}"


def _matches(example: Example) -> bool:
    """Whether the cue holds for a line of its example, even if another cue of the pack was first to cut it."""
    matcher = Matcher(lambda _: [example.cue])
    alone = matcher.numbers(ALWAYS)
    return any(matcher.match(clean_text(line), alone) for line in example.text.splitlines())
