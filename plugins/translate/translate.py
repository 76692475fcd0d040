"""Stands between two stages: adds to a hand-over what the customer's words mean, word by word.

It takes `case.handover` and sends `case.handover` on, so that neither neighbour knows of it. Whatever it cannot do, the hand-over goes
on as it came: a hook must not be what holds a customer up.
"""

from __future__ import annotations

import csv
import re

from casewire_stage import Outcome, Received, Settings, Stage, StageContext, StageFailure, run

LONGEST = 600
"""Characters of a gloss: it is a help to a person, and the whole stands in the case."""


class Translate(Stage):
    name = "translate"
    version = "1.0.0"

    def __init__(self, settings: Settings, context: StageContext) -> None:
        self.into = settings.text("into")
        self.words = dictionary(settings.text("dictionary"))

    def handle(self, delivery: Received, outcome: Outcome) -> None:
        handover = delivery.data()
        language = (delivery.section("understanding") or {}).get("language")
        heard = delivery.log("heard")
        words = heard[-1]["body"].get("words") if heard else None
        gloss = self.gloss(words, language) if isinstance(handover, dict) and language and words else None
        if gloss:
            handover = {**handover, "reason": f"{handover.get('reason', '')}\n\nWord by word ({language}): {gloss}".lstrip()}
            delivery.logger.info("glossed", extra={"language": language})
        outcome.emit("handover", handover)

    def gloss(self, words: str, language: str) -> str | None:
        """The words that are known, each with its meaning behind it; None where none is."""
        known = self.words.get(language.partition("-")[0], {})
        if language.startswith(self.into) or not known:
            return None
        text, count = re.subn(r"\w+", lambda match: meaning(match[0], known), words)
        return shortened(text) if count and text != words else None


def meaning(word: str, known: dict[str, str]) -> str:
    translation = known.get(word.lower())
    return f"{word} [{translation}]" if translation else word


def shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def dictionary(path: str) -> dict[str, dict[str, str]]:
    """Translations by language and word."""
    words: dict[str, dict[str, str]] = {}
    try:
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if None in row.values():
                    raise ValueError(f"\"{row.get('language')}\" stands in a line without a word and its translation")
                words.setdefault(row["language"], {})[row["word"].lower()] = row["translation"]
    except (OSError, KeyError, ValueError) as error:
        raise StageFailure.config("dictionary", f"{path} is no dictionary (language,word,translation): {error!r}") from error
    return words


if __name__ == "__main__":
    run(Translate)
