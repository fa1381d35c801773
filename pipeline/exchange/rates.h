// Published exchange rates: which one holds between two currencies on a day, or
// on average over a period.
//
// Compiled in (pipeline/exchange/*.tsv, each naming its source): the ECB's daily
// euro reference rates from 1999 on, the Federal Reserve's monthly dollar rates
// from 1971 on, the fixed rates of the currencies that became the euro.  A
// user's own rates come first.
//
//   ExchangeRates rates = ExchangeRates::Shipped();
//   auto quote = rates.Find("DEM", "USD", *RatePeriod::Parse("1985-06"));
//   quote->rate   0.32641337, of 1985-06, by "Federal Reserve"
//
// Reading the tables takes some 20 ms, so they are read when conversion is asked
// for.  Immutable once made: any number of threads may read it.

#ifndef FACTLINE_PIPELINE_EXCHANGE_RATES_H_
#define FACTLINE_PIPELINE_EXCHANGE_RATES_H_

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/decimal.h"
#include "schemas/result.h"

namespace factline {

// Days from `first` to `last`, both inclusive, counted from 1970-01-01.
struct RatePeriod {
  int32_t first = 0;
  int32_t last = 0;
  std::string label;  // "2001", "1985-06", "2003-04-10"

  // Reads a year, a quarter ("2001-Q3"), a month or a day; what stands behind a
  // day (a time, a zone) is passed over.  Nothing for a day that does not exist.
  static std::optional<RatePeriod> Parse(std::string_view text);
  static RatePeriod OfYear(int32_t year);
};

// Units of the second currency for one of the first.
struct Quote {
  Decimal rate;        // rounded to 8 significant digits unless it is published so
  std::string date;    // the day or month it was published for; the period of an average
  std::string source;  // "European Central Bank"
};

class ExchangeRates {
 public:
  static ExchangeRates Shipped();

  // Adds the user's own rates from CSV text: "date,from,to,rate" a line, the date
  // a day, month or year, with or without a head line.  They hold for their own
  // date, in both directions, before all others.  An error names `name` and the line.
  Status Add(std::string_view name, std::string_view csv);

  // The rate from one ISO 4217 currency to another.  A day without a rate takes
  // the last published one at most a week before.  Nothing where none is known.
  std::optional<Quote> Find(std::string_view from, std::string_view to,
                            const RatePeriod& period) const;

  // Whether any rate of `currency` is known, on any day.
  bool Knows(std::string_view currency) const;

 private:
  struct Point {
    int32_t day;  // of a month: its first
    Decimal rate;
  };
  using Series = std::vector<Point>;
  using Code = std::array<char, 3>;
  struct Fixed {
    Decimal rate;
    int32_t from;
  };
  struct Own {
    Code from, to;
    RatePeriod period;
    Decimal rate;
    std::string source;
  };

  static std::optional<Code> CodeOf(std::string_view currency);
  void ReadTables();
  std::optional<Quote> FindOwn(const Code& from, const Code& to, const RatePeriod& period) const;
  std::optional<Quote> FindDaily(const Code& from, const Code& to, const RatePeriod& period) const;
  std::optional<Quote> FindMonthly(const Code& from, const Code& to,
                                   const RatePeriod& period) const;
  std::optional<Decimal> PerEuro(const Code& currency, int32_t day) const;
  std::optional<Decimal> PerDollar(const Code& currency, int32_t month) const;

  std::map<Code, Series> daily_;    // units for one euro
  std::map<Code, Series> monthly_;  // units for one US dollar
  std::map<Code, Fixed> fixed_;     // units for one euro
  std::vector<Own> own_;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_EXCHANGE_RATES_H_
