#!/usr/bin/env python3
"""Reads text with its facts marked in it, and makes gold of it.

    marked_text.py FILE...           writes gold JSON Lines, one marked text a line
    marked_text.py --check FILE...   says which names look forgotten, and fails where a mark is wrong

A file begins with comments ("#").  A text begins with "=== id" and its keys ("published:
2025-03-14"); a blank line ends the keys.  {words|code} marks a fact, "?" before the code one that
may be found or left alone, {words|} words that are no fact.  The head of
corpus/samples/stories.marked tells the codes.
"""
import argparse
import dataclasses
import json
import pathlib
import re
import sys

NAMES = {"p": "person", "o": "organization", "l": "location"}
NAMED = ["person", "organization", "location", "country"]
TITLES = pathlib.Path(__file__).resolve().parent.parent / "extractors" / "names" / "titles.tsv"
WORD = re.compile(r"[A-ZÀ-ÖØ-ÞŁŚŠŽČİ][\w'’.&/-]*\w|[A-ZÀ-ÖØ-Þ]\b")
# Capitals that are no names and that nobody marks.
PLAIN = set("""I I'm I've I'd I'll I’m I’ve I’d I’ll Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February
    March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
    Mon Tue Tues Wed Thu Thurs Fri Sat Sun GMT AM PM A.M P.M AD BC Q1 Q2 Q3 Q4 OK TV CEO""".split())


class BadMark(Exception):
    """Its text says which piece and what is wrong."""


@dataclasses.dataclass
class Mark:
    start: int  # of the plain text, in code points, end exclusive
    end: int
    code: str  # "" where the words are no fact
    optional: bool


@dataclasses.dataclass
class MarkedText:
    name: str
    keys: dict
    text: str
    marks: list


def parse_body(name, body):
    text, marks = "", []
    for part in re.split(r"(\{[^{}]*\})", body):
        if not part.startswith("{") or part == "{":
            if "{" in part or "}" in part:
                raise BadMark(f"{name}: a brace without its pair near {part.strip()[:40]!r}")
            text += part
            continue
        words, bar, code = part[1:-1].partition("|")
        if not bar:
            raise BadMark(f"{name}: no code in {part}")
        if not words or words != words.strip():
            raise BadMark(f"{name}: a space at the edge of {part}")
        marks.append(Mark(len(text), len(text) + len(words), code.lstrip("?"), code.startswith("?")))
        text += words
    return text, marks


def read_marked(path):
    """The marked texts of a file, in its order."""
    content = pathlib.Path(path).read_text(encoding="utf-8")
    for block in re.split(r"^=== ", content, flags=re.M)[1:]:
        head, _, body = block.partition("\n\n")
        name, *lines = head.split("\n")
        for line in lines:
            if ": " not in line:
                raise BadMark(f"{name}: no key in {line[:40]!r}; a blank line ends the keys")
        keys = dict(line.split(": ", 1) for line in lines)
        text, marks = parse_body(name, body.strip("\n") + "\n")
        yield MarkedText(name, keys, text, marks)


def bounds(text):
    low, dots, high = text.partition("..")
    return {"min": low, "max": high} if dots else {"amount": low}


def year_span(text):
    low, dots, high = text.partition("..")
    return {"start": int(low), "end": int(high)} if dots else {"year": int(low)}


def value_of(code, words):
    """The type and value that a mark's code gives, or None for a span that is neither right nor wrong."""
    if not code:
        return None
    if code[0] == "$":
        currency, _, number = code[1:].partition(" ")
        number, _, per = number.partition("/")
        if not currency:
            return "money", {}
        return "money", {**bounds(number), "currency": currency, **({"per": per} if per else {})}
    if code[0] == "%":
        kind = {"pp": "percentage_point", "bp": "basis_point"}.get(code[-2:], "percent")
        return "percent", {**bounds(re.sub(r"[pb]p$", "", code[1:])), "kind": kind}
    letter, _, rest = code.partition(" ")
    if letter == "q":
        number, _, unit = rest.partition(" ")
        unit, _, of = unit.partition(" ")
        return "quantity", {**(bounds(number) if number else {}), **({"unit": unit} if unit else {}), **({"of": of} if of else {})}
    if letter == "y":
        return "year", year_span(rest) if rest else {}
    if letter == "d":
        return "date", {"timex": rest} if rest else {}
    if letter == "c" and re.fullmatch(r"([A-Z]{2,4}( .+)?)?", rest):
        iso, _, kind = rest.partition(" ")
        return "country", {"iso": iso, "kind": "demonym" if kind == "d" else "name"}
    if letter in NAMES:
        return NAMES[letter], {"name": rest or words}
    raise BadMark(f"unknown code {code!r} of {words!r}")


