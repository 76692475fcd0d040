"""The knowledge articles, and which of them a mail is about. No model is asked here."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Passage:
    """One part of an article: its reference, such as ``returns#gifts``, and its words."""

    ref: str
    title: str
    language: str
    text: str


def words(text: str) -> list[str]:
    """Words in lower case, cut to their first six letters: so that parcel and parcels are one."""
    return [word.lower()[:6] for word in WORD.findall(text)]


def folded(text: str) -> str:
    """A text in which only words, case and punctuation count: what must be the same in a quote and its source."""
    return " ".join(text.split()).replace("’", "'").replace("“", '"').replace("”", '"')


def passages(folder: str) -> list[Passage]:
    """The parts of all articles for customers."""
    found: list[Passage] = []
    for path in sorted(Path(folder).glob("*.md")):
        text = path.read_text(encoding="utf-8")
        match = re.match(r"---\n(.*?)\n---\n", text, re.S)
        if match is None:
            continue
        head: dict[str, str] = dict(re.findall(r"^(\w+): *\"?(.*?)\"?$", match[1], re.M))
        if head.get("audience", "customer") != "customer" or "id" not in head:
            continue
        title, language = head.get("title", head["id"]), head.get("language", "en")
        for number, part in enumerate(re.split(r"^## +", text[match.end() :], flags=re.M)):
            heading, _, rest = part.partition("\n") if number else ("", "", part)
            anchor = "-".join(WORD.findall(heading.lower()))
            ref = f"{head['id']}#{anchor}" if anchor else head["id"]
            if rest.strip():
                found.append(Passage(ref, f"{title}: {heading}" if heading else title, language, folded(rest)))
    return found


class Index:
    """Ranks passages by BM25."""

    def __init__(self, folder: str) -> None:
        self.passages = passages(folder)
        self._counts = [Counter(words(f"{each.title} {each.title} {each.text}")) for each in self.passages]
        self._mean = sum(sum(counts.values()) for counts in self._counts) / max(1, len(self._counts))
        self._spread = Counter(word for counts in self._counts for word in counts)

    def find(self, text: str, language: str, most: int) -> list[Passage]:
        """The passages that have most in common with a text, in its language or else in English."""
        wanted = set(words(text))
        languages = {each.language for each in self.passages}
        language = language if language in languages else "en"
        scored = [
            (self._score(wanted, counts), passage)
            for passage, counts in zip(self.passages, self._counts) if passage.language == language
        ]
        best = sorted((each for each in scored if each[0] > 0), key=lambda each: (-each[0], each[1].ref))
        return [passage for _, passage in best[:most]]

    def _score(self, wanted: set[str], counts: Counter[str]) -> float:
        length = sum(counts.values())
        score = 0.0
        for word in wanted & counts.keys():
            rarity = math.log(1 + (len(self.passages) - self._spread[word] + 0.5) / (self._spread[word] + 0.5))
            score += rarity * counts[word] * 2.2 / (counts[word] + 1.2 * (0.25 + 0.75 * length / self._mean))
        return score
