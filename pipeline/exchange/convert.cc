#include "pipeline/exchange/convert.h"

namespace factline {
namespace {

// A converted sum never says more than this: the cents of a rate of 8 digits
// would be noise.
constexpr int kAmountDigits = 8;

std::optional<RatePeriod> PeriodOf(const TimeValue& time) {
  if (!time.timex.empty()) {
    if (auto period = RatePeriod::Parse(time.timex)) return period;
  }
  if (time.year) return RatePeriod::OfYear(*time.year);
  if (time.start && time.end && *time.start <= *time.end) {
    RatePeriod first = RatePeriod::OfYear(*time.start), last = RatePeriod::OfYear(*time.end);
    return RatePeriod{first.first, last.last, first.label + "/" + last.label};
  }
  return std::nullopt;
}

std::optional<Decimal> Times(const std::optional<Decimal>& amount, const Decimal& rate) {
  if (!amount) return std::nullopt;
  auto product = amount->Times(rate);
  return product ? product->DividedBy(Decimal(1), kAmountDigits) : std::nullopt;
}

}  // namespace

std::optional<RatePeriod> PeriodOfFact(const Article& article, const Fact& fact,
                                       std::span<const Fact> facts) {
  for (const Link& link : fact.links) {
    if (link.role != LinkRole::kPeriod || !link.fact) continue;
    if (const auto* time = std::get_if<TimeValue>(&facts[*link.fact].value)) {
      if (auto period = PeriodOf(*time)) return period;
    }
  }
  return RatePeriod::Parse(article.published);
}

const std::optional<Quote>& Converter::Find(std::string_view from, const RatePeriod& period) {
  for (const Known& known : known_) {
    if (known.from == from && known.period.label == period.label) return known.quote;
  }
  Known& known = known_[next_++ % known_.size()];
  known = {std::string(from), period, rates_.Find(from, currency_, period)};
  return known.quote;
}

Conversion Converter::Convert(const MoneyValue& money, const std::optional<RatePeriod>& period) {
  Conversion conversion;
  conversion.currency = currency_;
  if (!period) {
    conversion.reason = "no_date";
  } else if (const auto& quote = Find(money.currency, *period)) {
    conversion.amount = Times(money.amount.amount, quote->rate);
    conversion.min = Times(money.amount.min, quote->rate);
    conversion.max = Times(money.amount.max, quote->rate);
    conversion.rate = quote->rate;
    conversion.rate_date = texts_.emplace_back(quote->date);
    conversion.source = texts_.emplace_back(quote->source);
  } else {
    conversion.reason = rates_.Knows(money.currency) ? "no_rate_at_date" : "no_rate";
  }
  return conversion;
}

void Converter::Convert(const Article& article, std::vector<Fact>* facts) {
  conversions_.clear();
  texts_.clear();
  for (Fact& fact : *facts) {
    auto* money = std::get_if<MoneyValue>(&fact.value);
    if (money == nullptr || money->currency == currency_) continue;
    conversions_.push_back(Convert(*money, PeriodOfFact(article, fact, *facts)));
    money->converted = &conversions_.back();
  }
}

}  // namespace factline
