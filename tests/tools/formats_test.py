#!/usr/bin/env python3
"""Every output format, read back by a reader that is not ours.

    formats_test.py FACTLINE
"""
import csv
import io
import json
import pathlib
import re
import shutil
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

    def test_have_their_text_where_it_is_wanted(self):
        articles = [json.loads(line) for line in extract("--with-text").splitlines()]
        self.assertEqual([(a["id"], a["text"]) for a in ARTICLES.values()], [(a["id"], a["text"]) for a in articles])
        for article in articles:
            for fact in article["facts"]:
                self.assertEqual(fact["text"], article["text"][fact["start"]:fact["end"]])


def read_back(rows):
    """What the columns of a table say, as (id, type, words, sentence, links)."""
    return [(r["id"], r["type"], r["text"], r["sentence.text"], json.loads(r["links"] or "[]")) for r in rows]


class Tables(unittest.TestCase):
    WANT = [(r["id"], r["type"], r["text"], r["sentence"]["text"], r["links"]) for r in RECORDS]

    def test_csv(self):
        self.assertEqual(self.WANT, read_back(csv.DictReader(io.StringIO(extract("--to", "csv"), newline=""))))

    def test_tsv(self):
        names, *rows = [line.split("\t") for line in extract("--to", "tsv").split("\n")[:-1]]
        plain = lambda cell: re.sub(r"\\(.)", lambda m: {"t": "\t", "n": "\n", "r": "\r"}.get(m[1], m[1]), cell)
        self.assertEqual(self.WANT, read_back(dict(zip(names, map(plain, row), strict=True)) for row in rows))


class Standoff:
    """A reader of brat's standoff format after its description (brat wiki, Annotation-Data-Format)."""
    TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
    RELATION = re.compile(r"(R\d+)\t(\S+) Arg1:(T\d+) Arg2:(T\d+)")
    ATTRIBUTE = re.compile(r"(A\d+)\t(\S+) (T\d+)(?: (\S+))?")
    REFERENCE = re.compile(r"(N\d+)\tReference (T\d+) (\w+):(\S+)\t(.+)")
    NOTE = re.compile(r"(#\d+)\t(\S+) (T\d+)\t(.+)")

    def __init__(self, path):
        self.text = path.with_suffix(".txt").read_bytes().decode()
        self.spans, self.relations, self.attributes, self.references, self.notes = {}, [], {}, {}, {}
        ids = set()
        for line in path.read_bytes().decode().splitlines():
            at = line[0]
            found = {"T": self.TEXT_BOUND, "R": self.RELATION, "A": self.ATTRIBUTE, "N": self.REFERENCE, "#": self.NOTE}[
                at].fullmatch(line)
            assert found and found[1] not in ids, line
            ids.add(found[1])
            if at == "T":
                pieces = [tuple(map(int, piece.split())) for piece in found[3].split(";")]
                assert " ".join(self.text[a:b] for a, b in pieces) == found[4], line
                assert not any("\n" in self.text[a:b] for a, b in pieces), line
                self.spans[found[1]] = (pieces[0][0], pieces[-1][1], found[2])
            elif at == "R":
                self.relations.append((found[3], found[2], found[4]))
            elif at == "A":
                self.attributes[found[3]] = (found[2], found[4])
            elif at == "N":
                self.references[found[2]] = (found[3], found[4], found[5])
            else:
                self.notes[found[3]] = json.loads(found[4])
        assert all(a in self.spans and b in self.spans for a, _, b in self.relations)


