import json
import tempfile
import unittest
from pathlib import Path
from typing import Any

from casewire_stage import Outcome, Received, Settings, StageContext, StageFailure
from translate import Translate

WORDS = str(Path(__file__).parent.parent / "words.csv")


class TranslateTests(unittest.TestCase):
    def passed_on(self, words: str, language: str | None, handover: Any = None) -> Any:
        bodies = [handover or {"code": "unsure", "reason": "no article", "urgent": True}, {"language": language},
                  [{"seq": 1, "kind": "heard", "body": {"words": words}}]]
        header = {
            "delivery": 1, "epoch": "a", "data": 0, "log": 2, "message": {"type": "case.handover"},
            "sections": [{"name": "understanding", "schema": "understanding/1", "version": 1, "body": 1}]}
        delivery = Received(header, [json.dumps(body).encode() for body in bodies])
        outcome = Outcome(delivery)
        Translate(Settings({"dictionary": WORDS, "into": "en"}), StageContext()).handle(delivery, outcome)
        self.assertEqual([each["output"] for each in outcome.header["emit"]], ["handover"])
        return json.loads(outcome.bodies[0])

    def test_known_words_are_glossed_and_the_rest_of_the_hand_over_stays(self) -> None:
        handover = self.passed_on("Wo ist mein Wasserkocher?", "de")
        self.assertEqual(handover["reason"],
                         "no article\n\nWord by word (de): Wo [where] ist [is] mein [my] Wasserkocher [kettle]?")
        self.assertEqual((handover["code"], handover["urgent"]), ("unsure", True))

    def test_what_it_does_not_know_goes_on_as_it_came(self) -> None:
        for words, language in (("Where is it?", "en"), ("Hvor er den?", "da"), ("Hmm", "de"), ("Wo?", None)):
            self.assertEqual(self.passed_on(words, language)["reason"], "no article")

    def test_a_long_mail_is_cut(self) -> None:
        self.assertLess(len(self.passed_on("Wo ist " * 400, "de")["reason"]), 660)

    def test_a_dictionary_that_cannot_be_read_is_told_at_the_start(self) -> None:
        for path in ("/nowhere.csv", __file__):
            with self.assertRaises(StageFailure):
                Translate(Settings({"dictionary": path, "into": "en"}), StageContext())

    def test_a_row_that_is_cut_short_is_told_at_the_start(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for row in ("de", "de,wo"):
                path = Path(folder, "words.csv")
                path.write_text(f"language,word,translation\nde,ist,is\n{row}\n")
                with self.assertRaises(StageFailure) as caught:
                    Translate(Settings({"dictionary": str(path), "into": "en"}), StageContext())
                self.assertEqual(caught.exception.kind, "config")


if __name__ == "__main__":
    unittest.main()
