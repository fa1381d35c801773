#!/usr/bin/env python3
"""--from-rejects: what could not be read is read again, and nothing else.

    retry_test.py FACTLINE
"""
import base64
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

FACTLINE = str(pathlib.Path(sys.argv.pop(1)).resolve())


def good(i):
    return json.dumps({"id": f"a{i}", "text": f"Exports rose {i + 2} percent in 2014."})


class Retry(unittest.TestCase):
    def setUp(self):
        self.room = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.room.name)
        self.rejects = self.folder / "rejects.jsonl"

    def tearDown(self):
        self.room.cleanup()

    def extract(self, *arguments, code=0, text=None):
        done = subprocess.run([FACTLINE, "extract", *map(str, arguments)], capture_output=True, text=True, input=text)
        self.assertEqual(code, done.returncode, done.stderr)
        return done

    def again(self, *arguments, code=0):
        """(ids of the articles that gave facts, in order; the summary; the rejects that are left)"""
        left = self.folder / "left.jsonl"
        done = self.extract("--from-rejects", self.rejects, "--rejects", left, *arguments, code=code)
        ids = [json.loads(line)["article"]["id"] for line in done.stdout.splitlines()]
        return (list(dict.fromkeys(ids)), done.stderr.splitlines()[-1],
                [json.loads(line) for line in left.read_text().splitlines()])

    def test_a_limit_that_was_too_low(self):
        path = self.folder / "a.jsonl.gz"
        long = json.dumps({"id": "long", "text": "Oil fell 7 percent. " * 500})
        path.write_bytes(gzip.compress("\n".join([good(0), long, good(1), "{", long, good(2)]).encode()))
        self.extract(path, "--rejects", self.rejects, "--max-line", "5000")
        ids, summary, left = self.again()
        self.assertEqual(["long"], ids)
        self.assertIn("3 read = 2 extracted + 1 rejected (invalid_json 1)", summary)
        self.assertEqual([(4, "invalid_json")], [(r["line"], r["reason"]) for r in left])
        self.assertEqual(self.again("-j", 1), self.again("-j", 8))

    def test_every_format_is_read_from_its_place(self):
        row = '"Prices rose 3 percent, ' + "it said, " * 40 + '"'
        (self.folder / "b.csv").write_text(f"id,text\nx,Sales fell 2 percent.\ny,{row}\nz,Sales fell 4 percent.\n")
        (self.folder / "c.json").write_text(json.dumps([json.loads(good(7)), {"id": "j", "text": "Coal fell 9 percent. " * 20}], indent=1))
        (self.folder / "d.txt").write_text("Copper rose 8 percent. " * 20)
        paths = [self.folder / name for name in ("b.csv", "c.json", "d.txt")]
        self.extract(*paths, "--rejects", self.rejects, "--max-text", "300")
        ids, summary, _ = self.again()
        self.assertEqual(["y", "j", str(paths[2])], ids)
        self.assertIn("3 read = 3 extracted + 0 rejected", summary)

    def test_members_of_archives_are_read_from_their_place(self):
        path = self.folder / "a.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name in ("x/one.jsonl", "two.jsonl"):
                archive.writestr(name, "\n".join([good(0), json.dumps({"id": name, "text": "Oil fell 7 percent. " * 90})]))
        self.extract(path, "--rejects", self.rejects, "--max-text", "900")
        ids, summary, left = self.again()
        self.assertEqual(["x/one.jsonl", "two.jsonl"], ids)
        self.assertIn("2 read = 2 extracted + 0 rejected", summary)

    def test_a_file_that_was_cut_short_or_missing(self):
        whole = gzip.compress("".join(good(i) + "\n" for i in range(2000)).encode())
        cut, missing = self.folder / "cut.jsonl.gz", self.folder / "missing.jsonl"
        cut.write_bytes(whole[:len(whole) // 2])
        before = self.extract(cut, missing, "--rejects", self.rejects, code=4)
        self.again(code=4)
        cut.write_bytes(whole)
        missing.write_text(good(5000) + "\n" + good(5001) + "\n")
        ids, summary, left = self.again()
        seen = [json.loads(line)["article"]["id"] for line in before.stdout.splitlines()]
        self.assertEqual([f"a{i}" for i in range(2000)] + ["a5000", "a5001"], list(dict.fromkeys(seen + ids)))
        self.assertEqual([], left)
        self.assertEqual(set(), set(seen) & set(ids))

    def test_a_line_that_was_mended(self):
        path = self.folder / "a.jsonl"
        path.write_text(good(0) + "\n" + good(1)[:-1] + "\n" + good(2) + "\n{\n")
        self.extract(path, "--rejects", self.rejects)
        path.write_text(good(0) + "\n" + good(1) + "\n" + good(2))
        ids, summary, left = self.again()
        self.assertEqual(["a1"], ids)
        self.assertIn("2 read = 1 extracted + 1 rejected", summary)
        self.assertEqual(("not found again", "invalid_json", 4), (left[0]["detail"], left[0]["reason"], left[0]["line"]))

    def test_standard_input_is_read_from_the_bytes_kept(self):
        long = json.dumps({"text": "Oil fell 7 percent. " * 100})
        too_long = json.dumps({"text": "Oil fell 7 percent. " * 500})
        self.extract("--rejects", self.rejects, "--max-text", "1000", "-", text="\n".join([good(0), long, too_long]))
        kept = json.loads(self.rejects.read_text().splitlines()[0])
        self.assertEqual(long, base64.b64decode(kept["bytes"]).decode())
        ids, summary, left = self.again()
        self.assertEqual(["-:2"], ids)
        self.assertIn("2 read = 1 extracted + 1 rejected (text_too_long 1)", summary)
        self.assertEqual(3, left[0]["line"])

    def test_parts_leave_rejects_files_that_are_read_together(self):
        path = self.folder / "a.jsonl"
        path.write_text("".join(("{\n" if i % 7 == 3 else good(i) + "\n") for i in range(100)))
        self.extract(path, "-o", f"{self.folder}/out/", "--part-records", 10)
        path.write_text("".join(("{}" if i % 7 == 3 else good(i)) + "\n" for i in range(4)))
        done = self.extract("--from-rejects", self.folder / "out" / "rejects-*.jsonl")
        self.assertIn("14 read = 0 extracted + 14 rejected (invalid_json 13, no_text 1)", done.stderr)

    def test_left_rejects_can_be_retried_in_place(self):
        self.extract("--rejects", self.rejects, "-", text='{\n{"text": 5}\n')
        before = [json.loads(line) for line in self.rejects.read_text().splitlines()]
        self.extract("--from-rejects", self.rejects, "--rejects", self.rejects)
        self.assertEqual(before, [json.loads(line) for line in self.rejects.read_text().splitlines()])

    def test_wrong_usage(self):
        self.assertIn("cannot be opened", self.extract("--from-rejects", self.rejects, code=2).stderr)
        self.rejects.write_text('{"file":"a"}\n')
        self.assertIn("rejects.jsonl:1: no line of a rejects file",
                      self.extract("--from-rejects", self.rejects, code=2).stderr)
        self.rejects.write_text("")
        self.extract("--from-rejects", self.rejects, "a.jsonl", code=2)
        self.extract("--from-rejects", self.rejects, "-o", f"{self.folder}/out/", code=2)
        self.assertIn("0 read", self.extract("--from-rejects", self.rejects).stderr)


if __name__ == "__main__":
    unittest.main()
