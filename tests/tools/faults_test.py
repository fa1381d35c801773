#!/usr/bin/env python3
"""Every write, fsync, rename and open of a run made to fail in turn: exit code 5, one line, nothing
half written, and a run in parts goes on. Then a full device, and a file system of 1 MiB.

    faults_test.py FACTLINE
"""
import errno
import filecmp
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

FACTLINE = str(pathlib.Path(sys.argv.pop(1)).resolve())
SOURCE = pathlib.Path(__file__).with_name("fail_call.cc")
MOST_CALLS = 200


def archive(path, articles):
    with open(path, "w") as out:
        for i in range(articles):
            text = f"LIMA (Agencia) - Copper exports rose {i % 60 + 2} percent to ${i + 1} million, Ana Quispe said."
            out.write(("{" if i % 20 == 7 else json.dumps({"id": f"a{i}", "text": text})) + "\n")


class Faults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.room = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.room.name)
        cls.library, cls.failed = cls.folder / "fail_call.so", cls.folder / "failed"
        subprocess.run([os.environ.get("CXX", "c++"), "-std=c++20", "-shared", "-fPIC", "-O1", SOURCE, "-o", cls.library,
                        "-ldl"], check=True)
        cls.input = cls.folder / "in.jsonl"
        archive(cls.input, 40)

    @classmethod
    def tearDownClass(cls):
        cls.room.cleanup()

    def extract(self, *arguments, **environment):
        return subprocess.run([FACTLINE, "extract", "-q", self.input, *arguments], capture_output=True, text=True,
                              env={**os.environ, **environment})

    def failing(self, kind, error, *arguments):
        """Runs with the first call of its kind failing, the second, ..., as long as there are such."""
        for at in range(1, MOST_CALLS):
            self.failed.unlink(missing_ok=True)
            done = self.extract(*arguments, LD_PRELOAD=str(self.library), FAIL_CALL=kind, FAIL_AT=str(at),
                                FAIL_ERROR=str(error), FAIL_LOG=str(self.failed))
            if not self.failed.exists():
                self.assertEqual(0, done.returncode, done.stderr)
                self.assertGreater(at, 1, f"no {kind} at all")
                return
            yield at, done
        self.fail("calls without an end")

    def assertOneLine(self, done, where):
        lines = [line for line in done.stderr.splitlines() if ": not JSON" not in line]
        self.assertEqual((5, 1), (done.returncode, len(lines)), (where, done.returncode, done.stderr))

    def assertSameFiles(self, a, b, where):
        names = sorted(p.name for p in a.iterdir())
        self.assertEqual(names, sorted(p.name for p in b.iterdir()), where)
        self.assertEqual(names, filecmp.cmpfiles(a, b, names, shallow=False)[0], where)

    def test_parts_go_on_after_any_failure(self):
        whole, out = self.folder / "whole", self.folder / "out"
        parts = ["--part-records", "20", "-o"]
        self.assertEqual(0, self.extract(*parts, f"{whole}/").returncode)
        tried = 0
        for kind in ("write", "fsync", "rename", "open"):
            for at, done in self.failing(kind, errno.ENOSPC if kind == "write" else errno.EIO, *parts, f"{out}/"):
                where = (kind, at)
                self.assertOneLine(done, where)
                self.assertEqual([], [p.name for p in out.glob("*") if ".tmp-" in p.name], where)
                self.assertEqual(0, self.extract(*parts, f"{out}/", "--resume").returncode, where)
                self.assertSameFiles(whole, out, where)
                shutil.rmtree(out)
                tried += 1
            shutil.rmtree(out)
        print(f"parts: {tried} failures, {tried} resumed to the same bytes", file=sys.stderr)

    def test_a_file_is_there_whole_or_not_at_all(self):
        for name, more in (("facts.jsonl", []), ("facts.csv", []), ("facts.db", []), ("brat", ["--to", "brat"])):
            room = self.folder / "room"
            for kind in ("write", "fsync", "rename", "open"):
                room.mkdir()
                for at, done in self.failing(kind, errno.ENOSPC, *more, "-o", room / name):
                    where = (name, kind, at)
                    self.assertOneLine(done, where)
                    left = {p.name for p in room.iterdir()}
                    # What fails once the name stands is the folder's fsync.
                    self.assertLessEqual(left, {name, name + ".metadata.json"}, where)
                    if kind != "fsync" and kind != "open":
                        self.assertNotIn(name, left, where)
                    shutil.rmtree(room)
                    room.mkdir()
                shutil.rmtree(room)

    def test_an_interrupted_call_is_made_again(self):
        whole = self.extract().stdout
        for at, done in self.failing("write", errno.EINTR, "-o", self.folder / "facts.jsonl"):
            self.assertEqual(0, done.returncode, (at, done.stderr))
            self.assertEqual(whole, (self.folder / "facts.jsonl").read_text(), at)

    def test_a_full_device(self):
        for arguments in (["-o", "/dev/full"], ["-o", "/dev/null", "--rejects", "/dev/full"]):
            self.assertOneLine(self.extract(*arguments), arguments)

    def test_a_file_system_of_one_mebibyte(self):
        big, disk = self.folder / "big.jsonl", self.folder / "disk"
        archive(big, 4000)
        disk.mkdir()
        script = """
            mount -t tmpfs -o size=1m tmpfs "$1" || exit 77
            run() { "$2" extract -q "$3" --part-records 500 -o "$1/out/" $4; }
            run "$@"; echo "exit $?"; ls -A "$1/out" | grep -c tmp-
            mount -o remount,size=100m "$1"; run "$@" --resume; echo "exit $?"
            "$2" extract -q "$3" --part-records 500 -o "$1/whole/"; diff -r "$1/out" "$1/whole" && echo same
            """
        as_root = ["unshare", "-m"] if os.getuid() == 0 else ["unshare", "-rm"]
        done = subprocess.run([*as_root, "sh", "-c", script, "sh", disk, FACTLINE, big], capture_output=True, text=True)
        if "exit" not in done.stdout:
            self.skipTest("no file system may be mounted here: " + done.stderr)
        self.assertEqual(["exit 5", "0", "exit 0", "same"], done.stdout.split("\n")[:-1], done.stderr)
        lines = [line for line in done.stderr.splitlines() if ": not JSON" not in line and "more rejects" not in line]
        self.assertEqual(1, len(lines), done.stderr)
        self.assertIn("No space left on device", lines[0])


if __name__ == "__main__":
    unittest.main()
