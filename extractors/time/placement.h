// Which of the many Fridays, Marches or May 3rds a text means, seen from the day
// it speaks on.
//
// News speaks of what was unless it says otherwise, and leaves the year out only
// near that day.  Plain functions; property-tested against a calendar that is
// searched day by day.

#ifndef FACTLINE_EXTRACTORS_TIME_PLACEMENT_H_
#define FACTLINE_EXTRACTORS_TIME_PLACEMENT_H_

#include "extractors/time/period.h"
#include "extractors/time/tense.h"

namespace factline {

// The last such weekday up to `now`; of the future the first from `now` on, but
// yesterday's name is yesterday's: six days on is called "next".
Date PlaceWeekday(const Date& now, Weekday weekday, Tense tense);
// -1 the last before `now`; 0 that of the same week; 1 the first after `now`, but
// not tomorrow or the day after of the same week.
Date PlaceWeekdayBy(const Date& now, Weekday weekday, int32_t direction);

// The last such month up to the month of `now`; of the future the first from it on,
// unless one is just over: ten months on is called "next"; of neither the last,
// unless the first is less than a quarter off.
Period PlaceMonth(const Date& now, int32_t month, Tense tense);
// -1 the last before the month of `now`, 0 that of the same year, 1 the first after.
Period PlaceMonthBy(const Date& now, int32_t month, int32_t direction);
// The one whose middle lies nearest to `now`.
Period NearestMonth(const Date& now, int32_t month);

// A day of a month without a year.  `weekday` (0: not stated) decides where it is
// stated; else the tense, within the year around `now`.  Nothing where no year
// near has such a day (February 30).
std::optional<Date> PlaceMonthDay(const Date& now, int32_t month, int32_t day, Weekday weekday,
                                  Tense tense);

// The quarter or half `index` (from 1): the last begun by `now`; of the future the
// first not over; of neither the nearer one.
Period PlacePart(const Date& now, Grain grain, int32_t index, Tense tense);

// The season that begins in `month`, by direction as for months.
Period PlaceSeasonBy(const Date& now, int32_t month, int32_t direction);

// The weekend of the week of `now` and its neighbours.
Period PlaceWeekend(const Date& now, Tense tense);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_PLACEMENT_H_
