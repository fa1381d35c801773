#!/usr/bin/env python3
"""`factline score` gives the figures of the reference scorer, on every gold file.

    score_test.py FACTLINE

The reference scorer and the gold files lie beside the repository, in
../shared/eval; without them the test is skipped (77).
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

FACTLINE = sys.argv[1]
EVAL = pathlib.Path("../shared/eval")
TOLERANCE = 0.00011  # both round to four places


def records_of(gold_file, path):
    """Our records of the gold articles, with the gold ids, in a file."""
    articles = [json.loads(line) for line in gold_file.open(encoding="utf-8")]
    feed = "".join(json.dumps({k: a[k] for k in ("id", "text", "published") if a.get(k)}) + "\n" for a in articles)
    done = subprocess.run([FACTLINE, "extract", "--quiet", "-"], input=feed.encode(), stdout=subprocess.PIPE, check=True)
    path.write_bytes(done.stdout)


def perturbed(gold_file, path):
    """Records made from the gold facts: some shifted, some dropped, some with another's value."""
    chance = random.Random(gold_file.name)
    with path.open("w", encoding="utf-8") as out:
        for line in gold_file.open(encoding="utf-8"):
            article = json.loads(line)
            values = [fact["value"] for fact in article["facts"]]
            for fact in article["facts"] * 2:
                if chance.random() < 0.5:
                    continue
                start = max(0, fact["start"] + chance.choice([0, 0, 0, -3, 2]))
                end = min(len(article["text"]), fact["end"] + chance.choice([0, 0, 0, 4, -1]))
                if start >= end:
                    continue
                value = fact["value"] if chance.random() < 0.7 else chance.choice(values)
                record = {"type": fact["type"], "text": article["text"][start:end], "start": start, "end": end,
                          "article": {"id": article["id"]}, "value": value}
                out.write(json.dumps(record, ensure_ascii=False) + "\n")


def report(command):
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def differences(reference, ours):
    if sorted(reference) != sorted(ours):
        return [f"types {sorted(reference)} against {sorted(ours)}"]
    wrong = []
    for kind, row in reference.items():
        for figure, value in row.items():
            theirs = value if isinstance(value, list) else [value]
            mine = ours[kind][figure] if isinstance(value, list) else [ours[kind][figure]]
            if any((a is None) != (b is None) or (a is not None and abs(a - b) > TOLERANCE) for a, b in zip(theirs, mine)):
                wrong.append(f"{kind} {figure}: {value} against {ours[kind][figure]}")
    return wrong


def compare(gold, records, how):
    reference = report([sys.executable, EVAL / "score.py", "--json", gold, "--pred", records])
    wrong = differences(reference, report([FACTLINE, "score", "--json", gold, *how]))
    for line in wrong:
        print(f"{gold.name} {how[:1]}: {line}")
    return len(wrong)


def main():
    if not (EVAL / "score.py").exists():
        print("skipped: no ../shared/eval")
        sys.exit(77)
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        records = pathlib.Path(folder) / "records.jsonl"
        for gold in sorted(EVAL.glob("*.jsonl")):
            perturbed(gold, records)
            wrong += compare(gold, records, ["--pred", records])
            records_of(gold, records)
            wrong += compare(gold, records, [])
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
