#!/usr/bin/env python3
"""Writes a large archive made of the sample stories, for benchmarks and long runs.

    generate_archive.py [--megabytes 8] [--seed 1] >archive.jsonl

An article is twelve paragraphs drawn from all stories, each digit of theirs (but
of years) replaced by another of the same sort, so that no two articles are the
same and their facts stay as dense as in news.  The same arguments give the same
bytes on every machine.
"""
import argparse
import datetime
import json
import pathlib
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


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--megabytes", type=float, default=8)
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    stories = [json.loads(line) for line in ARCHIVE.open(encoding="utf-8")]
    paragraphs = [p for story in stories for p in story["text"].strip().split("\n\n")]
    dice = Dice(args.seed)
    written = number = 0
    while written < args.megabytes * 1e6:
        number += 1
        text = "\n\n".join(renumbered(paragraphs[dice.below(len(paragraphs))], dice) for _ in range(12)) + "\n"
        day = FIRST_DAY + datetime.timedelta(days=dice.below(9000))
        article = {"id": f"generated-{number:06}", "published": day.isoformat(), "source": "generated", "text": text}
        sys.stdout.write(json.dumps(article, ensure_ascii=False) + "\n")
        written += len(text.encode())


if __name__ == "__main__":
    main()
