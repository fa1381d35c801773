// Days and months by name or in figures: "May 3, 2025", "05/03/2025", "Friday
// night", "yesterday", "last June", "Christmas Day".
//
// Each reader looks at one token and gives the phrase around it, or nothing.

#ifndef FACTLINE_EXTRACTORS_TIME_DAY_PHRASE_H_
#define FACTLINE_EXTRACTORS_TIME_DAY_PHRASE_H_

#include "extractors/time/numeric_date.h"
#include "extractors/time/time_phrase.h"

namespace factline {

std::optional<TimePhrase> ReadMonthPhrase(const TimePlace& place, uint32_t month);
std::optional<TimePhrase> ReadNumericPhrase(const TimePlace& place, uint32_t number,
                                            DateOrder* order);
std::optional<TimePhrase> ReadAddressPhrase(const TimePlace& place, uint32_t address);
std::optional<TimePhrase> ReadWeekdayPhrase(const TimePlace& place, uint32_t weekday);
std::optional<TimePhrase> ReadDeicticDayPhrase(const TimePlace& place, uint32_t word);
std::optional<TimePhrase> ReadHolidayPhrase(const TimePlace& place, uint32_t word);
std::optional<TimePhrase> ReadSeasonPhrase(const TimePlace& place, uint32_t word);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_DAY_PHRASE_H_
