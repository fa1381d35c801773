#!/usr/bin/env python3
"""The command line as its users meet it.

    command_test.py FACTLINE
"""
import json
import os
import pathlib
import pty
import subprocess
import sys
import tempfile
import unittest

FACTLINE = str(pathlib.Path(sys.argv.pop(1)).resolve())
SAMPLES = "corpus/samples/archive.jsonl"
COMMANDS = ("extract", "explain", "score", "verify", "schema", "help", "manual", "completion")


def run(*arguments, text=None, env=None):
    return subprocess.run([FACTLINE, *arguments], input=text, capture_output=True, text=True,
                          env={**os.environ, **(env or {})})


def read_all(terminal):
    """What is written to the terminal until nobody has it open any more."""
    printed = b""
    while True:
        try:
            block = os.read(terminal, 4096)
        except OSError:
            break
        if not block:
            break
        printed += block
    os.close(terminal)
    return printed.decode()


def on_terminal(arguments, env=None):
    """What the command prints where standard output is a terminal."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen([FACTLINE, *arguments], stdout=theirs, stdin=subprocess.DEVNULL,
                             env={**os.environ, **(env or {})})
    os.close(theirs)
    printed = read_all(ours)
    child.wait()
    return printed


class Usage(unittest.TestCase):
    def test_nothing_asked_shows_help(self):
        done = run()
        self.assertEqual(2, done.returncode)
        self.assertIn("extract", done.stderr)

    def test_wrong_usage_is_code_two(self):
        self.assertEqual(2, run("extract", "--no-such-option").returncode)
        self.assertEqual(2, run("extract", "--to", "parquet", SAMPLES).returncode)
        self.assertEqual(2, run("help", "nonsense").returncode)

    def test_every_subcommand_has_help(self):
        for command in COMMANDS:
            self.assertEqual(run("help", command).stdout, run(command, "--help").stdout)
            self.assertIn("Usage", run("help", command).stdout)

    def test_version(self):
        self.assertRegex(run("--version").stdout, r"^factline \d+\.\d+\.\d+\n$")

    def test_bash_accepts_its_completion(self):
        script = run("completion", "bash").stdout
        self.assertEqual(0, subprocess.run(["bash", "-n"], input=script, text=True).returncode)
        words = subprocess.run(["bash", "-c", script + "\nCOMP_WORDS=(factline extract --to c); COMP_CWORD=3; "
                                "_factline; echo ${COMPREPLY[@]}"], capture_output=True, text=True)
        self.assertEqual("csv\n", words.stdout)

    def test_manual_names_every_option(self):
        manual = run("manual").stdout
        for name in ("min\\-confidence", "rejects", "pred", "published"):
            self.assertIn(name, manual)


class ProgressBar(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.file = tempfile.NamedTemporaryFile("w", suffix=".jsonl")
        line = json.dumps({"text": "Exports rose 5 percent to $3 million, Ana Quispe said in Lima. " * 40}) + "\n"
        cls.file.write(line * 8000)
        cls.file.flush()

    @classmethod
    def tearDownClass(cls):
        cls.file.close()

    def run_on(self, *arguments):
        """Standard output and error of an extraction whose standard error is a terminal."""
        ours, theirs = pty.openpty()
        with tempfile.TemporaryFile() as out:
            child = subprocess.Popen([FACTLINE, "extract", self.file.name, *arguments], stdout=out, stderr=theirs,
                                     stdin=subprocess.DEVNULL)
            os.close(theirs)
            shown = read_all(ours)
            self.assertEqual(0, child.wait())
            out.seek(0)
            return out.read(), shown

    def test_is_drawn_on_a_terminal_and_gone_in_the_end(self):
        records, shown = self.run_on()
        bars = [part for part in shown.split("\r\x1b[K") if part.startswith("factline [")]
        self.assertGreater(len(bars), 1, shown[-500:])
        self.assertRegex(bars[0], r"^factline \[=*>? *\] +\d+%  [\d.]+ MB/s  [\d,]+ articles  \d+:\d\d left$")
        shares = [int(bar.split("]")[1].split("%")[0]) for bar in bars]
        self.assertEqual(sorted(shares), shares)
        self.assertRegex(shown, r"\r\x1b\[Kfactline: 8000 read = 8000 extracted")
        quiet, nothing = self.run_on("--quiet")
        self.assertEqual("", nothing)
        self.assertEqual(quiet, records)
        self.assertNotIn(b"\x1b", records)


class Explain(unittest.TestCase):
    TEXT = "Sales rose 4.5 percent to $1.2 billion in 2024."

    def test_shows_rule_lexicon_and_value(self):
        shown = run("explain", self.TEXT).stdout
        for part in ("money", "USD 1,200,000,000", "rule", "extractors/money/currency_words.tsv:", '"currency":"USD"'):
            self.assertIn(part, shown)

    def test_takes_text_file_and_standard_input(self):
        direct = run("explain", self.TEXT).stdout
        self.assertEqual(direct, run("explain", "-", text=self.TEXT).stdout)
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.write(self.TEXT)
            file.flush()
            self.assertEqual(direct, run("explain", file.name).stdout)

    def test_published_anchors_relative_years(self):
        self.assertIn("2024", run("explain", "--published", "2025-05-23", "It earned $5 last year.").stdout)

    def test_colours_only_on_a_terminal(self):
        self.assertNotIn("\x1b", run("explain", self.TEXT).stdout)
        self.assertIn("\x1b[", on_terminal(["explain", self.TEXT], {"NO_COLOR": ""}))
        self.assertNotIn("\x1b", on_terminal(["explain", self.TEXT], {"NO_COLOR": "1"}))

    def test_no_control_of_a_text_reaches_the_terminal(self):
        hostile = "Pay \x1b[31m$5\x1b[0m\x07 \u202eto me\u202c now."
        self.assertNotIn("\x1b[31m", on_terminal(["explain", hostile]))
        article = json.dumps({"id": hostile, "title": hostile, "text": hostile})
        table = run("extract", "-q", "--to", "table", "-", text=article).stdout
        for control in ("\x1b", "\x07", "\u202e"):
            self.assertNotIn(control, table)


class Records(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lines = run("extract", "-q", SAMPLES).stdout.splitlines()

    def verify(self, lines):
        return run("verify", SAMPLES, "-", text="\n".join(lines) + "\n")

    def test_all_records_verify(self):
        done = self.verify(self.lines)
        self.assertEqual((0, f"{len(self.lines)} records against 30 articles: {len(self.lines)} agree, 0 do not\n"),
                         (done.returncode, done.stdout))

    def test_every_kind_of_damage_is_found(self):
        def damaged(change):
            record = json.loads(self.lines[5])
            change(record)
            return [json.dumps(record)]
        damages = {
            "text": lambda r: r.update(text=r["text"] + "x"),
            "start": lambda r: r.update(start=r["start"] + 1),
            "bytes": lambda r: r.update(bytes=[0, 1]),
            "sha256": lambda r: r["article"].update(sha256="0" * 64),
            "id of the article": lambda r: r["article"].update(id="another"),
            "sentence": lambda r: r["sentence"].update(start=r["sentence"]["start"] + 1),
            "link": lambda r: r.update(links=[{"role": "about", "text": "nothing", "start": 0, "end": 7}]),
        }
        for name, change in damages.items():
            self.assertEqual(1, self.verify(damaged(change)).returncode, name)
        self.assertEqual(1, self.verify(["not JSON"]).returncode)

    def test_types_and_confidence_choose(self):
        money = [line for line in self.lines if json.loads(line)["type"] == "money"]
        self.assertEqual(money, run("extract", "-q", "--types", "money", SAMPLES).stdout.splitlines())
        sure = [r for r in map(json.loads, self.lines) if r["confidence"] >= 0.9]
        links = sum(len(r["links"]) for r in sure)
        for record in sure:
            record["links"] = [link for link in record["links"] if link["confidence"] >= 0.9]
        self.assertLess(sum(len(r["links"]) for r in sure), links)
        got = run("extract", "-q", "--min-confidence", "0.9", SAMPLES).stdout.splitlines()
        self.assertEqual(sure, [json.loads(line) for line in got])

    def test_csv_says_what_json_says(self):
        import csv
        rows = list(csv.DictReader(run("extract", "-q", "--to", "csv", SAMPLES).stdout.splitlines(keepends=True)))
        self.assertEqual(len(self.lines), len(rows))
        for line, row in zip(self.lines, rows):
            record = json.loads(line)
            self.assertEqual((record["id"], record["text"], record["sentence"]["text"], str(record["bytes"][1])),
                             (row["id"], row["text"], row["sentence.text"], row["bytes.end"]))
            for key, value in record["value"].items():
                if isinstance(value, (str, int)) and not isinstance(value, bool):
                    self.assertEqual(str(value), row[f"value.{key}"])
            self.assertEqual(record["links"], json.loads(row["links"] or "[]"))


if __name__ == "__main__":
    unittest.main()
