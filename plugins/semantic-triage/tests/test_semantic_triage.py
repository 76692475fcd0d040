"""Weighing needs nothing; the rest is skipped where `make semantic` has not fetched what it needs."""

import csv
import json
import tempfile
import unittest
from pathlib import Path
from typing import Any

from casewire_stage import Outcome, Received, Settings, StageContext, StageFailure
from semantic_triage import SemanticTriage, weighed

try:
    import linear
    from embedding import Embedding

    EMBEDDING: Any = Embedding()
except Exception:
    EMBEDDING = None

TEXTS = {
    "order-status": ["Where is my parcel?", "My order has not arrived yet.", "When will you deliver?", "Is it on its way?"],
    "returns": ["I want to send this back.", "How can I return the pan?", "May I give it back?", "Return label please."],
    "care": ["How do I clean cast iron?", "Can it go in the dishwasher?", "How to wash linen?", "May I use soap on it?"],
}
UNDERSTANDING = {"heard": 1, "topic": "care", "confidence": 0.4, "alternatives": [], "mood": "calm", "asks": []}


class WeighingTests(unittest.TestCase):
    def test_who_is_surer_decides(self) -> None:
        second = {"returns": 0.9, "care": 0.05, "order-status": 0.05}
        better = weighed(UNDERSTANDING, second, 0.5)
        self.assertEqual((better["topic"], better["confidence"]), ("returns", 0.6))
        self.assertEqual(weighed({**UNDERSTANDING, "confidence": 0.98}, second, 0.5)["topic"], "care")

    def test_a_weight_of_nothing_leaves_triage_its_topic_and_one_replaces_it(self) -> None:
        second = {"returns": 0.51, "care": 0.49}
        self.assertEqual(weighed(UNDERSTANDING, second, 0.0)["topic"], "returns")
        self.assertEqual(weighed({**UNDERSTANDING, "confidence": 0.9}, second, 0.0)["topic"], "care")
        self.assertEqual(weighed({**UNDERSTANDING, "confidence": 0.9}, second, 1.0)["confidence"], 0.51)

    def test_a_topic_that_only_triage_knows_is_kept(self) -> None:
        better = weighed({**UNDERSTANDING, "topic": "new", "confidence": 0.9}, {"returns": 0.5, "care": 0.5}, 0.5)
        self.assertEqual(better["topic"], "new")
        self.assertEqual([each["topic"] for each in better["alternatives"]], ["care", "returns"])

    def test_everything_but_the_topic_stays(self) -> None:
        self.assertEqual(weighed(UNDERSTANDING, {"care": 1.0}, 0.5)["mood"], "calm")


@unittest.skipIf(EMBEDDING is None, "make semantic fetches the model")
class ModelTests(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.examples, self.model = f"{folder.name}/topics.csv", f"{folder.name}/models/semantic.npz"
        with open(self.examples, "w", newline="") as file:
            csv.writer(file).writerows(
                [("text", "category"), *((text, topic) for topic, texts in TEXTS.items() for text in texts)])

    def stage(self) -> SemanticTriage:
        return SemanticTriage(Settings({"examples": self.examples, "model": self.model, "weight": 0.5}), StageContext())

    def work(self, words: str, understanding: Any, contacts: int = 1) -> tuple[Any, Outcome]:
        log = [{"seq": 1, "kind": "heard", "body": {"words": words}}] * contacts
        header = {"delivery": 1, "epoch": "a", "data": 0, "log": 1, "message": {"type": "case.understood"},
                  "sections": [{"name": "understanding", "schema": "understanding/1", "version": 3, "body": 0}]}
        delivery = Received(header, [json.dumps(each).encode() for each in (understanding, log)])
        outcome = Outcome(delivery)
        self.stage().handle(delivery, outcome)
        return json.loads(outcome.bodies[outcome.header["emit"][0]["body"]]), outcome

    def test_words_that_no_example_has_are_understood_by_what_they_mean(self) -> None:
        better, outcome = self.work("The courier still has not shown up with my package", UNDERSTANDING)
        self.assertEqual(better["topic"], "order-status")
        self.assertEqual(outcome.header["set"][0]["base"], 3)

    def test_an_understanding_that_is_older_than_the_newest_contact_goes_on_as_it_came(self) -> None:
        better, outcome = self.work("Where is my parcel?", UNDERSTANDING, contacts=2)
        self.assertEqual(better, UNDERSTANDING)
        self.assertNotIn("set", outcome.header)

    def test_what_was_learned_is_kept_until_the_examples_change(self) -> None:
        self.stage()
        before = Path(self.model).stat().st_ino
        self.stage()
        self.assertEqual(Path(self.model).stat().st_ino, before)
        with open(self.examples, "a") as file:
            file.write("Is the blue one in stock?,stock\n")
        self.assertIn("stock", self.stage().topics.categories)
        self.assertNotEqual(Path(self.model).stat().st_ino, before)

    def test_a_batch_gives_the_same_vectors_as_one_at_a_time(self) -> None:
        texts = [text for texts in TEXTS.values() for text in texts] + ["long " * 400, ""]
        together = EMBEDDING.vectors(texts)
        alone = [EMBEDDING.vectors([text])[0] for text in texts]
        self.assertGreater(min(float(left @ right) for left, right in zip(together, alone)), 0.98)

    def test_learning_twice_gives_the_same_model(self) -> None:
        labels = [topic for topic, texts in TEXTS.items() for _ in texts]
        vectors = EMBEDDING.vectors([text for texts in TEXTS.values() for text in texts])
        one, other = linear.learn(vectors, labels), linear.learn(vectors, labels)
        self.assertTrue((one.weights == other.weights).all())
        self.assertAlmostEqual(float(one.shares(vectors)[0].sum()), 1.0)

    def test_examples_that_cannot_be_used_are_told_at_the_start(self) -> None:
        self.examples = "/nowhere.csv"
        with self.assertRaises(StageFailure) as caught:
            self.stage()
        self.assertEqual(caught.exception.kind, "config")


if __name__ == "__main__":
    unittest.main()
