#!/usr/bin/env python3
"""The sample archive is as its marked stories say, and what is found in it keeps its floors.

    samples_test.py FACTLINE
"""
import json
import pathlib
import subprocess
import sys

FACTLINE = sys.argv[1]
SAMPLES = pathlib.Path("corpus/samples")

# Least F1 by type: "both" where a value is compared, else "overlap".
FLOORS = {
    ("money", "both"): 0.96,
    ("percent", "both"): 0.99,
    ("quantity", "both"): 0.97,
    ("time", "both"): 0.97,
    ("country", "both"): 0.97,
    ("location", "overlap"): 0.94,
    ("person", "overlap"): 0.95,
    ("organization", "overlap"): 0.88,
}


def misplaced():
    """Gold facts whose words are not at their offsets, and texts that differ from the archive's."""
    archive = {}
    for line in (SAMPLES / "archive.jsonl").open(encoding="utf-8"):
        article = json.loads(line)
        archive[article["id"]] = article["text"]
    for line in (SAMPLES / "gold.jsonl").open(encoding="utf-8"):
        gold = json.loads(line)
        text = gold["text"]
        if text != archive[gold["id"]] or text != (SAMPLES / "text" / f"{gold['id']}.txt").read_text(encoding="utf-8"):
            yield f"{gold['id']}: gold, archive and text file differ"
        for fact in gold["facts"]:
            if text[fact["start"]:fact["end"]] != fact["text"] or not fact["text"].strip():
                yield f"{gold['id']}: {fact['text']!r} is not at {fact['start']}"


def below_floor():
    report = subprocess.run([FACTLINE, "score", "--json", SAMPLES / "gold.jsonl"], stdout=subprocess.PIPE, check=True)
    figures = json.loads(report.stdout)
    for (kind, figure), floor in FLOORS.items():
        reached = figures[kind]["both"] if figure == "both" else figures[kind]["overlap"][2]
        print(f"{kind:14}{figure:9}{reached:.3f}  floor {floor:.3f}")
        if reached < floor:
            yield f"{kind} {figure}: {reached:.3f} is below {floor:.3f}"


def main():
    stale = subprocess.run([sys.executable, "tools/samples.py", "--check"]).returncode != 0
    wrong = [*misplaced(), *below_floor()]
    for line in wrong:
        print(line)
    sys.exit(1 if stale or wrong else 0)


if __name__ == "__main__":
    main()
