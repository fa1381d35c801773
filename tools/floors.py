#!/usr/bin/env python3
"""Fails where a figure on the gold data is below its floor in tests/floors.json.

    floors.py --command build/release/tools/factline --eval ../shared/eval [--raise]

floors.json: {gold file: {type: {"overlap" | "both": least F1}}}.  --raise writes
the figures reached where they are above the floor (cut, not rounded, to three
places); a floor is never lowered.
"""
import argparse
import json
import math
import pathlib
import subprocess
import sys

FLOORS = pathlib.Path(__file__).resolve().parent.parent / "tests" / "floors.json"


def figures(scorer, gold, command):
    done = subprocess.run(
        [sys.executable, scorer, "--json", gold, "--", command, "extract", "--quiet", "-"],
        capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"floors: {gold}: the scorer exited {done.returncode}: {done.stderr.strip()}")
    report = json.loads(done.stdout)
    return {kind: {"overlap": row["overlap"][2], "both": row["both"]} for kind, row in report.items()}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--command", required=True)
    ap.add_argument("--eval", required=True, type=pathlib.Path)
    ap.add_argument("--raise", dest="lift", action="store_true")
    args = ap.parse_args()
    floors = json.loads(FLOORS.read_text())
    low = 0
    for name, kinds in floors.items():
        gold = args.eval / f"{name}.jsonl"
        if not gold.exists():
            print(f"skipped: {gold} is missing")
            continue
        got = figures(args.eval / "score.py", gold, args.command)
        for kind, least in kinds.items():
            for figure, floor in least.items():
                reached = got.get(kind, {}).get(figure, 0.0)
                below = reached < floor
                low += below
                print(f"{'LOW ' if below else 'ok  '}{name:18}{kind:14}{figure:8}{reached:.3f}  floor {floor:.3f}")
                if args.lift and reached > floor:
                    least[figure] = math.floor(reached * 1000) / 1000
    if args.lift:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
    if low:
        sys.exit(f"floors: {low} figures are below their floors")


if __name__ == "__main__":
    main()
