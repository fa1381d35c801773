#include "extractors/time/unit_count.h"

namespace factline {
namespace {

constexpr int32_t kMostUnits = 5000;  // "10,000 years ago" is no date of news
constexpr int64_t kMonthsOfYear = 12;

int32_t WholeTimes(const Numeral& numeral, int64_t factor) {
  if (!numeral.amount.amount) return 0;
  auto product = numeral.amount.amount->Times(Decimal(factor));
  int64_t whole = product ? product->ToInteger().value_or(0) : 0;
  return whole > 0 && whole <= kMostUnits ? static_cast<int32_t>(whole) : 0;
}

}  // namespace

int32_t WholeUnits(const Numeral& numeral) { return WholeTimes(numeral, 1); }

UnitCount UnitCountBefore(const TimePlace& p, uint32_t unit, Grain grain) {
  UnitCount count;
  count.begin = unit;
  const Numeral* numeral = p.reading.NumeralBefore(unit);
  if (numeral != nullptr && numeral->tokens.begin >= p.done) {
    count.begin = numeral->tokens.begin;
    count.stated = true;
    count.units = WholeUnits(*numeral);
    if (count.units == 0 && grain == Grain::kYear) {
      count.months = WholeTimes(*numeral, kMonthsOfYear);
    }
    bool open = numeral->form == NumeralForm::kVague && p.FreeBefore(count.begin, "a");
    if (open) --count.begin;
    return count;
  }
  Sense vague = p.reading.Before(unit, Role::vague);
  if (vague && unit >= p.done + vague.tokens) {
    count.begin = unit - vague.tokens;
    count.stated = true;
  } else if (p.FreeBefore(unit, "a") || p.FreeBefore(unit, "an")) {
    count.begin = unit - 1;
    count.article = true;
    count.units = 1;
  }
  return count;
}

}  // namespace factline
