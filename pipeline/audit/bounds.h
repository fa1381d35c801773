// How far a stated number may be from the true one: "4.8 billion" is anything
// that rounds to it.

#ifndef FACTLINE_PIPELINE_AUDIT_BOUNDS_H_
#define FACTLINE_PIPELINE_AUDIT_BOUNDS_H_

#include <optional>

#include "schemas/fact.h"

namespace factline {

// For comparing only, never for a value: so binary floating point is allowed.
struct Bounds {
  double low = 0;
  double high = 0;

  bool Meets(const Bounds& other) const { return low <= other.high && other.low <= high; }
  // This with each end moved apart by `share` of itself.
  Bounds Widened(double share) const { return {low - share * low, high + share * high}; }
};

// What `amount` can mean: half a unit of its last stated digit to either side, a
// twentieth more where it says "about"; open to one side for "more than".
// Nothing for an amount without any number, or a vague one.
std::optional<Bounds> BoundsOf(const Amount& amount);

// The amount of a money, percent or quantity fact, or null.
const Amount* AmountOf(const Fact& fact);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_AUDIT_BOUNDS_H_
