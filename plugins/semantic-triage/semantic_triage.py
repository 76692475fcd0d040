"""Seconds triage: reads by sentence embeddings what a contact is about, and weighs both opinions.

Mood, language, asks and safety stay as triage found them; only the topic is looked at again.
"""

from __future__ import annotations

import csv
import hashlib
import os
from pathlib import Path
from typing import Any

from casewire_stage import Outcome, Received, Settings, Stage, StageContext, StageFailure, run
from embedding import Embedding, NoModel


class SemanticTriage(Stage):
    name = "semantic-triage"
    version = "1.0.0"

    def __init__(self, settings: Settings, context: StageContext) -> None:
        self.weight = settings.number("weight")
        examples, model = settings.text("examples"), settings.text("model")
        try:
            self.embedding = Embedding()
        except NoModel as error:
            raise StageFailure.config("no-model", str(error)) from error
        self.topics = learned(examples, model, self.embedding, context)

    def handle(self, delivery: Received, outcome: Outcome) -> None:
        understanding = delivery.section("understanding") or delivery.data()
        heard = delivery.log("heard")
        # What is older than the newest contact is about to be understood anew.
        if heard and understanding.get("heard") == len(heard):
            second = self.opinion(heard[-1]["body"])
            better = weighed(understanding, second, self.weight)
            if better["topic"] != understanding["topic"]:
                delivery.logger.info("another topic", extra={"first": understanding["topic"], "topic": better["topic"]})
            if better != understanding and delivery.section("understanding") is not None:
                outcome.set("understanding", "understanding/1", better)
            understanding = better
        outcome.emit("understood", understanding)

    def opinion(self, contact: dict[str, Any]) -> dict[str, float]:
        """The probability of each topic."""
        text = "\n".join(part for part in (contact.get("subject"), contact.get("words")) if part)
        shares = self.topics.shares(self.embedding.vectors([text]))[0]
        return {topic: float(share) for topic, share in zip(self.topics.categories, shares)}


def weighed(understanding: dict[str, Any], second: dict[str, float], weight: float) -> dict[str, Any]:
    """An understanding whose topic two readers agreed on, each by as much as it is sure."""
    first = {understanding["topic"]: float(understanding["confidence"])}
    for each in understanding.get("alternatives") or []:
        first.setdefault(each["topic"], float(each["confidence"]))
    # What the first did not name shares what it left over.
    others = [topic for topic in second if topic not in first]
    rest = max(0.0, 1 - sum(first.values())) / len(others) if others else 0.0
    both = {
        topic: round((1 - weight) * first.get(topic, rest) + weight * second.get(topic, 0.0), 4)
        for topic in {*first, *second}
    }
    ranked = sorted(both.items(), key=lambda each: (-each[1], each[0]))
    alternatives = [{"topic": topic, "confidence": share} for topic, share in ranked[1:4]]
    return {**understanding, "topic": ranked[0][0], "confidence": ranked[0][1], "alternatives": alternatives}


def learned(examples: str, path: str, embedding: Embedding, context: StageContext) -> Any:
    """The linear model of a file, learned anew where the examples are others than those it was learned from."""
    import numpy as np

    from linear import Linear, learn

    try:
        with open(examples, encoding="utf-8", newline="") as file:
            rows = [(row["text"], row["category"]) for row in csv.DictReader(file)]
    except (OSError, KeyError, ValueError) as error:
        raise StageFailure.config("examples", f"{examples} is no CSV of text and category: {error!r}") from error
    if len({category for _, category in rows}) < 2:
        raise StageFailure.config("examples", f"{examples} has fewer than two categories")
    digest = hashlib.sha256(repr(("1", rows)).encode()).hexdigest()
    try:
        with np.load(path, allow_pickle=False) as kept:
            if str(kept["digest"]) == digest:
                return Linear([str(name) for name in kept["categories"]], kept["weights"], float(kept["temperature"]))
    except (OSError, KeyError, ValueError):
        pass  # There is none yet, or none that can be read: it is made.
    context.logger.info("learning", extra={"examples": len(rows)})
    model = learn(embedding.vectors([text for text, _ in rows]), [category for _, category in rows])
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    # Several replicas may do this at once: each renames a whole file into place, all from the same examples.
    draft = f"{path}.{os.getpid()}.npz"
    np.savez(draft, digest=digest, categories=model.categories, weights=model.weights, temperature=model.temperature)
    os.replace(draft, path)
    return model


if __name__ == "__main__":
    run(SemanticTriage)
