#!/usr/bin/env python3
"""Makes companies.tsv, brands.tsv and universities.tsv.  organizations.py SHARED"""
import json
import pathlib
import re
import sys

import sources

# What stands behind a company's name in lists of securities.
SECURITY = re.compile(
    r"[,\s]+(?:-.*|\(.*|(?:class|series) [a-c]\b.*|(?:common|ordinary|preferred|capital|depositary) (?:stock|shares?|units?).*|"
    r"american depos.*|new common.*|common$|ads\b.*|adr\b.*|depositary.*|\$?0\.\d+.*|each rep.*|warrants?.*|units?$|rights?$|new$)", re.I)
FORM = re.compile(
    r"[,\s]+(?:inc|incorporated|corp|corporation|co|company|ltd|limited|plc|p\.l\.c|n\.v|nv|s\.a|sa|ag|se|l\.p|lp|llc|"
    r"holdings?|group|bancorp|trust|reit|the|s\.p\.a|ab|asa|oyj|bancshares)\.?$", re.I)
NO_COMPANY = re.compile(r"\b(?:ETF|ETN|Fund|Acquisition|Trust|Notes?|Index|Portfolio|Income|Municipal|Bonds?|Senior|Due|SPAC|"
                        r"Treasury|Yield|iShares|Merger|Capital Corp I+|Strategic|Term|Shares|Series|Debentures?|ProShares)\b", re.I)
# Words that English uses far more often than the companies, and that news still writes of as companies.
WORDS_THAT_ARE_COMPANIES = set(
    "Apple Amazon Alphabet Target Visa Ford Shell Boeing Oracle Intel Citigroup Netflix Caterpillar Chevron Nike Orange "
    "Mastercard Meta Adobe Gap Kellogg Uber Lyft Twitter Facebook Tesla Starbucks Airbus Vodafone Costco Macy's Sears Kroger "
    "Chubb Aflac Allstate Dow DuPont Biogen Moderna Pfizer Merck Coinbase Expedia PayPal eBay FedEx Zoom Snap Slack Block "
    "Dell Best Carnival Delta United Southwest Dollar Progressive Travelers Halliburton Schlumberger Raytheon".split()) - set(
    "Best United Dollar Progressive Travelers Block Southwest Carnival Delta Orange Snap Slack Zoom".split())
KINDS_OF_BRANDS = re.compile(
    r"(?:brands/(?:amenity/(?:bank|fuel|pharmacy|cinema|fast_food|cafe|money_transfer|payment_terminal|car_rental)|office/|"
    r"shop/(?:supermarket|department_store|car$|clothes|electronics|mobile_phone|furniture|convenience|doityourself|"
    r"books|cosmetics|jewelry|shoes|sports|toys)|tourism/hotel|healthcare)|operators/(?:amenity/(?:post_office|university|hospital|police)|"
    r"office|telecom|power/plant|boundary))")
HEADS = re.compile(r"\b(?:University|College|Institute|School|Academy|Universit\w+|Universidad\w*|Hochschule|Polytechnic|Seminary)\b")


class Names:
    def __init__(self, shared):
        self.usage = sources.Usage(shared)
        self.taken = set()
        for file in ("surnames", "first_names", "cities", "regions", "not_names", "titles", "organizations", "occupations"):
            for line in open(sources.ROOT / "extractors/names" / f"{file}.tsv", encoding="utf-8"):
                for surface in line.rstrip("\n").split("\t")[0].split("|"):
                    self.taken.add(sources.fold(surface))
        self.taken |= {sources.fold(row["CLDR display name"]) for row in sources.rows(shared / "lexicon/country-codes.csv")}
        self.names = {}

    def is_word(self, name):
        return self.usage.lower[sources.fold(name)] >= 1

    def add(self, name):
        name = re.sub(r"^The ", "", name.strip(" ,.-"))
        words = name.split()
        if not words or len(words) > 6 or not re.match(r"[A-Z0-9]", name) or not re.search(r"[A-Za-z]{2}", name):
            return
        if re.search(r"[^\w &.,'’/+!-]", name) or any(ord(c) > 0x24F for c in name):
            return
        form = sources.fold(name)
        if len(words) == 1:
            known = name in WORDS_THAT_ARE_COMPANIES
            if not known and (form in self.taken or self.is_word(name) or len(name) < 4):
                return
        # Of several words one must be no word of English, a surname or a place: "First Financial" says too little.
        elif all(self.is_word(w) or not w[:1].isalpha() for w in re.split(r"[ /-]", name)) and len(words) < 3:
            return
        if form in self.taken:
            return
        self.names.setdefault(form, name)

    def lines(self):
        return sorted((name,) for name in self.names.values())


def company(name):
    name = re.sub(r"\s+", " ", name.replace('"', "")).strip()
    for _ in range(4):
        name = SECURITY.sub("", name)
    for _ in range(3):
        name = FORM.sub("", name)
    return re.sub(r"\s*\(.*", "", name).strip(" ,")


def companies(shared):
    names = Names(shared)
    for row in sources.rows(shared / "lexicon/orgs/sp500.csv"):
        names.add(company(row["Security"]))
    for name in json.load(open(shared / "lexicon/corpora-cc0/corporations-fortune500.json"))["companies"]:
        names.add(company(name))
    for word in WORDS_THAT_ARE_COMPANIES:
        names.add(word)
    for file, column in (("nasdaq-listed", "Security Name"), ("nyse-other-listed", "Company Name")):
        for row in sources.rows(shared / f"lexicon/orgs/{file}.csv"):
            if row.get("ETF") != "Y" and not NO_COMPANY.search(row[column]):
                names.add(company(row[column]))
    return names


def brands(shared, taken):
    names = Names(shared)
    names.taken |= taken
    for row in sources.rows(shared / "lexicon/orgs/nsi-brands-operators.tsv"):
        if KINDS_OF_BRANDS.match(row["category"] or ""):
            names.add(re.sub(r"\s*\(.*\)", "", row["name"]))
    return names


def universities(shared):
    names = Names(shared)
    for line in open(shared / "lexicon/orgs/universities.tsv", encoding="utf-8"):
        name = line.split("\t")[0].strip()
        # What rules cannot bound: a name without a head word, or with a comma or a hyphen in it.
        if not HEADS.search(name) or re.search(r", |\w-[A-Z]| at ", name):
            names.add(name)
    return names


def main():
    shared = pathlib.Path(sys.argv[1])
    defaults = "! role=organization match=capital"
    made = companies(shared)
    sources.write("companies.tsv", ["companies listed on exchanges.",
                  "Source: generated by tools/lexicons/organizations.py from S&P 500, NASDAQ and NYSE listings (PDDL) and the Fortune 500",
                  "of dariusk/corpora (CC0); legal forms left out, and names that are no more than common words.", defaults],
                  ["surface"], made.lines())
    sources.write("brands.tsv", ["banks, shops, fuel, hotels, public bodies.",
                  "Source: generated by tools/lexicons/organizations.py from OpenStreetMap name-suggestion-index (BSD-3-Clause).", defaults],
                  ["surface"], brands(shared, set(made.names)).lines())
    sources.write("universities.tsv", ["universities whose names rules cannot bound.",
                  "Source: generated by tools/lexicons/organizations.py from Hipo university-domains-list (MIT).", defaults],
                  ["surface"], universities(shared).lines())


main()
