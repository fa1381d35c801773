#!/usr/bin/env python3
"""Kills a run in parts at random moments; resumed, it ends with the files of an undisturbed one.

    resume_test.py FACTLINE [--kills 12] [--articles 20000]

Then the disk is full after so many bytes, as a limit on file size makes it: the run ends with exit
code 5 and one line, and goes on when there is room again.
"""
import argparse
import filecmp
import json
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time


def archive(path, articles):
    rng = random.Random(1)
    with open(path, "w") as out:
        for i in range(articles):
            if i % 500 == 77:
                out.write('{"id": "broken\n')
                continue
            text = (f"LIMA, Peru (AP) - Copper exports rose {rng.randint(2, 60)} percent to ${rng.randint(1, 900)} "
                    f"million in {rng.randint(1990, 2019)}, trade minister Ana Quispe said on Friday.")
            out.write(json.dumps({"id": f"a{i}", "text": text, "published": "2020-05-01"}) + "\n")


def same(a, b):
    names = sorted(p.name for p in a.iterdir())
    return names == sorted(p.name for p in b.iterdir()) and filecmp.cmpfiles(a, b, names, shallow=False)[0] == names


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("factline")
    ap.add_argument("--kills", type=int, default=12)
    ap.add_argument("--articles", type=int, default=20000)
    args = ap.parse_args()
    rng = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        archive(folder / "in.jsonl", args.articles)

        def command(out, *more):
            return [args.factline, "extract", "-q", str(folder / "in.jsonl"), "-o", f"{out}/", "--part-records", "700",
                    *more]

        begin = time.monotonic()
        subprocess.run(command(folder / "whole"), check=True, stderr=subprocess.DEVNULL)
        length = time.monotonic() - begin
        for kill in range(args.kills):
            out = folder / f"killed{kill}"
            run = subprocess.Popen(command(out), stderr=subprocess.DEVNULL)
            time.sleep(rng.uniform(0, length))
            run.kill()
            run.wait()
            subprocess.run(command(out, "--resume"), check=True, stderr=subprocess.DEVNULL)
            if not same(folder / "whole", out):
                sys.exit(f"resume: kill {kill}: not the files of an undisturbed run")
            subprocess.run(["rm", "-r", str(out)], check=True)

        # A disk that is full after so many bytes.
        for room in (0, 100, 5000, 400_000):
            out = folder / f"full{room}"
            out.mkdir()

            def limit():
                resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

            done = subprocess.run(command(out), stderr=subprocess.PIPE, text=True, preexec_fn=limit)
            lines = [line for line in done.stderr.splitlines() if "not JSON" not in line and "in.jsonl" not in line]
            if done.returncode != 5 or len(lines) != 1:
                sys.exit(f"resume: full disk after {room}: exit {done.returncode}, {done.stderr!r}")
            subprocess.run(command(out, "--resume"), check=True, stderr=subprocess.DEVNULL)
            if not same(folder / "whole", out):
                sys.exit(f"resume: full disk after {room}: not the files of an undisturbed run")
        full = subprocess.run([args.factline, "extract", "-q", str(folder / "in.jsonl"), "-o", "/dev/full"],
                              stderr=subprocess.PIPE)
        if full.returncode != 5:
            sys.exit(f"resume: /dev/full: exit {full.returncode}")
    print(f"resume: {args.kills} of {args.kills} killed runs ended byte-equal; full disks resumable")


if __name__ == "__main__":
    main()
