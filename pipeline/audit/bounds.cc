#include "pipeline/audit/bounds.h"

#include <cmath>
#include <limits>

namespace factline {
namespace {

constexpr double kOpen = std::numeric_limits<double>::infinity();
constexpr double kAbout = 0.05;  // "about 100" may be 95 or 105

}  // namespace

std::optional<Bounds> BoundsOf(const Amount& amount) {
  if (amount.modifier == Modifier::kVague) return std::nullopt;
  if (!amount.amount) {
    if (!amount.min || !amount.max) return std::nullopt;
    return Bounds{amount.min->ToDouble(), amount.max->ToDouble()};
  }
  double value = amount.amount->ToDouble();
  double half = amount.precision ? amount.precision->ToDouble() / 2 : 0;
  // A count of people is what it says; 4.8 billion is rounded.
  if (half == 0.5 && value == std::floor(value)) half = 0;
  switch (amount.modifier) {
    case Modifier::kAbout:
      return Bounds{value - half, value + half}.Widened(kAbout);
    case Modifier::kOver:
    case Modifier::kAtLeast:
      return Bounds{value - half, kOpen};
    case Modifier::kUnder:
    case Modifier::kAtMost:
      return Bounds{0, value + half};
    default:
      return Bounds{value - half, value + half};
  }
}

const Amount* AmountOf(const Fact& fact) {
  if (const auto* money = std::get_if<MoneyValue>(&fact.value)) return &money->amount;
  if (const auto* percent = std::get_if<PercentValue>(&fact.value)) return &percent->amount;
  if (const auto* quantity = std::get_if<QuantityValue>(&fact.value)) return &quantity->amount;
  return nullptr;
}

}  // namespace factline
