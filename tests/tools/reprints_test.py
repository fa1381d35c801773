#!/usr/bin/env python3
"""Reprints: planted copies are found, nothing else is, and a run writes one of each group.

    reprints_test.py FACTLINE [--measure ARCHIVE TABLE]

With --measure: precision and recall of a table over an archive of tools/generate_archive.py --reprints.
"""
import collections
import csv
import filecmp
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

FACTLINE = str(pathlib.Path(sys.argv.pop(1)).resolve())
GENERATE = ["tools/generate_archive.py", "--reprints", "0.3", "--articles"]
ALIKE = {"exact": 1, "1": 0.99, "2": 0.99, "5": 0.8, "headed": 0.99, "cut": 0.97}  # recall of the ways


def run(*arguments, code=0, **options):
    done = subprocess.run([FACTLINE, *map(str, arguments)], capture_output=True, text=True, **options)
    assert done.returncode == code, (arguments, done.returncode, done.stderr)
    return done


class Measure:
    """What a table of reprints says of an archive whose truth is known."""

    def __init__(self, archive, table):
        with open(table, encoding="utf-8", newline="") as rows:
            next(rows)
            self.group = {cells[3]: cells[2] for cells in (row.rstrip("\n").split("\t") for row in rows)}
        self.found, self.planted = collections.Counter(), collections.Counter()
        self.right = self.named = self.origins = 0
        truth = {}
        with open(archive, encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                me, original = article["id"], article.get("copy_of")
                truth[me] = original or me
                if original:
                    self.planted[article["copied"]] += 1
                    if me in self.group and self.group[me] == self.group.get(original):
                        self.found[article["copied"]] += 1
        for me, group in self.group.items():
            if me == group:
                continue
            self.named += 1
            self.right += truth[me] == truth[group]
            self.origins += group == truth[me]

    def recall(self, way):
        return self.found[way] / self.planted[way]

    def print(self):
        for way in self.planted:
            print(f"{way}\t{self.found[way]} of {self.planted[way]}\t{self.recall(way):.4f}")
        print(f"precision\t{self.right} of {self.named}\t{self.right / self.named:.6f}")
        print(f"origin is the original\t{self.origins / self.named:.4f}")


class Reprints(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.room = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.room.name)
        cls.archive = cls.folder / "archive.jsonl"
        with open(cls.archive, "wb") as out:
            subprocess.run([sys.executable, *GENERATE, "4000"], stdout=out, check=True)
        cls.table = cls.folder / "reprints.tsv"
        cls.summary = run("reprints", cls.archive, "-o", cls.table).stderr

    @classmethod
    def tearDownClass(cls):
        cls.room.cleanup()

    def test_planted_copies_are_found_and_nothing_else(self):
        measure = Measure(self.archive, self.table)
        for way, least in ALIKE.items():
            self.assertGreaterEqual(measure.recall(way), least, way)
        self.assertEqual(measure.named, measure.right)
        self.assertGreaterEqual(measure.origins, 0.97 * measure.named)
        self.assertIn(f"4000 read = 4000 articles + 0 rejected; ", self.summary)
        self.assertIn(f"{measure.named} reprints", self.summary)

    def test_any_number_of_jobs_gives_the_same_bytes(self):
        for jobs in (1, 2, 3, 8):
            self.assertEqual(self.table.read_text(), run("reprints", "-q", self.archive, "-j", jobs).stdout)
        self.assertEqual({"archive.jsonl", "reprints.tsv"}, {p.name for p in self.folder.iterdir() if p.is_file()})

    def articles(self, *arguments):
        out = run("extract", "-q", self.archive, "--per", "article", *arguments).stdout
        return {a["id"]: a for a in map(json.loads, out.splitlines())}

    def test_records_name_their_group_and_unique_writes_one_of_each(self):
        group = Measure(self.archive, self.table).group
        plain, told = self.articles(), self.articles("--reprints", self.table)
        self.assertEqual(plain.keys(), told.keys())
        for name, article in told.items():
            self.assertEqual(group.get(name), article.pop("group", None))
            self.assertEqual(plain[name], article)
        unique = self.articles("--reprints", self.table, "--unique", "-j", 3)
        self.assertEqual({name for name in plain if group.get(name, name) == name}, unique.keys())
        done = run("extract", self.archive, "--reprints", self.table, "--unique", "-o", "/dev/null")
        self.assertIn(f"4000 read = {len(unique)} extracted + 0 rejected + {4000 - len(unique)} reprints left out", done.stderr)

    def test_tables_and_databases_name_it_too(self):
        group = Measure(self.archive, self.table).group
        rows = csv.DictReader(run("extract", "-q", self.archive, "--reprints", self.table, "--to", "csv").stdout.splitlines(True))
        self.assertEqual([], [r["id"] for r in rows if r["article.group"] != group.get(r["article.id"], "")])
        import sqlite3
        path = self.folder / "facts.db"
        run("extract", "-q", self.archive, "--reprints", self.table, "-o", path)
        got = dict(sqlite3.connect(path).execute('SELECT article_id, "group" FROM articles'))
        self.assertEqual({name: group.get(name) for name in got}, got)
        path.unlink()
        (self.folder / "facts.db.metadata.json").unlink()

    def test_parts_and_shards_are_the_single_run(self):
        told = ["--reprints", self.table, "--unique"]
        whole, merged, plan = self.folder / "whole", self.folder / "merged", self.folder / "plan.json"
        run("extract", "-q", self.archive, *told, "-o", f"{whole}/", "--part-records", 300)
        run("plan", "-q", self.archive, "-n", 3, "--part-records", 300, "-o", plan)
        for i in range(3):
            run("extract", "-q", "--plan", plan, "--shard", i, *told, "-o", f"{self.folder}/shard{i}/")
        run("merge", "-q", *(f"{self.folder}/shard{i}" for i in range(3)), "-o", merged)
        names = sorted(p.name for p in whole.iterdir())
        self.assertEqual(names, filecmp.cmpfiles(whole, merged, names, shallow=False)[0])
        manifest = json.loads((whole / "manifest.json").read_text())["counts"]
        self.assertEqual(manifest["read"], manifest["extracted"] + manifest["rejected"] + manifest["reprints"])
        refused = run("extract", self.archive, "-o", f"{whole}/", "--part-records", 300, "--resume", code=2)
        self.assertIn("differ", refused.stderr)

    def test_the_first_published_is_the_origin(self):
        text = "The ministry said on Friday that exports of copper rose by 5 percent to $3 million in May. " * 3
        days = ["2003-04-10T09:00:00+02:00", "2003-04-10T07:30:00Z", None, "2003-04-10 06:00", "2003-04-11", "2003-04-10T06:59:59Z"]
        lines = "".join(json.dumps({"id": f"a{i}\t", "published": day, "text": text + "x " * i}) + "\n" for i, day in enumerate(days))
        rows = run("reprints", "-q", "-", input="{\n" + lines).stdout.splitlines()[1:]
        self.assertEqual([[str(i + 1), "4", "a3\\t", f"a{i}\\t"] for i in range(6)], [row.split("\t")[:4] for row in rows])

    def test_what_cannot_be_read_is_told(self):
        done = run("reprints", self.folder / "missing.jsonl", "-", code=4, input="{\n")
        self.assertIn("missing.jsonl: cannot be opened", done.stderr)
        self.assertIn("standard input:1: not JSON", done.stderr)
        self.assertIn("2 read = 0 articles + 2 rejected", done.stderr)
        self.assertIn("No space left", run("reprints", self.archive, "-o", "/dev/full", code=5).stderr)

    def test_a_table_of_other_inputs_is_refused(self):
        other = self.folder / "in" / "archive.jsonl"
        other.parent.mkdir(exist_ok=True)
        other.write_text(self.archive.read_text())
        self.assertIn("of other inputs", run("extract", "-q", other, "--reprints", self.table, code=2).stderr)
        refused = run("extract", "-q", other, "--reprints", self.table, "-o", f"{self.folder}/other/", "-j", 3, code=2)
        self.assertEqual(1, refused.stderr.count("\n"))
        broken = self.folder / "in" / "broken.tsv"
        broken.write_text(self.table.read_text()[:300])
        self.assertIn("broken.tsv:", run("extract", "-q", self.archive, "--reprints", broken, code=2).stderr)
        self.assertIn("not a table", run("extract", "-q", self.archive, "--reprints", other, code=2).stderr)
        run("extract", self.archive, "--unique", code=2)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        Measure(*sys.argv[2:4]).print()
    else:
        unittest.main()
