#!/usr/bin/env python3
"""Real files of every format, read as docs/formats.md says they are.

    real_files_test.py FACTLINE

Skipped where the files are not there: they are no part of the repository.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

FACTLINE = str(pathlib.Path(sys.argv.pop(1)).resolve())
FILES = pathlib.Path("../shared/corpus/formats")
ROW = re.compile(r"\| `([^`]+)` \| (\d+) \|(.*?)\|")
NO_NEWS = re.compile(r"README|LICENSE")


def table():
    rows = {}
    for line in open("docs/formats.md", encoding="utf-8"):
        if row := ROW.match(line):
            rows[row[1]] = (int(row[2]), collections.Counter(
                {reason: int(count) for count, reason in re.findall(r"(\d+) `([a-z_0-9]+)`", row[3])}))
    return rows


def read(file):
    with tempfile.TemporaryDirectory() as folder:
        rejects = pathlib.Path(folder) / "rejects.jsonl"
        done = subprocess.run(
            [FACTLINE, "extract", "-q", "--per", "article", "--rejects", rejects, FILES / file],
            capture_output=True, timeout=60)
        if done.returncode not in (0, 4):
            raise AssertionError(f"{file}: exit {done.returncode}: {done.stderr}")
        reasons = [json.loads(line)["reason"] for line in open(rejects, encoding="utf-8")]
        return done.stdout.count(b"\n"), collections.Counter(reasons)


class RealFiles(unittest.TestCase):
    def test_each_is_read_as_the_table_says(self):
        rows = table()
        self.assertTrue(rows, "docs/formats.md has no row")
        for file, expected in rows.items():
            with self.subTest(file):
                self.assertEqual(expected, read(file))

    def test_each_has_a_row(self):
        rows = table()
        folders = {str(pathlib.Path(file).parent) for file in rows}
        for path in sorted(FILES.rglob("*")):
            file = path.relative_to(FILES)
            if path.is_file() and not NO_NEWS.match(file.name) and str(file.parent) in folders:
                self.assertIn(str(file), rows)


if __name__ == "__main__":
    if not FILES.is_dir():
        print(f"skipped: {FILES} is not here; it holds real files of every format")
        sys.exit(77)
    unittest.main()
