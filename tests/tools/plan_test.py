#!/usr/bin/env python3
"""A run divided by a plan: merged, its shards are the files of a single run, byte for byte.

    plan_test.py FACTLINE
"""
import filecmp
import gzip
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

FACTLINE = str(pathlib.Path(sys.argv.pop(1)).resolve())


def run(*arguments, code=0):
    done = subprocess.run([FACTLINE, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == code, (arguments, done.returncode, done.stderr)
    return done


def article(i):
    return {"id": f"a{i}", "published": "2014-03-02",
            "text": f"Exports rose {i % 80 + 2} percent to ${i + 1} million, " + "the ministry said, " * (i % 9) + "in May."}


def lines(begin, end):
    broken = lambda i: '{"id": "broken\n' if i % 37 == 5 else None
    return "".join(broken(i) or json.dumps(article(i)) + "\n" for i in range(begin, end))


class Plan(unittest.TestCase):
    def setUp(self):
        self.room = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.room.name)
        inputs = self.folder / "in"
        inputs.mkdir()
        (inputs / "a.jsonl").write_text(lines(0, 130))
        (inputs / "b.jsonl.gz").write_bytes(gzip.compress(lines(130, 300).encode()))
        (inputs / "c.csv").write_text("id,text\n" + "".join(f'c{i},"Oil fell {i} percent,\nit said."\n' for i in range(40)))
        (inputs / "d.txt").write_text("The fine was 3 million euros.")
        (inputs / "e.jsonl").write_text("")
        (inputs / "f.json").write_text(json.dumps([article(i) for i in range(60)], indent=2))
        with zipfile.ZipFile(inputs / "g.zip", "w") as archive:
            for name in ("one.jsonl", "b/two.jsonl"):
                archive.writestr(name, lines(400, 435))
        self.inputs = inputs
        self.plan = self.folder / "plan.json"

    def tearDown(self):
        self.room.cleanup()

    def make(self, shards, *more, code=0):
        run("plan", "-q", self.inputs, *more, "-n", shards, "--part-records", 20, "-o", self.plan, code=code)
        return json.loads(self.plan.read_text())

    def whole(self, *more):
        run("extract", "-q", self.inputs, *more, "-o", f"{self.folder}/whole/", "--part-records", 20)

    def assertSameFiles(self, a, b):
        names = sorted(p.name for p in a.iterdir())
        self.assertEqual(names, sorted(p.name for p in b.iterdir()))
        self.assertEqual(names, filecmp.cmpfiles(a, b, names, shallow=False)[0])

    def test_merged_shards_are_the_single_run(self):
        self.whole()
        for shards in (1, 2, 3, 7, 40):
            self.make(shards)
            folders = [f"{self.folder}/{shards}-{i}/" for i in range(shards)]
            for i, folder in enumerate(folders):
                run("extract", "-q", "--plan", self.plan, "--shard", f"{i}/{shards}" if i % 2 else i, "-o", folder)
            merged = self.folder / f"merged{shards}"
            run("merge", "-q", *folders, "-o", merged)
            self.assertSameFiles(self.folder / "whole", merged)

    def test_shards_are_of_like_size_and_begin_where_records_do(self):
        plan = self.make(4)
        self.assertEqual(plan["records"], sum(s["records"] for s in plan["shards"]))
        self.assertEqual(plan["records"], sum(f["records"] for f in plan["inputs"]))
        sizes = [s["bytes"] for s in plan["shards"]]
        self.assertLess(max(sizes), 1.6 * sum(sizes) / 4, sizes)
        texts = {"a.jsonl": lines(0, 130), "b.jsonl.gz": lines(130, 300), "f.json": (self.inputs / "f.json").read_text(),
                 "one.jsonl": lines(400, 435), "two.jsonl": lines(400, 435)}
        begins = [s["begins"] for s in plan["shards"]]
        self.assertEqual(4, len({(b["path"], b["byte_offset"]) for b in begins}))
        for begin in begins:
            text = texts[pathlib.Path(begin["path"]).name]
            self.assertEqual("{", text[begin["byte_offset"]], begin)
        self.assertEqual(4, len({s["id"] for s in plan["shards"]}))
        self.assertEqual(plan, self.make(4))

    def test_a_shard_opens_only_its_own_files(self):
        plan = self.make(7)
        last = plan["shards"][-1]
        self.assertTrue(last["begins"]["path"].endswith("f.json"))
        for name in ("a.jsonl", "b.jsonl.gz", "c.csv", "d.txt"):
            (self.inputs / name).unlink()
        run("extract", "-q", "--plan", self.plan, "--shard", 6, "-o", f"{self.folder}/out/")
        refused = run("extract", "-q", "--plan", self.plan, "--shard", 0, "-o", f"{self.folder}/other/", code=2)
        self.assertIn("a.jsonl: not what it was", refused.stderr)

    def test_what_has_changed_is_refused(self):
        self.make(2)
        with open(self.inputs / "a.jsonl", "a") as out:
            out.write(json.dumps(article(5)) + "\n")
        refused = run("extract", "--plan", self.plan, "--shard", "0/2", "-o", f"{self.folder}/out/", code=2)
        self.assertEqual(1, refused.stderr.count("\n"), refused.stderr)
        text = self.plan.read_text()
        self.plan.write_text(text.replace('"end_part": ', '"end_part": 1'))
        self.assertIn("changed or cut short", run("extract", "--plan", self.plan, "--shard", 0, "-o",
                                                  f"{self.folder}/out/", code=2).stderr)
        self.plan.write_text(text[:200])
        self.assertIn("not JSON", run("extract", "--plan", self.plan, "--shard", 0, "-o", f"{self.folder}/out/",
                                      code=2).stderr)

    def test_what_does_not_agree_is_wrong_usage(self):
        self.make(3)
        out = f"{self.folder}/out/"
        for arguments in (["-o", out], ["--shard", "1/2", "-o", out], ["--shard", "3", "-o", out],
                          ["--shard", "1", "-o", "facts.jsonl"], ["--shard", "1", "-o", out, "--part-records", "5"],
                          ["--shard", "1", "-o", out, str(self.inputs)]):
            run("extract", "--plan", self.plan, *arguments, code=2)
        run("extract", self.inputs, "--shard", "1", "-o", out, code=2)
        run("plan", "-", "-n", "2", code=2)

    def test_a_missing_input_is_planned_and_rejected(self):
        missing = self.folder / "missing.jsonl"
        self.make(2, missing, code=4)
        run("extract", "-q", self.inputs, missing, "-o", f"{self.folder}/whole/", "--part-records", 20, code=4)
        for i in (0, 1):
            run("extract", "-q", "--plan", self.plan, "--shard", i, "-o", f"{self.folder}/{i}/", code=4 * i)
        run("merge", "-q", f"{self.folder}/0", f"{self.folder}/1", "-o", f"{self.folder}/merged")
        self.assertSameFiles(self.folder / "whole", self.folder / "merged")

    def test_resumes(self):
        self.whole()
        self.make(2)
        for i in (0, 1):
            run("extract", "-q", "--plan", self.plan, "--shard", i, "-o", f"{self.folder}/out/")
        next((self.folder / "out").glob("part-00009*")).unlink()
        shutil.copytree(self.folder / "out", self.folder / "copy")
        run("merge", self.folder / "copy", "-o", f"{self.folder}/merged", code=2)
        for i in (0, 1):
            run("extract", "-q", "--plan", self.plan, "--shard", i, "-o", f"{self.folder}/out/", "--resume")
        run("merge", "-q", self.folder / "out", "-o", self.folder / "out")
        self.assertSameFiles(self.folder / "whole", self.folder / "out")


if __name__ == "__main__":
    unittest.main()
