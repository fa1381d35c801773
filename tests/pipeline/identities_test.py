#!/usr/bin/env python3
"""The identity of names on the seed articles: of the pairs of gold mentions that are given one entity, how many
have one gold name (precision), and of those that have, how many are given one (recall).  identities_test.py FACTLINE
Needs ../shared/eval; without it the test is skipped (77)."""
import itertools
import json
import pathlib
import subprocess
import sys

GOLD = pathlib.Path("../shared/eval/seeds.jsonl")
LEAST_PRECISION = 0.97
LEAST_RECALL = 0.85


def main():
    if not GOLD.exists():
        print(f"skipped: no {GOLD}")
        return 77
    done = subprocess.run([sys.argv[1], "extract", "--quiet", GOLD], capture_output=True, check=True)
    found = {}
    for line in done.stdout.decode().splitlines():
        fact = json.loads(line)
        if "entity" in fact["value"]:
            found.setdefault(fact["article"]["id"], []).append(fact)
    right = given = due = 0
    for article in map(json.loads, GOLD.open(encoding="utf-8")):
        mentions = []
        for gold in article["facts"]:
            if gold["type"] not in ("person", "organization") or gold.get("optional"):
                continue
            same = [f["value"]["entity"] for f in found.get(article["id"], [])
                    if f["type"] == gold["type"] and f["start"] < gold["end"] and gold["start"] < f["end"]]
            mentions.append((gold["value"]["name"], same[0] if same else None))
        for (name, entity), (other_name, other_entity) in itertools.combinations(mentions, 2):
            one = entity is not None and entity == other_entity
            given += one
            due += name == other_name
            right += one and name == other_name
    precision, recall = right / max(given, 1), right / max(due, 1)
    print(f"pairs: precision {precision:.3f}, recall {recall:.3f}")
    return 0 if precision >= LEAST_PRECISION and recall >= LEAST_RECALL else 1


if __name__ == "__main__":
    sys.exit(main())
