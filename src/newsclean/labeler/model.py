"""The learned weights, loaded once, to a judgement of every block of a batch: what it is, and how sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile, ZipInfo

import numpy as np
import numpy.typing as npt

from newsclean.document import Document
from newsclean.errors import UsageError
from newsclean.labeler.features import Features, features_of, stack
from newsclean.labeler.net import Layout, Matrix, Weights, forward, softmax
from newsclean.labeler.words import Lexicon

LABELS = ("body", "boilerplate", "title", "byline", "date", "caption")
VERSION = 1
_SHIPPED = Path(__file__).parent / "data" / "model.npz"
_ROOM = 8000  # blocks judged at a time; a page has a few hundred
_CLIP = 5.0  # standard deviations; beyond it a feature says no more


class Judgement(NamedTuple):
    """Of one document: chances (blocks x labels), words by block, and the features they rest on, by name."""

    chances: Matrix
    words: npt.NDArray[np.float32]
    features: Matrix
    names: tuple[str, ...]


@dataclass(frozen=True)
class Model:
    """Nets whose judgements are averaged, the lexicon, and the scale of the features."""

    names: tuple[str, ...]
    mean: Matrix
    scale: Matrix
    nets: tuple[Weights, ...]
    lexicon: Lexicon

    def judge(self, documents: Sequence[Document]) -> list[Judgement]:
        """A judgement a document; documents without blocks get an empty one.

        Memory is bounded by `_ROOM` blocks at a time, some 4 KB each: a document of more is judged in parts.
        """
        parts = [(number, part) for number, document in enumerate(documents) for part in _parts(document)]
        judged: list[list[Judgement]] = [[] for _ in documents]
        for group in _groups(parts):
            found = self._judge([part for _, part in group])
            for (number, _), judgement in zip(group, found, strict=True):
                judged[number].append(judgement)
        return [self._joined(found) for found in judged]

    def _judge(self, documents: Sequence[Document]) -> Iterator[Judgement]:
        features = self.complete(features_of(documents))
        chances = self.chances(features)
        for first, last in zip(features.rows.first.tolist(), features.rows.last.tolist(), strict=True):
            own = slice(first, last)
            yield Judgement(chances[own], features.words[own], features.matrix[own], features.names)

    def _joined(self, parts: Sequence[Judgement]) -> Judgement:
        """The judgement of a document from those of its parts."""
        if len(parts) == 1:
            return parts[0]
        if not parts:
            return self._empty()
        chances, words, features = (np.concatenate([part[place] for part in parts]) for place in range(3))
        return Judgement(chances, words, features, self.names)

    def complete(self, features: Features) -> Features:
        """Features with the lexicon's beside them."""
        columns = self.lexicon.columns(features.tokens, len(features.matrix))
        matrix = np.hstack([features.matrix, stack(columns)])
        return features._replace(matrix=matrix, names=(*features.names, *columns))

    def chances(self, features: Features) -> Matrix:
        """Chances (blocks x labels) of completed features."""
        scaled = scaled_features(features.matrix, self.mean, self.scale)
        layout = Layout.of(features.rows.counts, features.words.astype(np.float32))
        each = [softmax(forward(weights, scaled, layout)) for weights in self.nets]
        result: Matrix = np.mean(each, axis=0, dtype=np.float32)
        return result

    def dump(self) -> bytes:
        """The model as a file's bytes: the same for the same model."""
        arrays: dict[str, npt.NDArray[np.generic]] = {
            "version": np.array(VERSION),
            "names": np.array("\n".join(self.names).encode()),
            "mean": self.mean,
            "scale": self.scale,
            "words": self.lexicon.hashes,
            "word_scores": np.round(self.lexicon.scores[1:] * 32).astype(np.int8),
        }
        for number, weights in enumerate(self.nets):
            arrays |= {f"net{number}.{name}": value.astype(np.float16) for name, value in weights.items()}
        data = BytesIO()
        with ZipFile(data, "w") as file:  # as numpy.savez does, whose headers differ from one Python to the next
            for name, value in arrays.items():
                array = BytesIO()
                np.save(array, value, allow_pickle=False)
                file.writestr(ZipInfo(f"{name}.npy"), array.getvalue())
        return data.getvalue()

    def _empty(self) -> Judgement:
        width = len(self.names)
        return Judgement(
            np.zeros((0, len(LABELS)), np.float32),
            np.zeros(0, np.float32),
            np.zeros((0, width), np.float32),
            self.names,
        )


def _parts(document: Document) -> list[Document]:
    """The document, in parts of at most `_ROOM` blocks if it has more; none if it has none."""
    blocks = document.blocks
    if 0 < len(blocks) <= _ROOM:
        return [document]
    return [replace(document, blocks=blocks[first : first + _ROOM]) for first in range(0, len(blocks), _ROOM)]


def _groups(parts: Sequence[tuple[int, Document]]) -> Iterator[list[tuple[int, Document]]]:
    """The parts in groups of at most `_ROOM` blocks."""
    group: list[tuple[int, Document]] = []
    room = _ROOM
    for part in parts:
        if group and len(part[1].blocks) > room:
            yield group
            group, room = [], _ROOM
        group.append(part)
        room -= len(part[1].blocks)
    if group:
        yield group


def scaled_features(matrix: Matrix, mean: Matrix, scale: Matrix) -> Matrix:
    """Features in standard deviations from their means over the training blocks."""
    scaled = matrix - mean
    scaled *= scale
    return np.clip(scaled, -_CLIP, _CLIP, out=scaled)


@cache
def load_model(path: str = "") -> Model:
    """The model of a file, or the shipped one.

    Raises:
        UsageError: the file can't be read or holds no model of this version.
    """
    try:
        data = Path(path).read_bytes() if path else _SHIPPED.read_bytes()
        with np.load(BytesIO(data), allow_pickle=False) as arrays:
            found = {name: arrays[name] for name in arrays.files}
        if int(found["version"]) != VERSION:
            raise UsageError(f"model {path} has version {found['version']}, not {VERSION}; train it again")
        return _model(found)
    except (OSError, ValueError, KeyError) as error:
        name = path or "of the package"
        raise UsageError(f"model {name} can't be loaded: {error}; `newsclean train` makes one") from error


def _model(arrays: dict[str, npt.NDArray[np.generic]]) -> Model:
    nets: dict[str, Weights] = {}
    for key, value in arrays.items():
        net, _, name = key.partition(".")
        if name:
            nets.setdefault(net, {})[name] = value.astype(np.float32)
    lexicon = Lexicon(
        arrays["words"].astype(np.uint32),
        (arrays["word_scores"].astype(np.float32) / np.float32(32)).astype(np.float32),
    )
    names = tuple(bytes(arrays["names"].item()).decode().split("\n"))
    return Model(
        names, arrays["mean"].astype(np.float32), arrays["scale"].astype(np.float32), tuple(nets.values()), lexicon
    )
