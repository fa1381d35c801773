#!/usr/bin/env python3
"""Writes the open word classes of extractors/words: nouns, plurals, verbs, participles, adjectives, adverbs.

    words.py --wordnet /usr/share/wordnet --frequencies FILE.csv --out extractors/words [--text FILE…] [--words 22000]

WordNet says which classes a word can have, its sense counts which of them are usual (a class with less than a
twelfth of the uses is left out).  Which words are worth a place: the frequency list's and those most often written
in small letters in the texts given (plain or JSON Lines with "text").  Words of the closed classes are left to
function_words.tsv.
"""
import argparse, collections, csv, itertools, json, os, re

CLASSES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
FILES = (("nouns", "noun"), ("plurals", "plural"), ("verbs", "verb"), ("participles", "participle"),
         ("adjectives", "adjective"), ("adverbs", "adverb"))
RARE = collections.defaultdict(lambda: 12, verb=40)  # a class needs this part of the commonest one's uses
WORD = re.compile(r"[a-z][a-z']*[a-z]|[a-z]")
# Forms by which WordNet's counts mislead on news.
NEVER = {"noun": {"may", "can", "will", "might", "dead", "more", "less", "as", "an", "he", "it", "was", "does", "being", "in", "at"},
         "verb": {"men", "people", "members", "police", "number", "numbers"},
         "adverb": {"people"}}


def lemmas(directory, cls):
    with open(os.path.join(directory, "index." + CLASSES[cls])) as lines:
        return {w for w in (l.split(" ", 1)[0] for l in lines if not l.startswith(" ")) if WORD.fullmatch(w)}


def exceptions(directory, cls):
    forms = collections.defaultdict(set)
    with open(os.path.join(directory, CLASSES[cls] + ".exc")) as lines:
        for line in lines:
            form, *bases = line.split()
            for base in bases:
                forms[form].add(base)
    return forms


def uses(directory):
    counts = collections.Counter()
    with open(os.path.join(directory, "cntlist.rev")) as lines:
        for line in lines:
            key, _, count = line.split()
            lemma, _, rest = key.partition("%")
            counts[lemma, {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]]] += int(count)
    return counts


def stems(form, endings):
    for ending, replacements in endings:
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[:-len(ending)]
            for r in replacements:
                yield stem + r
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]


PLURAL = (("ies", ("y", "ie")), ("ves", ("f", "fe", "ve")), ("es", ("", "e")), ("s", ("",)), ("men", ("man",)))
THIRD = (("ies", ("y", "ie")), ("es", ("", "e")), ("s", ("",)))
PAST = (("ied", ("y", "ie")), ("ed", ("", "e")))
ING = (("ying", ("ie", "y")), ("ing", ("", "e")))
DEGREE = (("ier", ("y",)), ("iest", ("y",)), ("er", ("", "e")), ("est", ("", "e")))


class Classes:
    def __init__(self, directory):
        self.lemmas = {c: lemmas(directory, c) for c in CLASSES}
        self.exc = {c: exceptions(directory, c) for c in CLASSES}
        self.uses = uses(directory)

    def base(self, form, cls, endings):
        """The lemma that `form` is inflected from."""
        irregular = [b for b in self.exc[cls].get(form, ()) if b in self.lemmas[cls] and b != form]
        found = irregular or [s for s in stems(form, endings) if s in self.lemmas[cls] and s != form]
        return found[0] if found else None

    def of(self, form):
        roles = collections.Counter()
        if form in self.lemmas["n"]:
            roles["noun"] = self.uses[form, "n"] + 1
        singular = self.base(form, "n", PLURAL)
        if singular and (form.endswith(("s", "men")) or form in self.exc["n"]):
            roles["plural"] = self.uses[singular, "n"] + 1
            if roles["plural"] >= roles["noun"]:
                del roles["noun"]
        if form in self.lemmas["v"]:
            roles["verb"] = self.uses[form, "v"] + 1
        third = self.base(form, "v", THIRD) if form.endswith("s") else None
        if third:
            roles["verb"] = self.uses[third, "v"] // 2 + 1
        self.add_past(form, roles)
        if form in self.lemmas["a"] or self.base(form, "a", DEGREE):
            roles["adjective"] = self.uses[form, "a"] + 1
        if form in self.lemmas["r"]:
            roles["adverb"] = self.uses[form, "r"] + 1
        most = max(roles.values(), default=0)
        kept = {r for r, n in roles.items() if n * RARE[r] >= most and form not in NEVER.get(r, ())}
        # A participle modifies as it is; an adjective of its own it is only where that is its usual use.
        if "participle" in roles and roles["adjective"] <= 2 * roles["participle"]:
            kept.discard("adjective")
            kept.add("participle")
        return kept

    def add_past(self, form, roles):
        irregular = [b for b in self.exc["v"].get(form, ()) if b in self.lemmas["v"]]
        regular = self.base(form, "v", PAST) if form.endswith("ed") else None
        going = self.base(form, "v", ING) if form.endswith("ing") else None
        if irregular and not form.endswith("ing"):
            # "taken", "shot": a participle unless a form in -n stands beside it ("took").
            past_only = any(other != form and other.endswith("n") for other, bases in self.exc["v"].items()
                            if set(irregular) & bases and not other.endswith("ing"))
            roles["verb" if past_only and not form.endswith("n") else "participle"] += self.uses[irregular[0], "v"] + 1
        elif regular or going:
            roles["participle"] = self.uses[regular or going, "v"] // 2 + 1


