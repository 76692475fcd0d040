"""A linear model over vectors: softmax regression, with confidences that can be believed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Sequence

import numpy as np

DECAY = 2e-4
STEPS = 400


@dataclass
class Linear:
    """Weights for each category, and the temperature of its confidences."""

    categories: list[str]
    weights: Any
    temperature: float = 1.0

    def shares(self, vectors: Any) -> Any:
        """Of each vector the probability of each category."""
        return softmax(with_one(vectors) @ self.weights / self.temperature)


def with_one(vectors: Any) -> Any:
    return np.hstack([vectors, np.ones((len(vectors), 1), dtype=vectors.dtype)])


def softmax(scores: Any) -> Any:
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    return scores / scores.sum(axis=1, keepdims=True)


def fit(vectors: Any, labels: Sequence[str]) -> Linear:
    """Learns weights by accelerated gradient descent; the same data gives the same weights."""
    categories = sorted(set(labels))
    places = {name: place for place, name in enumerate(categories)}
    x = with_one(np.asarray(vectors, dtype=np.float64))
    y = np.zeros((len(x), len(categories)))
    y[np.arange(len(x)), [places[label] for label in labels]] = 1
    weights = np.zeros((x.shape[1], len(categories)))
    ahead, momentum = weights, 1.0
    # Rows have length √2: a quarter of their square bounds the curvature of the mean loss in each direction.
    step = 1 / (0.5 * float((x**2).sum(1).max()) + DECAY)
    for _ in range(STEPS):
        slope = x.T @ (softmax(x @ ahead) - y) / len(x) + DECAY * ahead
        following = ahead - step * slope
        quicker = (1 + (1 + 4 * momentum**2) ** 0.5) / 2
        ahead = following + (momentum - 1) / quicker * (following - weights)
        weights, momentum = following, quicker
    return Linear(categories, weights)


def learn(vectors: Any, labels: Sequence[str], folds: int = 4) -> Linear:
    """Learns weights, and a temperature on texts that they had not seen."""
    labels = list(labels)
    parts = np.arange(len(labels)) % folds
    scores, right = [], []
    for part in range(folds):
        kept = [label for label, mine in zip(labels, parts) if mine != part]
        model = fit(vectors[parts != part], kept)
        places = {name: place for place, name in enumerate(model.categories)}
        rows = [row for row in np.flatnonzero(parts == part) if labels[row] in places]
        if rows:
            scores.append(with_one(vectors[rows]) @ model.weights)
            right += [places[labels[row]] for row in rows]
    model = fit(vectors, labels)
    if len({len(each[0]) for each in scores}) == 1:
        held = np.vstack(scores)
        every = np.arange(len(held))
        grid = np.geomspace(0.1, 4, 40)
        losses = [-np.log(softmax(held / warmth)[every, right] + 1e-12).mean() for warmth in grid]
        model.temperature = float(grid[int(np.argmin(losses))])
    return model
