#!/usr/bin/env python3
"""Writes a large archive made of the sample stories, for benchmarks and long runs.

    generate_archive.py [--megabytes 8] [--seed 1] >archive.jsonl
    generate_archive.py --articles 1000000 --reprints 0.2 >archive.jsonl

An article is twelve paragraphs drawn from all stories, each digit of theirs (but
of years) replaced by another of the same sort, so that no two articles are the
same and their facts stay as dense as in news.  The same arguments give the same
bytes on every machine.

With --reprints that share of the articles are copies of an earlier one, in eight
ways: as it was; with 1, 2, 5, 10 or 20 of 100 words exchanged; under another
dateline and credit; without the last quarter.  What is a copy of what, and how,
stand in the keys "copy_of" and "copied", which factline does not ask for.  Stories
are then shorter and a third of their words is drawn anew, so that two of them have
next to no five words in a row in common.
"""
import argparse
import datetime
import json
import pathlib
import random
import re
import sys

ARCHIVE = pathlib.Path(__file__).resolve().parent.parent / "corpus" / "samples" / "archive.jsonl"
NUMBER = re.compile(r"\b(?!(?:19|20)\d\d\b)\d[\d.,]*\d|\b\d\b")
FIRST_DAY = datetime.date(2000, 1, 1)


class Dice:
    """A 64-bit linear congruential generator: the same on every version of Python."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


def renumbered(paragraph, dice):
    other = lambda match: re.sub(r"[1-9]", lambda _: str(1 + dice.below(9)), match.group())
    return NUMBER.sub(other, paragraph)


class Press:
    """Stories and their copies, each a function of the seed and its number alone."""
    WAYS = ("exact", "1", "2", "5", "10", "20", "headed", "cut")
    PLACES = ("LIMA", "OSLO", "NAIROBI", "MANILA", "TORONTO", "HARARE", "QUITO", "RIGA")

    def __init__(self, paragraphs, seed):
        self.paragraphs, self.seed = paragraphs, seed
        self.words = sorted({word for p in paragraphs for word in re.findall(r"\b[a-z]{3,}\b", p)})

    def story(self, number):
        rng = random.Random(f"{self.seed}/{number}")
        text = renumbered("\n\n".join(rng.choice(self.paragraphs) for _ in range(4)), Dice(rng.getrandbits(63)))
        words = text.split(" ")
        begin = rng.randrange(3)
        fresh = [word if "\n" in word or word[:1].isdigit() else new
                 for word, new in zip(words[begin::3], rng.choices(self.words, k=len(words)))]
        words[begin::3] = fresh
        return " ".join(words) + "\n", rng.randrange(9000)

    def copy(self, number, original, way):
        rng = random.Random(f"{self.seed}/{number}/copy")
        text, day = self.story(original)
        words = text.split(" ")
        if way.isdigit():
            for at in range(len(words)):
                if rng.random() * 100 < int(way):
                    words[at] = rng.choice(self.words)
        elif way == "cut":
            words = words[:len(words) * 3 // 4]
        elif way == "headed":
            words[:0] = [f"{rng.choice(self.PLACES)} (Reprint Service) -"]
            words[-1] += "Editing by the night desk.\n"
        return " ".join(words), day + rng.randrange(4)


def reprinted(args, paragraphs):
    """`args.articles` articles of which a share are copies."""
    press, rng, originals = Press(paragraphs, args.seed), random.Random(args.seed), []
    for number in range(args.articles):
        article = {"id": f"generated-{number:07}", "published": "", "source": "generated"}
        if originals and rng.random() < args.reprints:
            original, way = originals[int(rng.random() * len(originals))], press.WAYS[int(rng.random() * 8)]
            article["text"], day = press.copy(number, original, way)
            article["copy_of"], article["copied"] = f"generated-{original:07}", way
        else:
            article["text"], day = press.story(number)
            originals.append(number)
        article["published"] = (FIRST_DAY + datetime.timedelta(days=day)).isoformat()
        sys.stdout.write(json.dumps(article, ensure_ascii=False) + "\n")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--megabytes", type=float, default=8)
    ap.add_argument("--articles", type=int, help="so many articles instead of so many megabytes")
    ap.add_argument("--reprints", type=float, help="share of the articles that are copies")
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    stories = [json.loads(line) for line in ARCHIVE.open(encoding="utf-8")]
    paragraphs = [p for story in stories for p in story["text"].strip().split("\n\n")]
    if args.reprints is not None:
        return reprinted(args, paragraphs)
    dice = Dice(args.seed)
    written = number = 0
    while number < args.articles if args.articles else written < args.megabytes * 1e6:
        number += 1
        text = "\n\n".join(renumbered(paragraphs[dice.below(len(paragraphs))], dice) for _ in range(12)) + "\n"
        day = FIRST_DAY + datetime.timedelta(days=dice.below(9000))
        article = {"id": f"generated-{number:06}", "published": day.isoformat(), "source": "generated", "text": text}
        sys.stdout.write(json.dumps(article, ensure_ascii=False) + "\n")
        written += len(text.encode())


if __name__ == "__main__":
    main()
