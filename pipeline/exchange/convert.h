// Turns sums of money into one currency, where the date of a sum is known.
//
// The date is the fact's period link, else the day the article was published.
// A year or month takes the average of that year or month.

#ifndef FACTLINE_PIPELINE_EXCHANGE_CONVERT_H_
#define FACTLINE_PIPELINE_EXCHANGE_CONVERT_H_

#include <array>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/exchange/rates.h"
#include "schemas/article.h"
#include "schemas/fact.h"

namespace factline {

// The day, month or year that `fact`, one of `facts`, is for: its period link,
// else the day `article` was published.
std::optional<RatePeriod> PeriodOfFact(const Article& article, const Fact& fact,
                                       std::span<const Fact> facts);

// One thread's converter.  Remembers the last rates it used, a fixed number.
class Converter {
 public:
  // `rates` must outlive the converter; `currency` is the ISO 4217 code wanted.
  Converter(const ExchangeRates& rates, std::string currency)
      : rates_(rates), currency_(std::move(currency)) {}

  // Sets MoneyValue::converted of every sum among `facts`, which are all the facts of
  // `article` with their links.  Views in it are valid until the next call.
  void Convert(const Article& article, std::vector<Fact>* facts);

 private:
  struct Known {
    std::string from;
    RatePeriod period;
    std::optional<Quote> quote;
  };

  const std::optional<Quote>& Find(std::string_view from, const RatePeriod& period);
  Conversion Convert(const MoneyValue& money, const std::optional<RatePeriod>& period);

  const ExchangeRates& rates_;
  std::string currency_;
  std::array<Known, 64> known_;
  size_t next_ = 0;
  std::deque<Conversion> conversions_;
  std::deque<std::string> texts_;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_EXCHANGE_CONVERT_H_
