"""Gold and what cleaning makes of it to figures: text F1, body kept, cuts that were right, by kind and by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from newsclean.document import Document
from newsclean.engine import Engine
from newsclean.expressions import expression
from newsclean.gold import GoldRow, document_of, labels_of
from newsclean.labeler.align import BODY

_BATCH = 64
_SHINGLE = 4  # words: as scrapinghub's article-extraction-benchmark compares texts
# Words are \w+; scripts written without spaces go one character a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = expression(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])\w)+")


class Score(NamedTuple):
    """One document: precision and recall of its text's word 4-grams (None where there are none), and their F1."""

    id: str
    precision: float | None
    recall: float | None
    f1: float


@dataclass
class Tally:
    """Figures over some documents; words are counted by whether they are body and whether they were kept."""

    scores: list[Score] = field(default_factory=list)
    words: Counter[tuple[bool, bool]] = field(default_factory=Counter)

    @property
    def f1(self) -> float:
        """Harmonic mean of the documents' mean precision and mean recall."""
        precision = _mean([one.precision for one in self.scores if one.precision is not None])
        recall = _mean([one.recall for one in self.scores if one.recall is not None])
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def body_kept(self) -> float:
        """Share of the body's words that were kept."""
        return _share(self.words[True, True], self.words[True, False])

    @property
    def rest_cut(self) -> float:
        """Share of the other words that were cut."""
        return _share(self.words[False, False], self.words[False, True])


@dataclass
class Evaluation:
    """Figures over all documents, by publisher and by language, and cut words by kind and whether they were body."""

    whole: Tally = field(default_factory=Tally)
    publishers: dict[str, Tally] = field(default_factory=dict)
    languages: dict[str, Tally] = field(default_factory=dict)
    kinds: Counter[tuple[str, bool]] = field(default_factory=Counter)
    rejected: int = 0

    def worst(self, count: int) -> list[Score]:
        """The documents with the lowest F1."""
        return sorted(self.whole.scores, key=lambda score: (score.f1, score.id))[:count]


def evaluate(rows: Iterable[GoldRow], engine: Engine) -> Evaluation:
    """Clean every row and compare."""
    found = Evaluation()
    for row, document in _cleaned(rows, engine):
        if document.reject:
            found.rejected += 1
            continue
        record = engine.record(document)
        score = score_text(row.id, "\n".join(row.gold.body), record.text)
        words = _count(row, document, found.kinds)
        language = str(record.metadata["language"]) or "?"
        groups = (found.publishers.setdefault(row.group, Tally()), found.languages.setdefault(language, Tally()))
        for tally in (found.whole, *groups):
            tally.scores.append(score)
            tally.words.update(words)
    return found


def score_text(name: str, gold: str, text: str) -> Score:
    """How alike two texts are, by bags of word 4-grams."""
    want, got = _shingles(gold), _shingles(text)
    hit, wanted, given = (want & got).total(), want.total(), got.total()
    f1 = 2 * hit / (wanted + given) if hit else 0.0
    return Score(name, hit / given if given else None, hit / wanted if wanted else None, f1)


def _cleaned(rows: Iterable[GoldRow], engine: Engine) -> Iterator[tuple[GoldRow, Document]]:
    stream = iter(rows)
    while batch := list(islice(stream, _BATCH)):
        documents = [document_of(row) for row in batch]
        engine.clean(documents)
        yield from zip(batch, documents, strict=True)


def _count(row: GoldRow, document: Document, kinds: Counter[tuple[str, bool]]) -> Counter[tuple[bool, bool]]:
    """Words by (is body, is kept) of one document; cut words by kind go into `kinds`."""
    labels = labels_of(row, document)
    words: Counter[tuple[bool, bool]] = Counter()
    for block, label in zip(document.blocks, labels.tolist(), strict=True):
        count = len(_WORD.findall(block.text))
        if label >= 0 and count:
            words[label == BODY, block.cut is None] += count
            if block.cut:
                kinds[block.cut.kind, label == BODY] += count
    return words


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    starts = range(max(1, len(words) - _SHINGLE + 1)) if words else ()
    return Counter(tuple(words[start : start + _SHINGLE]) for start in starts)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _share(part: int, rest: int) -> float:
    return part / (part + rest) if part + rest else 1.0