class Brat(unittest.TestCase):
    def test_says_what_the_records_say(self):
        with tempfile.TemporaryDirectory() as room:
            folder = pathlib.Path(room) / "brat"
            extract("--to", "brat", "-o", str(folder))
            self.assertEqual(["brat"], [p.name for p in folder.parent.iterdir()])
            conf = (folder / "annotation.conf").read_text()
            documents = sorted(folder.glob("*.ann"))
            self.assertEqual(list(ARTICLES), [path.stem.split("-", 1)[1] for path in documents])
            for article, path in zip(ARTICLES.values(), documents):
                self.check(article, Standoff(path), conf)

    def check(self, article, read, conf):
        records = [r for r in RECORDS if r["article"]["id"] == article["id"]]
        self.assertEqual(article["text"], read.text)
        self.assertEqual([(r["start"], r["end"], r["type"].upper()) for r in records], list(read.spans.values()))
        of = dict(zip((r["id"] for r in records), read.spans))
        self.assertEqual([r["value"] for r in records], [read.notes[of[r["id"]]] for r in records])
        self.assertEqual([(of[r["id"]], link["role"], of[link["fact"]]) for r in records for link in r["links"] if "fact" in link],
                         read.relations)
        self.assertEqual({of[r["id"]]: ("modifier", r["value"]["modifier"]) for r in records
                          if r["value"].get("modifier", "exact") != "exact"}, read.attributes)
        self.assertEqual({of[r["id"]]: ("ISO3166", r["value"]["iso"], r["value"]["name"]) for r in records
                          if r["type"] == "country"}, read.references)
        for word in {span[2] for span in read.spans.values()} | {r[1] for r in read.relations}:
            self.assertRegex(conf, rf"(?m)^{word}\b")

    def test_spans_over_line_breaks_and_names_of_files(self):
        text = "Caf\u00e9 \U0001F600 paid 5.6 billion\r\ncrowns, or 4\u2028million\neuros, in\n2014."
        with tempfile.TemporaryDirectory() as room:
            line = json.dumps({"id": "../\u00fc /x\ty", "text": text})
            folder = pathlib.Path(room) / "out"
            folder.mkdir()
            for article in range(2):
                subprocess.run([FACTLINE, "extract", "-q", "-", "--to", "brat", "-o", f"{folder}/"],
                               input=line, text=True, check=article == 0, stderr=subprocess.DEVNULL)
            names = sorted(p.name for p in folder.iterdir())
            self.assertEqual(["000001-.._____x_y.ann", "000001-.._____x_y.txt", "annotation.conf", "tools.conf"], names)
            read = Standoff(folder / names[0])
            self.assertEqual(text, read.text)
            self.assertIn("5.6 billion\r\ncrowns", [text[a:b] for a, b, _ in read.spans.values()])

    def test_a_folder_that_is_not_empty_is_code_five(self):
        with tempfile.TemporaryDirectory() as room:
            (pathlib.Path(room) / "mine").write_text("")
            done = subprocess.run([FACTLINE, "extract", "-q", SAMPLES, "--to", "brat", "-o", room], capture_output=True, text=True)
            self.assertEqual((5, 1), (done.returncode, done.stderr.count("\n")))
            self.assertEqual(["mine"], [p.name for p in pathlib.Path(room).iterdir()])
        self.assertEqual(2, subprocess.run([FACTLINE, "extract", SAMPLES, "--to", "brat"], capture_output=True).returncode)


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
        self.assertEqual(len(RECORDS), len({a["id"] for a in annotations}))
        for record, annotation in zip(RECORDS, annotations):
            self.assertEqual("http://www.w3.org/ns/anno.jsonld", annotation["@context"])
            self.assertEqual("Annotation", annotation["type"])
            self.assertEqual({"@context", "id", "type", "motivation", "body", "target"}, set(annotation))
            self.assertIn(annotation["motivation"], ("identifying", "describing"))
            for iri in (annotation["id"], annotation["target"]["source"]):
                self.assertRegex(iri, r"^[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+$")
            self.assertEqual(["TextPositionSelector", "DataPositionSelector", "TextQuoteSelector"],
                             [s["type"] for s in annotation["target"]["selector"]])
            for body in annotation["body"]:
                self.assertEqual({"TextualBody"}, {body["type"]})
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

    def test_answers_the_questions_of_the_documents(self):
        page = pathlib.Path("docs/records.md").read_text()
        questions = [q for q in re.search(r"```sql\n(.*?)```", page, re.S)[1].split(";\n") if q.strip()]
        self.assertEqual(5, len(questions))
        answers = [self.rows(question) for question in questions]
        for question, rows in zip(questions, answers):
            self.assertTrue(rows, question)
        crowns = [r for r in RECORDS if r["value"].get("currency") == "SEK" and "amount" in r["value"]]
        largest = max(crowns, key=lambda r: float(r["value"]["amount"]))
        self.assertEqual((largest["text"], largest["value"]["amount"]), answers[0][0][:2])
        titles = {r["article"]["title"] for r in RECORDS if r["value"].get("name") == "Ana Lucia Duarte"}
        self.assertEqual(titles, {row[0] for row in answers[1]})
        words = lambda text: set(re.findall(r"\w+", text.lower()))
        both = {r["sentence"]["text"] for r in RECORDS if {"ferry", "waves"} <= words(r["sentence"]["text"])}
        self.assertEqual(both, {row[0] for row in answers[2]})
        named = [r["value"]["iso"] for r in RECORDS if r["type"] == "country"]
        self.assertEqual({iso: named.count(iso) for iso in named}, dict(answers[3]))
        quoted = [(r["text"], link["text"]) for r in RECORDS if r["type"] == "percent"
                  for link in r["links"] if link["role"] == "said_by"]
        self.assertEqual(sorted(quoted), sorted(row[:2] for row in answers[4]))

    @unittest.skipUnless(shutil.which("sqlite-utils"), "sqlite-utils is not installed")
    def test_opens_in_sqlite_utils(self):
        told = lambda *arguments: json.loads(subprocess.run(["sqlite-utils", *arguments], capture_output=True, check=True).stdout)
        counts = {row["table"]: row["count"] for row in told("tables", str(self.path), "--counts")}
        self.assertEqual((len(ARTICLES), len(RECORDS)), (counts["articles"], counts["facts"]))
        found = told("search", str(self.path), "facts", "crowns")
        self.assertEqual({r["id"] for r in RECORDS if "crowns" in r["text"].split()},
                         {row["fact_id"] for row in found if "crowns" in row["text"].split()})

    def test_tells_datasette_its_facets(self):
        metadata = json.loads((self.path.parent / "facts.db.metadata.json").read_text())
        tables = metadata["databases"]["facts"]["tables"]
        for table, about in tables.items():
            columns = {row[1] for row in self.rows(f"PRAGMA table_info({table})")}
            indexed = {self.rows(f"PRAGMA index_info({row[1]})")[0][2] for row in self.rows(f"PRAGMA index_list({table})")}
            self.assertLessEqual(set(about.get("facets", [])), columns & indexed, table)
            self.assertIn(about.get("label_column", "role"), columns)

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
