// The year that follows a month, a quarter or a holiday: "of last year", "2009",
// ", 2009", "of fiscal 2009", "this year", "a year ago".

#ifndef FACTLINE_EXTRACTORS_TIME_YEAR_TAIL_H_
#define FACTLINE_EXTRACTORS_TIME_YEAR_TAIL_H_

#include "extractors/time/time_phrase.h"

namespace factline {

struct YearTail {
  uint32_t end = 0;  // token behind it; 0: there is none
  int32_t year = 0;  // 0: relative, and there is no day to count from
  bool relative = false;
  bool fiscal = false;
};

YearTail ReadYearTail(const TimePlace& place, uint32_t i);

// Tokens of "the end of", "the beginning of" and the like that go with what
// begins at token `begin`; 0 where there is none.
uint32_t EdgeBefore(const TimePlace& place, uint32_t begin);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_YEAR_TAIL_H_