def facts_of(marked):
    """Facts and the spans that are none, as gold has them."""
    facts, other = [], []
    for mark in marked.marks:
        span = {"start": mark.start, "end": mark.end}
        words = marked.text[mark.start:mark.end]
        try:
            typed = value_of(mark.code, words)
        except BadMark as bad:
            raise BadMark(f"{marked.name}: {bad}") from None
        if typed is None:
            other.append(span)
        else:
            facts.append({"type": typed[0], **span, "value": typed[1], **({"optional": True} if mark.optional else {})})
    return facts, other


def gold_of(marked):
    """One line of gold: the names and countries of the text, all of them marked."""
    facts, _ = facts_of(marked)
    facts = [{**f, "text": marked.text[f["start"]:f["end"]]} for f in facts if f["type"] in NAMED]
    return {"id": marked.name, "text": marked.text, "published": marked.keys.get("published"), "source": "written",
            "annotated": NAMED, "facts": facts}


def title_words():
    rows = [line.split("\t")[0] for line in TITLES.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]
    return {word.rstrip(".") for row in rows for word in re.split(r"[| ]", row)}


def opens_sentence(text, at):
    return re.search(r"(^|[.!?:][\"”’')]?\s+|\n\s*[-–—*•]?\s*|[\"“‘(]\s*| [-–—_]+ )$", text[:at]) is not None


def doubts(marked, known_titles):
    """What a second look is due to: capitals that no mark covers, and marks that look wrong."""
    covered = [False] * (len(marked.text) + 1)
    names = set()
    for mark in marked.marks:
        covered[mark.start:mark.end] = [True] * (mark.end - mark.start)
        words = marked.text[mark.start:mark.end]
        if mark.code[:1] in ("p", "o", "l"):
            names.add(words)
        if mark.code[:1] and re.search(r"['’]s$|^(The|Mr|Mrs|Ms|Dr)\b", words):
            yield f"mark {words!r}: without \"The\", titles and \"'s\"?"
    parts = {word for name in names for word in re.findall(r"\w{4,}", name) if word[0].isupper()}
    for line in re.finditer(r"[^\n]+", marked.text):
        in_capitals = line.group().isupper()
        for word in WORD.finditer(marked.text, line.start(), line.end()):
            bare = re.sub(r"['’]s$|\.$", "", word.group())
            if covered[word.start()] or bare in PLAIN or word.group() in PLAIN:
                continue
            if bare in known_titles and not in_capitals:
                continue
            if bare in parts or not (in_capitals or opens_sentence(marked.text, word.start())):
                yield f"unmarked {marked.text[max(0, word.start() - 25):word.end() + 15]!r}: {bare}"


def check(paths):
    """Prints what looks forgotten; true if every mark can be read and every id is new."""
    known_titles = title_words()
    sound, seen = True, set()
    for path in paths:
        count = 0
        for marked in read_marked(path):
            count += 1
            facts_of(marked)
            if marked.name in seen:
                print(f"{path}: {marked.name}: this id stands twice")
                sound = False
            seen.add(marked.name)
            for doubt in doubts(marked, known_titles):
                print(f"{path}: {marked.name}: {doubt}")
        print(f"{path}: {count} texts")
    return sound


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--check", action="store_true")
    ap.add_argument("files", nargs="+", metavar="FILE")
    args = ap.parse_args()
    try:
        if args.check:
            sys.exit(0 if check(args.files) else 1)
        for path in args.files:
            for marked in read_marked(path):
                print(json.dumps(gold_of(marked), ensure_ascii=False))
    except (BadMark, OSError) as bad:
        sys.exit(f"marked_text: {bad}")


if __name__ == "__main__":
    main()
