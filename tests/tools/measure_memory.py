#!/usr/bin/env python3
"""How much memory a run takes at its most, for ever more articles.

    generate_archive.py --articles 1000000 --reprints 0 >archive.jsonl
    measure_memory.py FACTLINE archive.jsonl [--jobs 2] [--parts]
"""
import argparse
import itertools
import os
import subprocess
import tempfile


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("factline")
    ap.add_argument("archive")
    ap.add_argument("--jobs", default="2")
    ap.add_argument("--parts", action="store_true", help="write part files instead of nothing")
    args = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for articles in (10_000, 100_000, 1_000_000):
            path = f"{folder}/{articles}.jsonl"
            with open(args.archive, "rb") as lines, open(path, "wb") as out:
                out.writelines(itertools.islice(lines, articles))
            output = f"{folder}/{articles}/" if args.parts else "/dev/null"
            run = subprocess.Popen([args.factline, "extract", "-q", "-j", args.jobs, path, "-o", output])
            _, status, used = os.wait4(run.pid, 0)
            print(f"{articles} articles, {os.path.getsize(path) / 1e6:.0f} MB: {used.ru_maxrss / 1024:.1f} MiB at most, "
                  f"{used.ru_utime + used.ru_stime:.0f} s of processor, exit {os.waitstatus_to_exitcode(status)}", flush=True)


if __name__ == "__main__":
    main()
