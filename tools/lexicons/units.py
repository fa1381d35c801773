#!/usr/bin/env python3
"""Writes extractors/quantity/units.tsv: names, UCUM codes, dimensions and exact SI factors of units.

    units.py --cldr DIR --quantulum FILE >extractors/quantity/units.tsv

DIR holds CLDR's units.json (factors) and en-units.json (English names); FILE is quantulum3's units.json (more
names).  Which units, their UCUM codes and the forms that only news uses are in unit_table.tsv beside this script.
A factor is a decimal where it has an end, else a fraction; amount x factor + offset is the amount in the SI unit.
"""
import argparse, collections, csv, json, os, re, sys
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
# Of an SI unit, by CLDR's base unit; CLDR measures angles in revolutions and years apart from seconds.
TEN = {"pico": -12, "nano": -9, "micro": -6, "milli": -3, "centi": -2, "deci": -1, "deka": 1, "hecto": 2, "kilo": 3,
       "mega": 6, "giga": 9, "tera": 12, "peta": 15}
POWERS = {"square-": 2, "cubic-": 3}
JULIAN_YEAR = 31557600  # UCUM's "a", in seconds


class Factors:
    def __init__(self, supplemental):
        self.units = supplemental["convertUnits"]
        self.constants = {k: v["_value"] for k, v in supplemental["unitConstants"].items()}

    def product(self, text):
        result = Fraction(1)
        for term in text.split("*"):
            term = term.strip()
            result *= self.expression(self.constants[term]) if term in self.constants else Fraction(term)
        return result

    def expression(self, text):
        """CLDR writes a/b*c for a/(b*c)."""
        above, _, below = str(text).partition("/")
        return self.product(above) / (self.product(below) if below else 1)

    def simple(self, name):
        for word, power in POWERS.items():
            if name.startswith(word):
                return self.simple(name[len(word):]) ** power
        if name in self.units:
            unit = self.units[name]
            factor = self.expression(unit.get("_factor", "1"))
            if unit["_baseUnit"] == "year":
                factor *= JULIAN_YEAR
            return factor
        for prefix, ten in TEN.items():
            if name.startswith(prefix):
                return self.simple(name[len(prefix):]) * Fraction(10) ** ten
        raise KeyError(name)

    def of(self, cldr_id):
        above, *below = cldr_id.split("-per-")
        result = self.parts(above)
        for name in below:
            result /= self.parts(name)
        return result

    def parts(self, name):
        """A name, or a product such as kilowatt-hour."""
        try:
            return self.simple(name)
        except KeyError:
            words = name.split("-")
            for cut in range(1, len(words)):
                try:
                    return self.simple("-".join(words[:cut])) * self.parts("-".join(words[cut:]))
                except KeyError:
                    continue
            raise

    def offset(self, cldr_id):
        return self.expression(self.units.get(cldr_id, {}).get("_offset", "0"))


def written(value):
    below = value.denominator
    for prime in (2, 5):
        while below % prime == 0:
            below //= prime
    if below != 1:
        return f"{value.numerator}/{value.denominator}"
    digits = 0
    while (value * 10 ** digits).denominator != 1:
        digits += 1
    text = str(abs(int(value * 10 ** digits))).rjust(digits + 1, "0")
    return text if digits == 0 else text[:-digits] + "." + text[-digits:]


def plural(name):
    head, _, tail = name.partition(" per ")
    words = head.split(" ")
    words[-1] = {"foot": "feet", "inch": "inches", "century": "centuries", "hertz": "hertz"}.get(words[-1]) or words[-1] + "s"
    return " ".join(words) + (" per " + tail if tail else "")


def spellings(name):
    names = {name}
    for a, b in (("meter", "metre"), ("liter", "litre")):
        names |= {n.replace(a, b) for n in names}
    return names | {n.replace("gram", "gramme") for n in names if n.endswith(("gram", "grams"))}


# What quantulum3 adds that is another measure under the same name, or no word of news.
NOT_TAKEN = re.compile(r"\b(dry|drys|liquid|liquids|boiler|british|uk|hydraulic|metric|electrical|gaj|gs|kgs?|dots?|candles?|hector\w+|"
                       r"small|gram|pferde\w+|picture|pel|sq|per|force)\b|ss$")


def long_names(cldr_id, english):
    for key, unit in english["long"].items():
        if key.partition("-")[2] == cldr_id:
            patterns = [v for k, v in unit.items() if k.startswith("unitPattern-count")]
            return {p.replace("{0}", "").strip().lower() for p in patterns}
    name = cldr_id.replace("-per-", " per ").replace("-", " ")
    return {name, plural(name)}


def names_of(row, english):
    names = set(filter(None, row["names"].split("|")))
    if not row["factor"] and "no" not in names:
        names |= long_names(row["cldr"], english)
    return {n for s in names for n in spellings(s)} - {"no", "noun"}


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--cldr", required=True)
    ap.add_argument("--quantulum", required=True)
    args = ap.parse_args()
    factors = Factors(json.load(open(os.path.join(args.cldr, "units.json")))["supplemental"])
    english = json.load(open(os.path.join(args.cldr, "en-units.json")))["main"]["en"]["units"]
    more = collections.defaultdict(set)
    for name, unit in json.load(open(args.quantulum)).items():
        for surface in unit.get("surfaces", []):
            if re.fullmatch(r"[a-z][a-z -]+", surface) and not NOT_TAKEN.search(surface):
                more[name.replace("metre", "meter").replace("litre", "liter").replace(" ", "-")] |= {surface, plural(surface)}

    print("# extractors/quantity/units.tsv: units of measure.")
    print("# Source: made by tools/lexicons/units.py from tools/lexicons/unit_table.tsv, Unicode CLDR (factors, English names)")
    print("#         and quantulum3 (further names); edit the table, not this file.")
    print("# form: word, noun (in the singular also a modifier of nouns), symbol, letter (right behind digits only)")
    print("#! role=unit")
    print("surface\tmatch\tform\tucum\tdimension\tsi\tfactor\toffset")
    table = list(csv.DictReader((l for l in open(os.path.join(HERE, "unit_table.tsv")) if not l.startswith("#")), delimiter="\t",
                              quoting=csv.QUOTE_NONE))
    own = {row["ucum"]: names_of(row, english) for row in table}
    taken = set().union(*own.values())
    used, rows = {}, []
    for row in table:
        cldr_id = row["cldr"]
        factor = row["factor"] if not row["si"] or row["factor"] else (written(factors.of(cldr_id)))
        offset = written(factors.offset(cldr_id)) if row["si"] == "K" else "0"
        further = {s for n in more.get(cldr_id, set()) for s in spellings(n)} - taken
        names = own[row["ucum"]] | (further if factor else set())
        word = "noun" if "noun" in row["names"].split("|") else "word"
        forms = ((word, "any", names), ("symbol", "any", set(filter(None, row["symbols"].split("|")))),
                 ("symbol", "exact", set(filter(None, row["exact"].split("|")))),
                 ("letter", "exact", set(filter(None, row["letters"].split("|")))))
        for form, match, surfaces in forms:
            mine = sorted(s for s in surfaces if used.setdefault((s, match), cldr_id + row["ucum"]) == cldr_id + row["ucum"])
            if mine:
                rows.append((row["dimension"], "|".join(mine), match, form, row["ucum"], row["si"], factor, offset))
    for dimension, surface, match, form, ucum, si, factor, offset in sorted(rows):
        print("\t".join((surface, match, form, ucum, dimension, si, factor, offset)))


if __name__ == "__main__":
    main()
