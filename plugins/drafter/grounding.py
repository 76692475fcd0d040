"""Whether a draft says nothing but what the articles say. A model is believed in nothing: what stands here decides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Mapping

from articles import Passage, folded, words
from figures import figures, has_hidden, links, number_words

LONGEST = 2000
SHARE = 0.6
"""Of the longer words of a sentence, so many must stand in the passage that it cites."""

MARKUP = re.compile(r"[<>{}\[\]`|*#\\]")


class Ungrounded(Exception):
    """A draft that says more than its sources do; the reason is for a person, and has no word of the model's."""


@dataclass(frozen=True)
class Draft:
    """Sentences, each with the passage it rests on."""

    sentences: list[tuple[str, Passage]]

    @property
    def text(self) -> str:
        return " ".join(sentence for sentence, _ in self.sentences)

    @property
    def sources(self) -> list[str]:
        """References of the passages, each once, in the order of use."""
        return list(dict.fromkeys(passage.ref for _, passage in self.sentences))


def grounded(answer: Any, shown: Mapping[str, Passage]) -> Draft | None:
    """The draft in a model's answer, None where it says itself that the articles do not tell.

    ``Ungrounded`` where a sentence cites nothing, cites what was not shown, quotes what does not stand there, or holds a figure, a
    number, a link or too many words that its passage does not hold.
    """
    if not isinstance(answer, dict) or not isinstance(answer.get("sentences"), list):
        raise Ungrounded("the answer has no list of sentences")
    sentences = [_sentence(each, shown) for each in answer["sentences"]]
    if sum(len(sentence) for sentence, _ in sentences) > LONGEST:
        raise Ungrounded(f"the draft is longer than {LONGEST} characters")
    return Draft(sentences) if sentences else None


def _sentence(given: Any, shown: Mapping[str, Passage]) -> tuple[str, Passage]:
    parts = [given.get(name) for name in ("text", "article", "quote")] if isinstance(given, dict) else []
    texts = [folded(part) for part in parts if isinstance(part, str) and part.strip()]
    if len(texts) != 3:
        raise Ungrounded("a sentence comes without text, article or quote")
    text, ref, quote = texts
    passage = shown.get(ref)
    if passage is None:
        raise Ungrounded("it cites what it was not shown")
    if len(words(quote)) < 3 or quote not in passage.text:
        raise Ungrounded(f"its quote does not stand in {ref}")
    if MARKUP.search(text) or has_hidden(given["text"]):
        raise Ungrounded("a sentence holds markup or hidden characters")
    for kind, found in (("figure", figures), ("number", number_words), ("link", links)):
        if not found(text) <= found(passage.text):
            raise Ungrounded(f"a {kind} does not stand in {ref}")
    known, own = set(words(f"{passage.title} {passage.text}")), [word for word in words(text) if len(word) > 3]
    if not own or sum(word in known for word in own) < SHARE * len(own):
        raise Ungrounded(f"a sentence says more than {ref} does")
    return text, passage
