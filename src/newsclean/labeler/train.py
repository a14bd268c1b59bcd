"""Examples to a model: features, lexicon, and nets that start from other random weights; same examples, same bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean.document import Document
from newsclean.labeler.arrays import Ints, Rows
from newsclean.labeler.augment import FOREIGN, in_lines, interrupted, parted, shortened, thinned, with_another
from newsclean.labeler.features import Features, features_of, stack
from newsclean.labeler.gradient import Adam, Noise, initial, rounded, step
from newsclean.labeler.model import LABELS, Model, scaled_features
from newsclean.labeler.net import Layout, Matrix, Weights
from newsclean.labeler.vocabulary import FOLDS, Vocabulary

_LINED = 0.1  # share of examples also shown as short lines and nothing else
_SHORTENED = 0.3  # share of examples also shown as a short document
_INTERRUPTED = 0.4  # share of examples also shown with what cues have found between paragraphs
_PARTED = 0.3  # share of examples also shown as a few paragraphs with what cues have found between them, nothing else
_FOREIGN = 0.25  # share of examples also shown with another article's paragraphs behind them
_DRAWN = 8  # examples among which that other article is looked for
_CHUNK = 256  # documents whose features are computed at a time


class Example(NamedTuple):
    """A document after the cues, the label of each block (a number of LABELS, -1: unknown), and its publisher."""

    document: Document
    labels: Ints
    group: str


@dataclass(frozen=True)
class Plan:
    """How to train: rounds over the examples, nets to average, their width, documents a step, what is random."""

    rounds: int = 5
    nets: int = 2
    width: int = 40
    batch: int = 16
    seed: int = 1
    noise: Noise = field(default_factory=Noise)
    tell: Callable[[str], object] = str


class _Set(NamedTuple):
    """All examples in arrays: scaled features, labels and their weights by block, rows by document, words by block."""

    matrix: Matrix
    labels: Ints
    weights: Matrix
    rows: Rows
    words: npt.NDArray[np.float32]


def train(examples: Sequence[Example], plan: Plan) -> Model:
    """The model learned from examples, each of which is also shown in copies.

    Raises:
        ValueError: no example has a block.
    """
    rng = np.random.default_rng(plan.seed)
    shown = [example for example in examples if len(example.labels)]
    if not shown:
        raise ValueError("there is nothing to learn from: no example has a block")
    shown += [copy for example in list(shown) for copy in _copies(example, shown, rng)]
    features = _features(shown)
    labels = np.concatenate([example.labels for example in shown])
    vocabulary, columns = _vocabulary(shown, features, np.where(labels == FOREIGN, -1, labels))
    labels[labels == FOREIGN] = LABELS.index("boilerplate")
    matrix = np.hstack([features.matrix, columns])
    names = (*features.names, *vocabulary.lexicon().columns(features.tokens, 0 if not len(matrix) else len(matrix)))
    mean = matrix.mean(axis=0, dtype=np.float64, keepdims=True).astype(np.float32)
    scale = (1 / (matrix.std(axis=0, dtype=np.float64, keepdims=True) + 1e-3)).astype(np.float32)
    words = features.words.astype(np.float32)
    weights = _weights(labels, words, features.rows)
    ready = _Set(scaled_features(matrix, mean, scale), np.maximum(labels, 0), weights, features.rows, words)
    plan.tell(f"{len(shown)} documents, {len(labels)} blocks, {len(names)} features, {len(vocabulary.words)} words")
    nets = tuple(_net(ready, plan, plan.seed + number) for number in range(plan.nets))
    return Model(names, mean, scale, nets, vocabulary.lexicon())


def _copies(example: Example, examples: Sequence[Example], rng: np.random.Generator) -> list[Example]:
    """The example as it could have been: thinned out, and now and then otherwise (`augment`)."""
    copies = [thinned(example.document, example.labels, rng)]
    if rng.random() < _LINED:
        copies.append(in_lines(example.document, example.labels, rng))
    if not (example.labels == 0).any():
        return _unlike(example, copies)
    if rng.random() < _SHORTENED:
        copies.append(shortened(example.document, example.labels, rng))
    if rng.random() < _INTERRUPTED:
        copies.append(interrupted(*copies[0], rng))
    if rng.random() < _PARTED:
        copies.append(parted(example.document, example.labels, rng))
    if rng.random() < _FOREIGN and example.document.format != "html":
        drawn = [examples[number] for number in rng.integers(len(examples), size=_DRAWN)]
        others = [(one.document, one.labels) for one in drawn if one.group != example.group and _may_lend(one)]
        if others:
            copies.append(with_another(example.document, example.labels, others, rng))
    return _unlike(example, copies)


def _unlike(example: Example, copies: Sequence[tuple[Document, Ints]]) -> list[Example]:
    return [Example(*copy, example.group) for copy in copies if 0 < len(copy[1]) != len(example.labels)]


def _may_lend(example: Example) -> bool:
    """Whether an example has paragraphs to lend, without the hints of a page about them."""
    return example.document.format != "html" and int((example.labels == 0).sum()) > 3


def _features(examples: Sequence[Example]) -> Features:
    """The features of all examples, chunk by chunk."""
    parts = [
        features_of([example.document for example in examples[first : first + _CHUNK]])
        for first in range(0, len(examples), _CHUNK)
    ]
    offsets = np.cumsum([0, *(len(part.matrix) for part in parts)])
    blocks = [part.tokens.blocks + offset for part, offset in zip(parts, offsets, strict=False)]
    tokens = parts[0].tokens._replace(
        blocks=np.concatenate(blocks),
        hashes=np.concatenate([part.tokens.hashes for part in parts]),
        lengths=np.concatenate([part.tokens.lengths for part in parts]),
    )
    return Features(
        np.concatenate([part.matrix for part in parts]),
        parts[0].names,
        Rows(np.concatenate([part.rows.counts for part in parts])),
        np.concatenate([part.words for part in parts]),
        tokens,
    )


def _vocabulary(examples: Sequence[Example], features: Features, labels: Ints) -> tuple[Vocabulary, Matrix]:
    """The words worth knowing, and their columns as if each publisher's had been read by a lexicon made of others'."""
    numbers = {group: number for number, group in enumerate(sorted({example.group for example in examples}))}
    by_document = np.array([numbers[example.group] for example in examples])
    folds = np.arange(len(numbers)) % FOLDS
    publishers = by_document[features.rows.of]
    vocabulary = Vocabulary(features.tokens, publishers, np.minimum(labels, 2), folds)
    return vocabulary, stack(vocabulary.columns(folds[publishers]))


def _weights(labels: Ints, words: npt.NDArray[np.float32], rows: Rows) -> Matrix:
    """What each block counts: its words, as a share of its document's body, since documents are judged alike."""
    body = rows.total(words * (labels == 0))
    weights = (words + 4) / (body[rows.of] + 150) * (labels >= 0)
    result: Matrix = (weights / weights.mean()).astype(np.float32)
    return result


