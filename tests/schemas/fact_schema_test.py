#!/usr/bin/env python3
"""Every record of every run obeys schemas/fact.schema.json and its article.

    fact_schema_test.py FACTLINE [--samples]

Runs over the sample archive, the golden runs and, unless only the samples are
wanted, the gold files where they lie beside the repository.  The schema must also refuse what is wrong.
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

FACTLINE = sys.argv[1]
SCHEMA = json.loads(pathlib.Path("schemas/fact.schema.json").read_text())


class Checker:
    """The schema's validator, with the parts that many records share checked once."""

    def __init__(self):
        self.whole = jsonschema.Draft202012Validator(SCHEMA)
        self.parts = {name: jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})
                      for name in ("article", "sentence")}
        self.known = {}

    def errors(self, record):
        for name, validator in self.parts.items():
            part = record.get(name)
            key = json.dumps(part)
            if key not in self.known:
                found = [error.message for error in validator.iter_errors(part)]
                if found:
                    return found
                self.known[key] = part
        return [f"{'.'.join(map(str, error.absolute_path))}: {error.message}" for error in self.rest(record)]

    def rest(self, record):
        shared = {"article": {"id": "", "sha256": "0" * 64}, "sentence": {"index": 0, "start": 0, "end": 1, "text": "x"}}
        return self.whole.iter_errors({**record, **{k: v for k, v in shared.items() if k in record}})


def check_lines(checker, name, lines):
    wrong = 0
    for number, line in enumerate(lines, 1):
        record = json.loads(line)
        for message in checker.errors(record):
            wrong += 1
            if wrong <= 10:
                print(f"{name}:{number}: {record['text']!r} ({record['rule']}): {message}")
    return wrong


def extract_and_check(checker, articles):
    with tempfile.TemporaryDirectory() as folder:
        records = pathlib.Path(folder) / "records.jsonl"
        with records.open("wb") as out:
            subprocess.run([FACTLINE, "extract", "--quiet", articles], stdout=out, check=True)
        lines = records.read_text(encoding="utf-8").splitlines()
        verified = subprocess.run([FACTLINE, "verify", "--quiet", articles, records], stdout=subprocess.PIPE, text=True)
        print(verified.stdout, end="")
        return check_lines(checker, articles.name, lines) + (verified.returncode != 0)


VALID = {
    "id": "00000000000000ff", "type": "money", "text": "$5", "start": 4, "end": 6, "bytes": [4, 6],
    "article": {"id": "a", "sha256": "0" * 64}, "sentence": {"index": 0, "start": 0, "end": 7, "text": "It was $5."},
    "value": {"amount": "5", "currency": "USD", "currency_by": "symbol", "modifier": "exact"},
    "links": [], "confidence": 0.9, "rule": "money.amount",
}


def refuses(checker):
    """What is wrong in one place must be refused."""
    def broken(**changes):
        return {**copy.deepcopy(VALID), **changes}
    cases = {
        "an unknown key": broken(extra=1),
        "an unknown type": broken(type="sum"),
        "a value of another type": broken(type="percent"),
        "a binary number": broken(value={**VALID["value"], "amount": 5}),
        "a superfluous zero": broken(value={**VALID["value"], "amount": "5.10"}),
        "an unknown value key": broken(value={**VALID["value"], "unit": "m"}),
        "no amount at all": broken(value={k: v for k, v in VALID["value"].items() if k != "amount"}),
        "a lower-case currency": broken(value={**VALID["value"], "currency": "usd"}),
        "one byte offset": broken(bytes=[4]),
        "a confidence above one": broken(confidence=1.5),
        "a short id": broken(id="ff"),
        "an empty sentence": broken(sentence={**VALID["sentence"], "text": ""}),
        "an unknown role": broken(links=[{"role": "near", "text": "x", "start": 0, "end": 1}]),
    }
    if checker.errors(VALID):
        print(f"the schema refuses a valid record: {checker.errors(VALID)}")
        return 1
    accepted = [name for name, record in cases.items() if not checker.errors(record)]
    for name in accepted:
        print(f"the schema accepts {name}")
    return len(accepted)


def main():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    checker = Checker()
    wrong = refuses(checker)
    printed = subprocess.run([FACTLINE, "schema"], stdout=subprocess.PIPE, check=True).stdout
    if json.loads(printed) != SCHEMA:
        print("`factline schema` prints something else than schemas/fact.schema.json")
        wrong += 1
    for golden in sorted(pathlib.Path("tests/golden").glob("*.jsonl")):
        wrong += check_lines(checker, golden.name, golden.read_text(encoding="utf-8").splitlines())
    archives = [pathlib.Path("corpus/samples/archive.jsonl")]
    if "--samples" not in sys.argv:
        archives += pathlib.Path("../shared/eval").glob("*.jsonl")
    for articles in sorted(archives):
        wrong += extract_and_check(checker, articles)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
