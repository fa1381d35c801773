#include "schemas/decimal.h"

#include <algorithm>
#include <cmath>

namespace factline {
namespace {

using Coefficient = Decimal::Coefficient;

constexpr int kMaxDigits = 37;    // of a coefficient: 10^37 < 2^127 with room for one addition
constexpr int kMaxExponent = 60;  // "a googol dollars" is no fact

Coefficient PowerOfTen(int n) {
  Coefficient p = 1;
  while (n-- > 0) p *= 10;
  return p;
}

const Coefficient kLimit = PowerOfTen(kMaxDigits);

Coefficient Magnitude(Coefficient c) { return c < 0 ? -c : c; }

int DigitsIn(Coefficient c) {
  int n = 0;
  for (c = Magnitude(c); c != 0; c /= 10) ++n;
  return n;
}

// Brings the one with the larger exponent down to the other's, so that the two
// coefficients can be added or compared.
bool Align(Coefficient* a, int* a_exponent, Coefficient* b, int* b_exponent) {
  if (*a_exponent < *b_exponent) return Align(b, b_exponent, a, a_exponent);
  while (*a_exponent > *b_exponent) {
    if (Magnitude(*a) >= kLimit / 10) return *a == 0 ? (*a_exponent = *b_exponent, true) : false;
    *a *= 10;
    --*a_exponent;
  }
  return true;
}

}  // namespace

std::optional<Decimal> Decimal::Make(Coefficient coefficient, int exponent) {
  if (Magnitude(coefficient) >= kLimit) return std::nullopt;
  if (exponent > kMaxExponent || exponent < -kMaxExponent) return std::nullopt;
  Decimal d;
  d.coefficient_ = coefficient;
  d.exponent_ = exponent;
  return d;
}

std::optional<Decimal> Decimal::Parse(std::string_view text) {
  bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  Coefficient c = 0;
  int exponent = 0, digits = 0;
  bool point = false;
  for (char ch : text) {
    if (ch == '.' && !point) {
      point = true;
    } else if (ch >= '0' && ch <= '9') {
      if (c >= kLimit / 10) return std::nullopt;
      c = c * 10 + (ch - '0');
      exponent -= point;
      ++digits;
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0) return std::nullopt;
  return Make(negative ? -c : c, exponent);
}

std::optional<Decimal> Decimal::Times(const Decimal& other) const {
  Coefficient product;
  if (__builtin_mul_overflow(coefficient_, other.coefficient_, &product)) return std::nullopt;
  return Make(product, exponent_ + other.exponent_);
}

std::optional<Decimal> Decimal::Plus(const Decimal& other) const {
  Coefficient a = coefficient_, b = other.coefficient_;
  int ea = exponent_, eb = other.exponent_;
  if (!Align(&a, &ea, &b, &eb)) return std::nullopt;
  return Make(a + b, ea);
}

std::optional<Decimal> Decimal::Minus(const Decimal& other) const { return Plus(other.Negated()); }

Decimal Decimal::Negated() const {
  Decimal d = *this;
  d.coefficient_ = -d.coefficient_;
  return d;
}

std::optional<Decimal> Decimal::DividedBy(const Decimal& divisor, int digits) const {
  if (divisor.is_zero()) return std::nullopt;
  if (is_zero()) return Decimal();
  Coefficient d = Magnitude(divisor.coefficient_);
  int exponent = exponent_ - divisor.exponent_;
  // Long division, a digit at a time: the remainder stays below the divisor.
  Coefficient n = Magnitude(coefficient_), quotient = n / d, remainder = n % d;
  while (DigitsIn(quotient) < std::min(digits, kMaxDigits - 1) && remainder != 0) {
    Coefficient next;
    if (__builtin_mul_overflow(remainder, Coefficient{10}, &next)) return std::nullopt;
    quotient = quotient * 10 + next / d;
    remainder = next % d;
    --exponent;
  }
  if (remainder >= d - remainder) ++quotient;
  while (DigitsIn(quotient) > digits) {
    quotient = (quotient + 5) / 10;
    ++exponent;
  }
  bool negative = is_negative() != divisor.is_negative();
  return Make(negative ? -quotient : quotient, exponent);
}

int Decimal::Compare(const Decimal& a, const Decimal& b) {
  Coefficient x = a.coefficient_, y = b.coefficient_;
  int sign_x = (x > 0) - (x < 0), sign_y = (y > 0) - (y < 0);
  if (sign_x != sign_y || sign_x == 0) return (sign_x > sign_y) - (sign_x < sign_y);
  // Of one sign and too far apart to align: the number of digits decides.
  int top_x = DigitsIn(x) + a.exponent_, top_y = DigitsIn(y) + b.exponent_;
  if (top_x != top_y) return top_x > top_y ? sign_x : -sign_x;
  int ex = a.exponent_, ey = b.exponent_;
  while (x % 10 == 0) x /= 10, ++ex;
  while (y % 10 == 0) y /= 10, ++ey;
  Align(&x, &ex, &y, &ey);
  return (x > y) - (x < y);
}

void Decimal::AppendTo(std::string* out) const {
  Coefficient c = Magnitude(coefficient_);
  int exponent = exponent_;
  if (c == 0) {
    out->push_back('0');
    return;
  }
  while (exponent < 0 && c % 10 == 0) c /= 10, ++exponent;
  char digits[2 * kMaxDigits + kMaxExponent];
  int n = 0;
  for (; c != 0; c /= 10) digits[n++] = static_cast<char>('0' + static_cast<int>(c % 10));
  if (is_negative()) out->push_back('-');
  if (exponent < 0 && n <= -exponent) {
    out->append("0.");
    out->append(static_cast<size_t>(-exponent - n), '0');
  }
  for (int i = n; i-- > 0;) {
    out->push_back(digits[i]);
    if (i == -exponent && i != 0 && exponent < 0) out->push_back('.');
  }
  if (exponent > 0) out->append(static_cast<size_t>(exponent), '0');
}

std::string Decimal::ToString() const {
  std::string out;
  AppendTo(&out);
  return out;
}

double Decimal::ToDouble() const {
  return static_cast<double>(coefficient_) * std::pow(10.0, exponent_);
}

std::optional<int64_t> Decimal::ToInteger() const {
  Coefficient c = coefficient_;
  int exponent = exponent_;
  for (; exponent < 0; ++exponent, c /= 10) {
    if (c % 10 != 0) return std::nullopt;
  }
  for (; exponent > 0; --exponent) {
    if (Magnitude(c) > INT64_MAX / 10) return std::nullopt;
    c *= 10;
  }
  if (Magnitude(c) > INT64_MAX) return std::nullopt;
  return static_cast<int64_t>(c);
}

}  // namespace factline
