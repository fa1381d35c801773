// How many units a time is told in: the "three" of "three years ago".

#ifndef FACTLINE_EXTRACTORS_TIME_UNIT_COUNT_H_
#define FACTLINE_EXTRACTORS_TIME_UNIT_COUNT_H_

#include "extractors/time/time_phrase.h"

namespace factline {

struct UnitCount {
  uint32_t begin = 0;    // its first token; the unit's where there is none
  int32_t units = 0;     // 0: vague, or not a whole number
  int32_t months = 0;    // of two and a half years
  bool stated = false;   // by a number or "several"
  bool article = false;  // by "a": one
};

// The count that ends before the unit of `grain` at token `unit`.
UnitCount UnitCountBefore(const TimePlace& place, uint32_t unit, Grain grain);

// `numeral` as a number of units; 0 where it is not whole, or more than any news
// reaches back.
int32_t WholeUnits(const Numeral& numeral);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_UNIT_COUNT_H_