def _net(ready: _Set, plan: Plan, seed: int) -> Weights:
    """One net, trained."""
    rng = np.random.default_rng(seed)
    weights = initial(rng, ready.matrix.shape[1], plan.width, len(LABELS))
    documents = len(ready.rows.counts)
    descent = Adam(weights, plan.rounds * -(-documents // plan.batch))
    for number in range(plan.rounds):
        total = 0.0
        order = rng.permutation(documents)
        for first in range(0, documents, plan.batch):
            chosen = order[first : first + plan.batch]
            loss, gradient = _step(ready, weights, chosen, plan.noise, rng)
            descent.move(gradient)
            total += loss
        plan.tell(f"net {seed}, round {number + 1}: loss {total * plan.batch / documents:.4f}")
    return rounded(weights)


def _step(ready: _Set, weights: Weights, chosen: Ints, noise: Noise, rng: np.random.Generator) -> tuple[float, Weights]:
    rows = ready.rows
    blocks = np.concatenate([np.arange(rows.first[one], rows.last[one]) for one in chosen])
    layout = Layout.of(rows.counts[chosen], ready.words[blocks])
    target = ready.labels[blocks], ready.weights[blocks] / np.float32(15 * len(chosen))
    return step(weights, ready.matrix[blocks], layout, target, noise, rng)
