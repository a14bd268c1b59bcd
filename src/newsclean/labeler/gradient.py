"""The net's training step: backward through its layers, with noise and dropout against learning publishers by heart."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from newsclean.labeler.arrays import Ints
from newsclean.labeler.net import DILATIONS, Layout, Matrix, Weights, softmax


class Noise(NamedTuple):
    """Standard deviations of noise on features, by block and by document, and shares of values dropped."""

    blocks: float = 0.2
    documents: float = 0.3
    inputs: float = 0.1
    hidden: float = 0.3


def initial(rng: np.random.Generator, features: int, width: int, labels: int) -> Weights:
    """Random weights, scaled for rectified units."""
    shapes = {"in": (features, width), "doc": (2 * width, width), "out": (2 * width, labels)}
    shapes |= {f"conv{number}": (3 * width, width) for number in range(len(DILATIONS))}
    weights: Weights = {}
    for name, (high, wide) in shapes.items():
        scale = np.sqrt((2 if name == "in" else 0.7) / high)
        weights[name] = (rng.standard_normal((high, wide)) * scale).astype(np.float32)
        weights[f"{name}_bias"] = np.zeros((1, wide), np.float32)
    return weights


def step(
    weights: Weights,
    matrix: Matrix,
    layout: Layout,
    target: tuple[Ints, Matrix],
    noise: Noise,
    rng: np.random.Generator,
) -> tuple[float, Weights]:
    """The weighted loss of a batch and its gradient; `target` holds labels and weights by block."""
    drop = _Dropout(rng)
    of = layout.rows.of
    noisy = matrix + noise.blocks * rng.standard_normal(matrix.shape, np.float32)
    noisy += noise.documents * rng.standard_normal((len(layout.rows.counts), matrix.shape[1]), np.float32)[of]
    noisy *= drop.mask(matrix.shape, noise.inputs)
    first = np.maximum(noisy @ weights["in"] + weights["in_bias"], 0)
    means = layout.means(first)
    means_mask = drop.mask(means.shape, noise.hidden)
    context = (means * means_mask) @ weights["doc"] + weights["doc_bias"]
    hidden = np.maximum(first + context[of], 0)
    padded = layout.spread(hidden)
    inside = layout.spread(np.ones((len(of), 1), np.float32))
    kept: list[tuple[Matrix, Matrix, Matrix]] = []
    for number, gap in enumerate(DILATIONS):
        mask = drop.mask(padded.shape, noise.hidden)
        joined = _beside(padded * mask, gap)
        grown = np.maximum(joined @ weights[f"conv{number}"] + weights[f"conv{number}_bias"], 0) * inside
        kept.append((joined, grown, mask))
        padded = padded + grown
    joint = np.hstack([padded[layout.place], hidden])
    joint_mask = drop.mask(joint.shape, noise.hidden)
    joint *= joint_mask
    loss, error = _loss(joint @ weights["out"] + weights["out_bias"], target)
    gradient = _dense("out", joint, error)
    back = (error @ weights["out"].T) * joint_mask
    width = hidden.shape[1]
    padded_back = layout.spread(back[:, :width])
    for number in reversed(range(len(DILATIONS))):
        joined, grown, mask = kept[number]
        upstream = padded_back * (grown > 0)
        gradient |= _dense(f"conv{number}", joined, upstream)
        padded_back += _unbeside(upstream @ weights[f"conv{number}"].T, DILATIONS[number]) * mask
    hidden_back = (padded_back[layout.place] + back[:, width:]) * (hidden > 0)
    context_back = np.add.reduceat(hidden_back, layout.rows.first, axis=0)
    gradient |= _dense("doc", means * means_mask, context_back)
    first_back = hidden_back + _unmeans((context_back @ weights["doc"].T) * means_mask, layout)
    gradient |= _dense("in", noisy, first_back * (first > 0))
    return loss, gradient


class _Dropout:
    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng

    def mask(self, shape: tuple[int, ...], dropped: float) -> Matrix:
        """Zeros for what is dropped; the rest is scaled up to make good for it."""
        kept = self.rng.random(shape, np.float32) >= dropped
        result: Matrix = kept.astype(np.float32) / np.float32(1 - dropped)
        return result


def _loss(logits: Matrix, target: tuple[Ints, Matrix]) -> tuple[float, Matrix]:
    labels, weights = target
    chances = softmax(logits)
    picked = np.arange(len(labels)), labels
    loss = float(-(np.log(np.maximum(chances[picked], 1e-9)) * weights).sum())
    chances[picked] -= 1
    error: Matrix = chances * weights[:, None]
    return loss, error


def _dense(name: str, inputs: Matrix, error: Matrix) -> Weights:
    return {name: inputs.T @ error, f"{name}_bias": error.sum(axis=0, keepdims=True)}


def _beside(padded: Matrix, gap: int) -> Matrix:
    """Each row after the one `gap` rows before it and before the one `gap` rows behind it."""
    width = padded.shape[1]
    joined = np.zeros((len(padded), 3 * width), np.float32)
    joined[gap:, :width] = padded[:-gap]
    joined[:, width : 2 * width] = padded
    joined[:-gap, 2 * width :] = padded[gap:]
    return joined


def _unbeside(error: Matrix, gap: int) -> Matrix:
    """The gradient of `_beside`."""
    width = error.shape[1] // 3
    result = error[:, width : 2 * width].copy()
    result[:-gap] += error[gap:, :width]
    result[gap:] += error[:-gap, 2 * width :]
    return result


def _unmeans(error: Matrix, layout: Layout) -> Matrix:
    """The gradient of `Layout.means`."""
    width = error.shape[1] // 2
    plain = error[:, :width] / layout.rows.counts[:, None].astype(np.float32)
    result: Matrix = plain[layout.rows.of] + error[:, width:][layout.rows.of] * layout.weights
    return result


class Adam:
    """Adam with decoupled weight decay, the gradient clipped to norm 1 and the rate falling along a cosine."""

    def __init__(self, weights: Weights, steps: int, *, rate: float = 4e-3, decay: float = 2e-2) -> None:
        self.weights = weights
        self.steps = steps
        self.rate = rate
        self.decay = decay
        self.done = 0
        self.mean = {name: np.zeros_like(value) for name, value in weights.items()}
        self.square = {name: np.zeros_like(value) for name, value in weights.items()}

    def move(self, gradient: Weights) -> None:
        """One step down."""
        self.done += 1
        norm = float(np.sqrt(sum(float(np.square(value, dtype=np.float64).sum()) for value in gradient.values())))
        scale = np.float32(min(1.0, 1.0 / max(norm, 1e-9)))
        warm = min(1.0, self.done / 100)
        rate = self.rate * warm * (0.5 * (1 + np.cos(np.pi * min(1.0, self.done / self.steps))) + 0.01)
        for name, value in gradient.items():
            self.mean[name] += np.float32(0.1) * (value * scale - self.mean[name])
            self.square[name] += np.float32(0.001) * (np.square(value * scale) - self.square[name])
            mean = self.mean[name] / np.float32(1 - 0.9**self.done)
            square = self.square[name] / np.float32(1 - 0.999**self.done)
            self.weights[name] *= np.float32(1 - rate * self.decay)
            self.weights[name] -= np.float32(rate) * mean / (np.sqrt(square) + np.float32(1e-8))


def rounded(weights: Weights) -> Weights:
    """The weights as they are stored, in half precision."""
    return {name: value.astype(np.float16).astype(np.float32) for name, value in weights.items()}
