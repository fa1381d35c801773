// Dates that name their month: "May 3, 2025", "3 May", "the 3rd of May, 2025",
// "Friday, May 3", "March 1-2", "May 2003".

#ifndef FACTLINE_EXTRACTORS_TIME_MONTH_DATE_H_
#define FACTLINE_EXTRACTORS_TIME_MONTH_DATE_H_

#include "extractors/reading.h"
#include "extractors/time/time_words.h"

namespace factline {

// What the words say; nothing is counted or checked against the calendar yet.
struct MonthDate {
  Span tokens;
  int32_t month = 0;     // 0: there is no date
  int32_t day = 0;       // 0: a month
  int32_t last_day = 0;  // of "March 1-2"
  int32_t year = 0;      // 0: not stated
  Weekday weekday = 0;   // 0: not stated
  bool day_first = false;
  bool is_name = false;  // the word is a name or a common word too and nothing stands with it
  uint32_t row = UINT32_MAX;
};

// The date around the month's word at token `month`, within tokens
// [`low`, `high`).
MonthDate ReadMonthDate(const Reading& reading, const TimeWords& words, uint32_t month,
                        uint32_t low, uint32_t high);

// The year in figures at token `i` as a date has it: four digits, and no count
// ("2000 people").  0 where there is none.
int32_t YearInDate(const Reading& reading, const TimeWords& words, uint32_t i, uint32_t high);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_MONTH_DATE_H_
