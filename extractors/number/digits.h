// Digits with separators, read as one number.

#ifndef FACTLINE_EXTRACTORS_NUMBER_DIGITS_H_
#define FACTLINE_EXTRACTORS_NUMBER_DIGITS_H_

#include <optional>
#include <string_view>

#include "schemas/decimal.h"

namespace factline {

// The value of digits with separators: "1,234.5", "1.234.567", "12,00,000",
// "0,5" (a decimal comma where it cannot group).  Nothing for "1.2.3" or
// "10.30.2020".
struct DigitsValue {
  Decimal value;
  bool grouped = false;
};
std::optional<DigitsValue> ReadDigits(std::string_view text);

bool AllDigits(std::string_view text);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NUMBER_DIGITS_H_
