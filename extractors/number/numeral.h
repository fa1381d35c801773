// A Numeral is a number as it stands in a text, in digits or in words.

#ifndef FACTLINE_EXTRACTORS_NUMBER_NUMERAL_H_
#define FACTLINE_EXTRACTORS_NUMBER_NUMERAL_H_

#include <cstdint>

#include "schemas/decimal.h"
#include "schemas/fact.h"

namespace factline {

enum class NumeralForm : uint8_t {
  kDigits,    // "1,234.5", "4.82 billion", "15k"
  kWords,     // "thirty-one", "two hundred and five", "a dozen"
  kFraction,  // "a half", "two-thirds", "½", "3/4"
  kVague,     // "tens of billions", "several hundred", "a few dozen"
};

struct Numeral {
  Span tokens;
  NumeralForm form = NumeralForm::kDigits;
  // Exact: amount and precision.  Vague: min and max.
  Amount amount;
  // What the words after the digits multiply by: 10^9 of "4.82 billion"; 1 where
  // there is none.  A range shares it: "5-10 million".
  Decimal scale = Decimal(1);
  uint32_t scale_tokens = 0;   // how many tokens at the end are the scale
  bool plain_integer = false;  // digits alone without separators: may be a year, a label
  bool grouped = false;        // has thousands separators: never a year
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NUMBER_NUMERAL_H_
