#!/usr/bin/env python3
"""Writes pipeline/exchange/*.tsv: the published exchange rates that `--convert` uses.

    exchange_rates.py SHARED_LEXICON_FOLDER

ecb_daily.tsv    European Central Bank, euro foreign exchange reference rates: units of the currency for one euro
fed_monthly.tsv  Federal Reserve, G.5: monthly averages, units of the currency for one US dollar
euro_fixed.tsv   EU Council regulations: irrevocable conversion rates, units of the currency for one euro
"""
import csv
import io
import pathlib
import sys
import zipfile

OUT = pathlib.Path(__file__).resolve().parents[2] / "pipeline" / "exchange"

# The Federal Reserve names countries; records name currencies.  Left out: Venezuela and Brazil, whose rows
# are in units of a later currency.
CURRENCY = {
    "Australia": "AUD", "Austria": "ATS", "Belgium": "BEF", "Canada": "CAD", "China": "CNY", "Denmark": "DKK",
    "Euro": "EUR", "Finland": "FIM", "France": "FRF", "Germany": "DEM", "Greece": "GRD", "Hong Kong": "HKD", "India": "INR",
    "Ireland": "IEP", "Italy": "ITL", "Japan": "JPY", "Malaysia": "MYR", "Mexico": "MXN", "Netherlands": "NLG",
    "New Zealand": "NZD", "Norway": "NOK", "Portugal": "PTE", "Singapore": "SGD", "South Africa": "ZAR",
    "South Korea": "KRW", "Spain": "ESP", "Sri Lanka": "LKR", "Sweden": "SEK", "Switzerland": "CHF", "Taiwan": "TWD",
    "Thailand": "THB", "United Kingdom": "GBP",
}


def head(name, what, source):
    return (f"# pipeline/exchange/{name}: {what}\n# Source: {source}\n"
            "# Written by tools/lexicons/exchange_rates.py: change the script, not this file.\n")


def ecb(folder):
    with zipfile.ZipFile(folder / "eurofxref-hist.zip") as z:
        rows = list(csv.reader(io.TextIOWrapper(z.open("eurofxref-hist.csv"), encoding="utf-8")))
    currencies, days = rows[0][1:], sorted(rows[1:])
    months = {}
    for row in days:
        for currency, rate in zip(currencies, row[1:]):
            if currency and rate not in ("", "N/A"):
                months.setdefault((currency, row[0][:7]), []).append(f"{row[0][8:]}={rate}")
    out = head("ecb_daily.tsv", "units of a currency for one euro, a line a currency and month",
               "European Central Bank, euro foreign exchange reference rates (free reuse)")
    out += "currency\tmonth\trates\n"
    out += "".join(f"{c}\t{m}\t{' '.join(r)}\n" for (c, m), r in sorted(months.items()))
    (OUT / "ecb_daily.tsv").write_text(out)


def fed(folder):
    years = {}
    with open(folder / "usd-monthly-1971.csv", newline="") as lines:
        for row in csv.DictReader(lines):
            currency, month = CURRENCY.get(row["Country"]), row["Date"][:7]
            if currency and row["Exchange rate"]:
                years.setdefault((currency, month[:4]), []).append(f"{month[5:]}={row['Exchange rate']}")
    out = head("fed_monthly.tsv", "units of a currency for one US dollar, monthly averages, a line a currency and year",
               "Board of Governors of the Federal Reserve System, G.5 (collected in datasets/exchange-rates, PDDL)")
    out += "currency\tyear\trates\n"
    out += "".join(f"{c}\t{y}\t{' '.join(sorted(r))}\n" for (c, y), r in sorted(years.items()))
    (OUT / "fed_monthly.tsv").write_text(out)


def fixed(folder):
    out = head("euro_fixed.tsv", "units of a currency for one euro, irrevocable from the day on",
               "EU Council regulations 2866/98 and those of later entrants")
    out += "currency\trate\tfrom\n"
    with open(folder / "euro-fixed-rates.csv", newline="") as lines:
        for row in sorted(csv.DictReader(lines), key=lambda r: r["currency"]):
            out += f"{row['currency']}\t{row['units_per_euro']}\t{row['euro_from']}\n"
    (OUT / "euro_fixed.tsv").write_text(out)


def main():
    if len(sys.argv) != 2 or not (pathlib.Path(sys.argv[1]) / "exchange").is_dir():
        sys.exit("exchange_rates.py: wants the folder that holds exchange/ (the shared lexicon data)")
    folder = pathlib.Path(sys.argv[1]) / "exchange"
    ecb(folder)
    fed(folder)
    fixed(folder)


if __name__ == "__main__":
    main()