def frequent(args):
    counts = collections.Counter()
    capital = collections.Counter()
    for path in args.text:
        with open(path, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                text = json.loads(line)["text"] if line.startswith("{") else line
                for word in re.findall(r"[A-Za-z][A-Za-z']*[A-Za-z]", text):
                    (counts if word.islower() else capital)[word.lower()] += 1
    kept = {w for w, n in counts.items() if n >= 3 and n * 4 >= capital[w]}
    ranked = [w for w, _ in counts.most_common() if w in kept]
    with open(args.frequencies, encoding="utf-8") as rows:
        listed = [r["ngram"] for r in csv.DictReader(rows) if r["ngram"].islower()]
    return list(dict.fromkeys(itertools.chain(ranked[:args.words], listed)))


def function_words(out):
    words = set()
    with open(os.path.join(out, "function_words.tsv"), encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#") and "\t" in line and not line.rstrip().endswith(("adjective", "plural")):
                words.update(line.split("\t")[0].split("|"))
    return words


def number_words(directory):
    """They have roles of their own in extractors/number."""
    words = set()
    with open(os.path.join(directory, "number", "numbers.tsv"), encoding="utf-8") as lines:
        for line in lines:
            if "\tcardinal\t" in line or "\tscale\t" in line:
                words.update(line.split("\t")[0].split("|"))
    return (words | {"percent", "percentage"}) - {"score", "scores", "mill"}


def packed(words):
    """Rows of alternatives, a new one for each pair of initial letters, so that a new word changes few lines."""
    for _, group in itertools.groupby(sorted(words), key=lambda w: w[:2]):
        row = ""
        for word in group:
            if row and len(row) + len(word) > 110:
                yield row
                row = ""
            row += ("|" if row else "") + word
        yield row


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--wordnet", required=True)
    ap.add_argument("--frequencies", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--text", nargs="*", default=[])
    ap.add_argument("--words", type=int, default=22000)
    args = ap.parse_args()
    classes = Classes(args.wordnet)
    closed = function_words(args.out) | number_words(os.path.dirname(os.path.normpath(args.out)))
    by_role = collections.defaultdict(set)
    for word in frequent(args):
        if word in closed or not WORD.fullmatch(word) or len(word) < 2:
            continue
        for role in classes.of(word):
            by_role[role].add(word)
    for name, role in FILES:
        with open(os.path.join(args.out, name + ".tsv"), "w", encoding="utf-8") as out:
            out.write(f"# extractors/words/{name}.tsv: words that can be a{'n' if role[0] in 'aeiou' else ''} {role}.\n")
            out.write("# Source: made by tools/lexicons/words.py: classes from WordNet 3.0, frequency from the Google Books Ngram lists by\n")
            out.write("#         orgtre and from open news text.\n")
            out.write(f"#! role={role}\nsurface\n")
            out.writelines(row + "\n" for row in packed(by_role[role]))
        print(name, len(by_role[role]))
    print("words", len(set().union(*by_role.values())))


if __name__ == "__main__":
    main()
