"""How often the topic is right: triage's own model, this one, and both together, on the same texts.

    python bench.py --casewire .build/release/casewire training/topics.csv                cross-validated
    python bench.py --casewire .build/release/casewire TRAIN.csv --test TEST.csv          on texts held out by somebody else
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from embedding import Embedding
from linear import learn
from semantic_triage import weighed

Rows = list[tuple[str, str]]


def read(path: str) -> Rows:
    with open(path, encoding="utf-8", newline="") as file:
        return [(row["text"], row["category"]) for row in csv.DictReader(file)]


def built_in(casewire: str, train: Rows, test: Rows) -> list[dict[str, Any]]:
    """What `casewire train` and `casewire predict` make of it."""
    with tempfile.TemporaryDirectory() as folder:
        examples, model = f"{folder}/train.csv", f"{folder}/topics.model"
        with open(examples, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("text", "category"), *train])
        subprocess.run([casewire, "train", examples, "-o", model], check=True, capture_output=True)
        lines = "\n".join(json.dumps({"id": number, "text": text}) for number, (text, _) in enumerate(test))
        done = subprocess.run([casewire, "predict", "--model", model], input=lines + "\n", text=True, check=True,
                              capture_output=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def compare(casewire: str, embedding: Embedding, train: Rows, test: Rows) -> tuple[int, int, int]:
    """How many of the tests each gets right."""
    model = learn(embedding.vectors([text for text, _ in train]), [category for _, category in train])
    shares = model.shares(embedding.vectors([text for text, _ in test]))
    right = [0, 0, 0]
    for first, row, (_, category) in zip(built_in(casewire, train, test), shares, test):
        second = dict(zip(model.categories, map(float, row)))
        both = weighed({"topic": first["category"], "confidence": first["confidence"]}, second, 0.5)
        for place, topic in enumerate((first["category"], max(second, key=lambda name: second[name]), both["topic"])):
            right[place] += topic == category
    return right[0], right[1], right[2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train")
    parser.add_argument("--test")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--casewire", default=str(Path(__file__).parents[2] / ".build/release/casewire"))
    options = parser.parse_args()
    rows, embedding = read(options.train), Embedding()
    if options.test:
        splits = [(rows, read(options.test))]
    else:
        splits = [([row for at, row in enumerate(rows) if at % options.folds != part], rows[part :: options.folds])
                  for part in range(options.folds)]
    totals = [compare(options.casewire, embedding, train, test) for train, test in splits]
    count = sum(len(test) for _, test in splits)
    for name, right in zip(("built-in triage", "sentence embeddings", "both, half each"), map(sum, zip(*totals))):
        print(f"{name:20} {right / count:.3f}  ({right} of {count})")
    start = time.perf_counter()
    for text, _ in rows[:200]:
        embedding.vectors([text])
    print(f"{'a message takes':20} {(time.perf_counter() - start) / min(200, len(rows)) * 1000:.1f} ms on one core")


if __name__ == "__main__":
    main()
