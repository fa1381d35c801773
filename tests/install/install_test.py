#!/usr/bin/env python3
"""The installed library serves a project outside the tree.

    install_test.py FACTLINE

Installs the build that FACTLINE belongs to into an empty folder, builds
tests/install/consumer against it and compares what it finds with the command.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

FACTLINE = pathlib.Path(sys.argv[1]).resolve()
BUILD = FACTLINE.parent.parent
CONSUMER = pathlib.Path("tests/install/consumer").resolve()
TEXT = "Peru exported copper worth $3.2 billion last year, Ana Duarte said."


def run(*command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}")
    return done.stdout


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        run("cmake", "--install", BUILD, "--prefix", folder / "prefix")
        shutil.copytree(CONSUMER, folder / "consumer")
        run("cmake", "-S", folder / "consumer", "-B", folder / "build", f"-DCMAKE_PREFIX_PATH={folder / 'prefix'}",
            "-DCMAKE_BUILD_TYPE=Debug")
        run("cmake", "--build", folder / "build")
        printed = run(folder / "build" / "consumer").splitlines()
        command = folder / "prefix" / "bin" / "factline"
        article = json.dumps({"id": "wire-1", "published": "2025-05-23", "text": TEXT})
        records = [json.loads(line) for line in run(command, "extract", "--quiet", "-", input=article).splitlines()]
    if len(printed) != len(records) or not any(line.startswith("money: USD 3,200,000,000") for line in printed):
        sys.exit(f"the consumer printed {printed}, the command wrote {len(records)} records")


if __name__ == "__main__":
    main()
