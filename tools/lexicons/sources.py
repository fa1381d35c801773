"""Reading of the open word lists that the name lexicons are made from, and writing of lexicon files.

The lists are named in NOTICE; SHARED is the folder that holds them (lexicon/) and open news text (corpus/).
"""
import collections
import csv
import gzip
import io
import json
import pathlib
import re
import subprocess
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]


def fold(word):
    """Lower case without accents, as the lexicon compares words."""
    word = word.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L")
    word = word.replace("đ", "d").replace("Đ", "D").replace("ı", "i").replace("æ", "ae").replace("Æ", "Ae")
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).lower()


def rows(path):
    text = gzip.open(path, "rt", encoding="utf-8-sig") if path.suffix == ".gz" else open(path, encoding="utf-8-sig")
    with text as lines:
        yield from csv.DictReader(lines, delimiter="\t" if ".tsv" in path.name else ",", quoting=csv.QUOTE_MINIMAL)


class Usage:
    """How often a word stands in lower case and how often capitalised in mid-sentence, in open news text."""

    def __init__(self, shared):
        self.lower = collections.Counter()
        self.capital = collections.Counter()
        inner = re.compile(r"(?<=[a-z,] )([A-Z][a-z]+)\b")
        lower = re.compile(r"(?<![A-Za-z'’-])([a-z]+)(?![A-Za-z'’-])")
        for name in ("us-state-department", "wikinews-2019-2020", "voa-2004-2011", "whitehouse-briefing-room",
                     "auspm-media-releases", "congress-press"):
            packed = shared / "corpus" / f"{name}.jsonl.zst"
            text = subprocess.run(["zstdcat", packed], capture_output=True, check=True).stdout
            for line in io.StringIO(text.decode("utf-8")):
                article = json.loads(line)["text"][:6000]
                self.lower.update(lower.findall(article))
                self.capital.update(w.lower() for w in inner.findall(article))

    def is_common_word(self, word):
        """Whether `word` is in English far more often a word than a name."""
        word = fold(word)
        return self.lower[word] >= 8 and self.lower[word] > 3 * self.capital[word]


def write(name, head, columns, lines):
    """Writes extractors/names/<name>: head, column names, sorted lines."""
    path = ROOT / "extractors" / "names" / name
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"# extractors/names/{name}: {head[0]}\n")
        for line in head[1:]:
            out.write(f"#{line}\n" if line.startswith("!") else f"# {line}\n")
        out.write("\t".join(columns) + "\n")
        for line in lines:
            out.write("\t".join(line).rstrip("\t") + "\n")
    print(f"{path.relative_to(ROOT)}: {len(lines)} rows")
