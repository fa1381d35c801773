#!/usr/bin/env python3
"""Makes the sample archive from its marked stories.

    samples.py           writes corpus/samples/archive.jsonl, text/*.txt and gold.jsonl
    samples.py --check   says what would change, and fails if anything would

The head of corpus/samples/stories.marked tells the marks.
"""
import argparse
import json
import pathlib
import re
import sys
import textwrap

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "corpus" / "samples"
ANNOTATED = ["money", "percent", "quantity", "year", "date", "country", "location", "person", "organization"]
NAMES = {"p": "person", "o": "organization", "l": "location"}
KEYS = ("published", "title", "source", "url")


def fail(where, message):
    sys.exit(f"samples: {where}: {message}")


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
    if letter == "c":
        iso, _, kind = rest.partition(" ")
        return "country", {"iso": iso, "kind": "demonym" if kind == "d" else "name"}
    if letter in NAMES:
        return NAMES[letter], {"name": rest or words}
    raise ValueError(code)


def wrapped(text, width):
    """Breaks lines at spaces: no character moves."""
    return "\n".join(textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
                     if line else line for line in text.split("\n"))


def read_story(name, keys, body):
    text, facts, other = "", [], []
    for part in re.split(r"(\{[^}]*\})", body):
        if not part.startswith("{"):
            text += part
            continue
        words, bar, code = part[1:-1].partition("|")
        if not bar:
            fail(name, f"no code in {part}")
        optional, code = code.startswith("?"), code.lstrip("?")
        span = {"start": len(text), "end": len(text) + len(words)}
        text += words
        try:
            typed = value_of(code, words)
        except ValueError:
            fail(name, f"unknown code in {part}")
        if typed is None:
            other.append(span)
        else:
            facts.append({"type": typed[0], **span, "value": typed[1], **({"optional": True} if optional else {})})
    if "wrap" in keys:
        broken = wrapped(text, int(keys["wrap"]))
        if len(broken) != len(text):
            fail(name, "wrapping moved a character: a double space or a space at an end of line")
        text = broken
    article = {"id": name, **{k: keys[k] for k in KEYS if k in keys}, "text": text}
    for fact in facts + other:
        fact["text"] = text[fact["start"]:fact["end"]]
    gold = {"id": name, "text": text, "published": keys["published"], "source": keys["source"],
            "annotated": ANNOTATED, "facts": facts, "other": other}
    return article, gold


def read_stories():
    marked = (SAMPLES / "stories.marked").read_text(encoding="utf-8")
    for block in re.split(r"^=== ", marked, flags=re.M)[1:]:
        head, _, body = block.partition("\n\n")
        name, *lines = head.split("\n")
        keys = dict(line.split(": ", 1) for line in lines)
        yield read_story(name, keys, body.strip("\n") + "\n")


def files():
    """Every generated file and what it shall hold."""
    stories = list(read_stories())
    dump = lambda rows: "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    made = {"archive.jsonl": dump(a for a, _ in stories), "gold.jsonl": dump(g for _, g in stories)}
    for article, _ in stories:
        made[f"text/{article['id']}.txt"] = article["text"]
    return made


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--check", action="store_true")
    args = ap.parse_args()
    made = files()
    present = {str(p.relative_to(SAMPLES)) for p in [*SAMPLES.glob("*.jsonl"), *SAMPLES.glob("text/*")]}
    stale = sorted(present - made.keys())
    for name, content in made.items():
        path = SAMPLES / name
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            stale.append(name)
            if not args.check:
                path.parent.mkdir(exist_ok=True)
                path.write_text(content, encoding="utf-8")
    if args.check and stale:
        sys.exit(f"samples: run tools/samples.py; not as the stories say: {', '.join(stale)}")


if __name__ == "__main__":
    main()
