"""Figures, number words, links and hidden characters: what a draft may not hold unless its passage does."""

from __future__ import annotations

import re
import unicodedata

FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
WORD = re.compile(r"[^\W\d_]+")
LINK = re.compile(r"@|//|\w[.。．｡][^\W\d_]{2}")
"""A piece between spaces that holds this is a link, an address or a handle. The other dots are ones that browsers take for it."""
AROUND = ".,;:!?…()\"'„“”‚‘’«»"

# Without accents and in lower case. Not among them are what are other words as well: ein and un, the Spanish once.
NUMBERS = frozenset("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen
    dozens half twice double triple
    null dutzend halb halbe halben halber halbes doppelt dreifach
    deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante soixante
    septante huitante octante nonante cent cents mille milliard milliards douzaine demi demie triple
    cero uno dos tres cuatro cinco seis siete ocho nueve diez doce trece catorce quince dieciseis diecisiete dieciocho diecinueve
    veinte veintiun veintiuno veintiuna veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve
    treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento cientos mil millon millones docena medio doble
    doscientos doscientas trescientos trescientas cuatrocientos cuatrocientas quinientos quinientas seiscientos seiscientas
    setecientos setecientas ochocientos ochocientas novecientos novecientas
    """.split())
_UNITS = "zwei|zwo|drei|vier|fu?e?nf|sechs|sieben|acht|neun"
_ROUND = ("(?:sech|sieb)?zehn|elf|zwoe?lf|(?:zwan|vier|fu?e?nf|sech|sieb|acht|neun)zig|dreissig"
          "|hunderte?|tausende?|million(?:en)?")
GERMAN = re.compile(f"(?:ein|eine|und|{_UNITS}|{_ROUND})*(?:eins|{_UNITS}|{_ROUND})")
"""Of whatever parts, as they are written in one: einunddreissig."""

INVISIBLE = frozenset("\u034f\u115f\u1160\u2028\u2029\u3164\uffa0")
"""Those that show nothing though their category does not say so; variation selectors besides."""


def figures(text: str) -> set[str]:
    """The numbers of a text, whole: 3 is not in 30. Fractions, circled digits and their like each by itself."""
    return {*FIGURE.findall(text), *(each for each in text if each.isnumeric() and not each.isdecimal())}


def number_words(text: str) -> set[str]:
    """Numbers written out in English, German, French or Spanish, without accents and in lower case."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    return {word for word in WORD.findall(plain) if word in NUMBERS or GERMAN.fullmatch(word)}


def links(text: str) -> set[str]:
    """Links, addresses and handles, each as far as the next space; also the end of a sentence with no space behind it."""
    return {piece.strip(AROUND).casefold() for piece in text.split() if LINK.search(piece)}


def has_hidden(text: str) -> bool:
    """Whether a character of it is not seen: control and format characters, surrogates, private and unassigned ones."""
    return any(
        unicodedata.category(each) in ("Cc", "Cf", "Cn", "Co", "Cs") and each not in "\n\t" or each in INVISIBLE
        or "\ufe00" <= each <= "\ufe0f" or "\U000e0100" <= each <= "\U000e01ef"
        for each in text)
