// A Decimal is an exact decimal number: coefficient x 10^exponent.
//
// Every amount, rate and bound of a record is one; binary floating point never
// holds a value.  The coefficient has up to 37 digits, as in Arrow's
// decimal128(38); an operation that would need more yields nothing rather than
// something rounded.
//
//   Decimal::Parse("4.82")->Times(Decimal(1'000'000'000))->ToString()
//     == "4820000000"
//
// Plain value type: copy it, share it between threads.

#ifndef FACTLINE_SCHEMAS_DECIMAL_H_
#define FACTLINE_SCHEMAS_DECIMAL_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace factline {

class Decimal {
 public:
  using Coefficient = __int128;

  constexpr Decimal() = default;
  constexpr explicit Decimal(int64_t integer) : coefficient_(integer) {}

  // coefficient x 10^exponent.
  static constexpr Decimal Of(int64_t coefficient, int exponent) {
    Decimal d(coefficient);
    d.exponent_ = exponent;
    return d;
  }

  // Reads "-12", "4.82", ".5": ASCII digits, at most one point, no grouping.
  // Nothing for any other text or for more than 37 digits.
  static std::optional<Decimal> Parse(std::string_view text);

  std::optional<Decimal> Times(const Decimal& other) const;
  std::optional<Decimal> Plus(const Decimal& other) const;
  std::optional<Decimal> Minus(const Decimal& other) const;

  // This divided by `divisor`, rounded half away from zero to at most `digits`
  // significant digits.  Nothing when `divisor` is zero.
  std::optional<Decimal> DividedBy(const Decimal& divisor, int digits) const;

  // 10^exponent: the place value of the last digit kept.  "4.82" x 10^9 has
  // precision 10^7; "4.80" keeps its stated zero.
  Decimal Precision() const { return Of(1, exponent_); }

  constexpr bool is_zero() const { return coefficient_ == 0; }
  constexpr bool is_negative() const { return coefficient_ < 0; }
  Decimal Negated() const;

  // The number in plain notation without superfluous zeros: "4820000000",
  // "0.19", "-3".  Never an exponent.
  std::string ToString() const;
  // The same, appended; at most 120 characters.
  void AppendTo(std::string* out) const;

  // Numeric order: 4.80 equals 4.8.
  static int Compare(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return Compare(a, b) == 0; }
  friend bool operator<(const Decimal& a, const Decimal& b) { return Compare(a, b) < 0; }
  friend bool operator<=(const Decimal& a, const Decimal& b) { return Compare(a, b) <= 0; }
  friend bool operator>(const Decimal& a, const Decimal& b) { return Compare(a, b) > 0; }

  // The nearest binary number: for scores and ratios only, never for a value.
  double ToDouble() const;

  // The integer it is, where it is one that fits.
  std::optional<int64_t> ToInteger() const;

 private:
  static std::optional<Decimal> Make(Coefficient coefficient, int exponent);

  Coefficient coefficient_ = 0;
  int32_t exponent_ = 0;
};

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_DECIMAL_H_
