#!/usr/bin/env python3
"""Every output format, read back by a reader that is not ours.

    formats_test.py FACTLINE
"""
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import unittest

FACTLINE = str(pathlib.Path(sys.argv.pop(1)).resolve())
SAMPLES = "corpus/samples/archive.jsonl"
ARTICLES = {a["id"]: a for a in map(json.loads, open(SAMPLES, encoding="utf-8"))}


def extract(*arguments):
    return subprocess.run([FACTLINE, "extract", "-q", SAMPLES, *arguments], capture_output=True, text=True, check=True).stdout


def lines(name):
    return [json.loads(line) for line in extract("--to", name).splitlines()]


RECORDS = [json.loads(line) for line in extract().splitlines()]


class Articles(unittest.TestCase):
    def test_hold_the_same_records(self):
        articles = [json.loads(line) for line in extract("--per", "article").splitlines()]
        self.assertEqual(list(ARTICLES), [a["id"] for a in articles])
        flat = []
        for article in articles:
            facts = article.pop("facts")
            flat += [{**fact, "article": article} for fact in facts]
        self.assertEqual(RECORDS, flat)


class SpanLabels(unittest.TestCase):
    def check(self, spans):
        """(text, [(start, end, label)]) of every article against the records."""
        got = [(text[start:end], start, label) for text, labels in spans for start, end, label in labels]
        self.assertEqual([(r["text"], r["start"], r["type"].upper()) for r in RECORDS], got)

    def test_doccano(self):
        self.check([(d["text"], d["label"]) for d in lines("doccano")])

    def test_displacy(self):
        self.check([(d["text"], [(e["start"], e["end"], e["label"]) for e in d["ents"]]) for d in lines("displacy")])

    def test_label_studio(self):
        spans = []
        for task in lines("label-studio"):
            text, result = task["data"]["text"], task["predictions"][0]["result"]
            for region in result:
                value = region["value"]
                self.assertEqual(text[value["start"]:value["end"]], value["text"])
            spans.append((text, [(r["value"]["start"], r["value"]["end"], r["value"]["labels"][0]) for r in result]))
        self.check(spans)


class WebAnnotation(unittest.TestCase):
    def test_three_selectors_find_the_same_words(self):
        texts = {}
        for record in RECORDS:
            article = record["article"]
            texts[article.get("url") or f"urn:sha256:{article['sha256']}"] = ARTICLES[article["id"]]["text"]
        annotations = lines("web-annotation")
        self.assertEqual(len(RECORDS), len(annotations))
        for record, annotation in zip(RECORDS, annotations):
            self.assertEqual("http://www.w3.org/ns/anno.jsonld", annotation["@context"])
            self.assertEqual("Annotation", annotation["type"])
            text = texts[annotation["target"]["source"]]
            position, data, quote = annotation["target"]["selector"]
            self.assertEqual(record["text"], text[position["start"]:position["end"]])
            self.assertEqual(record["text"], text.encode()[data["start"]:data["end"]].decode())
            self.assertEqual(1, text.count(quote["prefix"] + quote["exact"]))
            at = text.index(quote["prefix"] + quote["exact"]) + len(quote["prefix"])
            self.assertEqual((record["start"], record["text"]), (at, quote["exact"]))
            self.assertTrue(text[position["end"]:].startswith(quote["suffix"]))
            self.assertEqual(record["value"], json.loads(annotation["body"][1]["value"]))


class Sqlite(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.folder.name) / "facts.db"
        extract("-o", str(cls.path))
        cls.database = sqlite3.connect(cls.path)

    @classmethod
    def tearDownClass(cls):
        cls.database.close()
        cls.folder.cleanup()

    def rows(self, sql, *values):
        return self.database.execute(sql, values).fetchall()

    def test_is_sound(self):
        self.assertEqual([("ok",)], self.rows("PRAGMA integrity_check"))
        self.assertEqual([], self.rows("PRAGMA foreign_key_check"))
        names = sorted(p.name for p in self.path.parent.iterdir())
        self.assertEqual(["facts.db", "facts.db.metadata.json"], names)
        metadata = json.loads((self.path.parent / "facts.db.metadata.json").read_text())
        self.assertIn("facts", metadata["databases"]["facts"]["tables"])

    def test_holds_every_record(self):
        got = self.rows("SELECT f.fact_id, a.article_id, s.text, f.type, f.text, f.amount, f.value FROM facts f "
                        "JOIN articles a ON a.id = f.article JOIN sentences s ON s.id = f.sentence ORDER BY f.id")
        want = [(r["id"], r["article"]["id"], r["sentence"]["text"], r["type"], r["text"], r["value"].get("amount"),
                 r["value"]) for r in RECORDS]
        self.assertEqual(want, [(*row[:6], json.loads(row[6])) for row in got])
        links = sum(len(r["links"]) for r in RECORDS)
        self.assertEqual([(links,)], self.rows("SELECT count(*) FROM links"))

    def test_answers_an_editor(self):
        largest = self.rows("SELECT text FROM facts WHERE type = 'money' AND currency = 'SEK' ORDER BY number DESC LIMIT 1")
        self.assertEqual([("29.3 billion crowns",)], largest)
        who = self.rows("SELECT DISTINCT a.article_id FROM facts f JOIN articles a ON a.id = f.article WHERE f.name = ?",
                        "Ana Lucia Duarte")
        self.assertEqual({"mw-20250314-copper", "hp-20250315-copper"}, {row[0] for row in who})
        found = self.rows("SELECT s.text FROM sentences_fts t JOIN sentences s ON s.id = t.rowid WHERE sentences_fts MATCH ?",
                          "ferry AND waves")
        self.assertTrue(any("Sulawesi" in row[0] for row in found))
        countries = self.rows("SELECT iso, count(*) n FROM facts WHERE type = 'country' GROUP BY iso ORDER BY n DESC LIMIT 1")
        self.assertEqual(1, len(countries))
        in_year = self.rows("SELECT count(*) FROM facts WHERE type IN ('year', 'date') AND year = 2024")
        self.assertGreater(in_year[0][0], 10)
        self.assertTrue(self.rows("SELECT 1 FROM facts_fts WHERE facts_fts MATCH 'crowns'"))

    def test_a_folder_that_is_not_there_is_code_five(self):
        done = subprocess.run([FACTLINE, "extract", "-q", SAMPLES, "-o", "/nowhere/facts.db"], capture_output=True, text=True)
        self.assertEqual(5, done.returncode)
        self.assertEqual(1, done.stderr.count("\n"))


if __name__ == "__main__":
    unittest.main()
