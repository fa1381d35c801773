// A Period is a stretch of the calendar that news speaks of as one: a day, a
// week, a quarter, the 1990s.
//
// It is kept by its first day and its grain; a range also by the first day of
// its last part.  AppendTimex writes the TIMEX3 value.

#ifndef FACTLINE_EXTRACTORS_TIME_PERIOD_H_
#define FACTLINE_EXTRACTORS_TIME_PERIOD_H_

#include <cstdint>
#include <optional>
#include <string>

#include "extractors/time/calendar.h"

namespace factline {

// From fine to coarse: everything from kYear on is a fact of type year.
enum class Grain : uint8_t {
  kDay,
  kWeekend,
  kWeek,
  kMonth,
  kQuarter,
  kSeason,
  kHalf,
  kYear,
  kDecade,
  kCentury,
};

inline constexpr int kGrains = 10;

struct Period {
  Grain grain = Grain::kDay;
  Date begin;
  std::optional<Date> last;  // of a range: where its last part begins

  bool is_year_or_coarser() const { return grain >= Grain::kYear; }
  int32_t first_year() const { return begin.year; }
  // The year in which it ends; of a week, a season or a day the year of its begin.
  int32_t last_year() const;
};

// The period of `grain` that holds `day`.  Seasons are of three months, winter
// from December; a century from its year 1.
Period PeriodOf(Grain grain, const Date& day);

// The period `count` of its own grain on; of a range, the range moved.
Period Shifted(const Period& period, int32_t count);

// The period moved by `count` steps of `step`, keeping its grain: a quarter moved
// by a year is the same quarter of another year.
Period ShiftedBy(const Period& period, Grain step, int32_t count);

// A range of years, inclusive.
Period YearsOf(int32_t first, int32_t last);

// "2025-05-03", "2025-W21", "2025-W21-WE", "2025-05", "2025-Q2", "2025-H1",
// "2025-SU", "2025", "199", "18"; of a range both ends with "/" between.  `known_year`
// false writes XXXX for the year of a day or a month.
void AppendTimex(const Period& period, bool known_year, std::string* out);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_PERIOD_H_
