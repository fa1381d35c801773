#!/usr/bin/env python3
"""Makes the sample archive from its marked stories.

    samples.py           writes corpus/samples/archive.jsonl, text/*.txt and gold.jsonl
    samples.py --check   says what would change, and fails if anything would

The head of corpus/samples/stories.marked tells the marks.
"""
import argparse
import json
import pathlib
import sys
import textwrap

from marked_text import BadMark, facts_of, read_marked

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "corpus" / "samples"
ANNOTATED = ["money", "percent", "quantity", "year", "date", "country", "location", "person", "organization"]
KEYS = ("published", "title", "source", "url")


def wrapped(text, width):
    """Breaks lines at spaces: no character moves."""
    return "\n".join(textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
                     if line else line for line in text.split("\n"))


def read_story(marked):
    """A story of the archive and its gold."""
    name, keys, text = marked.name, marked.keys, marked.text
    facts, other = facts_of(marked)
    if "wrap" in keys:
        broken = wrapped(text, int(keys["wrap"]))
        if len(broken) != len(text):
            raise BadMark(f"{name}: wrapping moved a character: a double space or a space at an end of line")
        text = broken
    article = {"id": name, **{k: keys[k] for k in KEYS if k in keys}, "text": text}
    for fact in facts + other:
        fact["text"] = text[fact["start"]:fact["end"]]
    gold = {"id": name, "text": text, "published": keys["published"], "source": keys["source"],
            "annotated": ANNOTATED, "facts": facts, "other": other}
    return article, gold


def files():
    """Every generated file and what it shall hold."""
    stories = [read_story(marked) for marked in read_marked(SAMPLES / "stories.marked")]
    dump = lambda rows: "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    made = {"archive.jsonl": dump(a for a, _ in stories), "gold.jsonl": dump(g for _, g in stories)}
    for article, _ in stories:
        made[f"text/{article['id']}.txt"] = article["text"]
    return made


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--check", action="store_true")
    args = ap.parse_args()
    try:
        made = files()
    except BadMark as bad:
        sys.exit(f"samples: {bad}")
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
