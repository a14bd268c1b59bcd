"""What flows through: a document, its blocks, and the marks that say why a block was cut or a value believed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Format = Literal["text", "markdown", "html"]
Kind = Literal["paragraph", "heading", "item", "quote", "caption", "code", "row"]

MODEL = "model"  # the cue of what the labeler cuts


class Link(NamedTuple):
    """A target that the text pointed at; `image` for a picture's."""

    text: str
    url: str
    image: bool = False


class Cut(NamedTuple):
    """Why a block leaves the text.

    `kind` is what it is ("appeal", "related", ...); `cue` is the rule that said so ("en.appeal.message-from", or
    `MODEL` for the labeler); `score` is the confidence, 0..1; `stage` is who marked it; `why` is what drove a cut that
    no cue explains, in words.
    """

    kind: str
    cue: str
    score: float
    stage: str = "cues"
    why: str = ""

    @property
    def by_model(self) -> bool:
        """Whether the labeler made it: no rule says what it is."""
        return self.cue == MODEL


class Evidence(NamedTuple):
    """A metadata value and why it is believed: method, confidence 0..1, and its span in the source (0, 0: none)."""

    key: str
    value: str
    method: str
    score: float
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Block:
    """A run of source text that is kept or cut as a whole.

    `start` and `end` are a half-open span of `Document.source` in code points. `joined` blocks go on with the
    paragraph of the block before them. `hint` holds the tags and classes around an HTML block, else "". `told` is what
    a page's own data says of it: the article's text, or behind its end. `chances` are what the labeler gives
    its labels (body, boilerplate, title, byline, date, caption); empty where it hasn't judged.
    """

    text: str
    start: int
    end: int
    kind: Kind = "paragraph"
    links: tuple[Link, ...] = ()
    cut: Cut | None = None
    joined: bool = False
    hint: str = ""
    chances: Sequence[float] = ()
    told: Literal["", "body", "behind"] = ""

    @property
    def linked(self) -> int:
        """How many characters of the text are links'."""
        return sum(len(link.text) for link in self.links if not link.image) if self.links else 0


@dataclass(slots=True)
class Document:
    """One raw document on its way to a record.

    `given` are the fields that came with the source (a JSONL row's), untouched. A document with a `reject` reason
    becomes a line of the rejects and never a record. `spared` are the numbers of the blocks that a cue which is
    switched off would have cut; None where cues were not looked for. `sampled` is the sample by which its language was
    told, with the codes of what it may be.
    """

    id: str
    source: str
    path: str = ""
    line: int = 0
    format: Format = "text"
    blocks: list[Block] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    given: dict[str, object] = field(default_factory=dict)
    sha256: str = ""
    reject: str = ""
    spared: frozenset[int] | None = None
    sampled: tuple[str, Mapping[str, float]] = ("", {})

    def note(self, evidence: Evidence) -> None:
        """Remember a metadata value; an empty one is no evidence."""
        if evidence.value:
            self.evidence.append(evidence)

    def best(self, key: str) -> Evidence | None:
        """The most trusted value of `key`; of equals the first noted."""
        return max((one for one in self.evidence if one.key == key), key=lambda one: one.score, default=None)

    def value(self, key: str) -> str:
        """The most trusted value of `key`, or ""."""
        found = self.best(key)
        return found.value if found else ""

    def kept(self) -> list[Block]:
        """The blocks that are still text."""
        return [block for block in self.blocks if block.cut is None and block.text]
