#!/usr/bin/env python3
"""Every marked text can be read, and a wrong mark is named by its text."""
import json
import pathlib
import subprocess
import sys
import tempfile

READER = [sys.executable, "tools/marked_text.py"]
WRONG = {
    "{Oslo|x}": "unknown code 'x'",
    "{Oslo}": "no code",
    "{Oslo |l}": "space at the edge",
    "{Oslo|l": "brace without its pair",
    "{Oslo|c Norway}": "unknown code",
}


def read(text, *options):
    with tempfile.NamedTemporaryFile("w", suffix=".marked", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        return subprocess.run([*READER, *options, file.name], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def failures():
    marked = sorted(pathlib.Path("corpus/marked").glob("*.marked"))
    if not marked or subprocess.run([*READER, "--check", *marked], stdout=subprocess.DEVNULL).returncode != 0:
        yield "corpus/marked: a text cannot be read, or there is none"
    for words, complaint in WRONG.items():
        done = read(f"=== one\n\nFrom {words} came word.\n")
        if done.returncode == 0 or complaint not in done.stderr or "one" not in done.stderr:
            yield f"{words}: {done.stderr!r} does not say {complaint!r}"
    gold = json.loads(read("=== two\npublished: 2020-01-02\n\n{Zoë Ek|p} left {Norway|?c NO} in {May|d 2020-05}.\n").stdout)
    spans = [(f["type"], gold["text"][f["start"]:f["end"]], f.get("optional", False)) for f in gold["facts"]]
    if spans != [("person", "Zoë Ek", False), ("country", "Norway", True)] or gold["published"] != "2020-01-02":
        yield f"gold is {gold}"
    doubts = read("=== three\n\nThe {Oslo Bank|o} wrote to Kari. Oslo was quiet.\n", "--check").stdout
    if ": Kari" not in doubts or ": Oslo" not in doubts or ": The" in doubts:
        yield f"forgotten names are not told: {doubts}"
    if read("=== four\n\nA.\n\n=== four\n\nB.\n", "--check").returncode == 0:
        yield "an id stands twice, and nobody minds"


def main():
    wrong = list(failures())
    for line in wrong:
        print(line)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
