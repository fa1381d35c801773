// The Gregorian calendar as arithmetic: days, weeks, months, Easter.
//
// Proleptic, years 1 to 9999.  Plain functions over a plain value; nothing here
// knows of texts.  Checked day by day against a slow calendar in
// tests/extractors/time_calendar_test.cc.

#ifndef FACTLINE_EXTRACTORS_TIME_CALENDAR_H_
#define FACTLINE_EXTRACTORS_TIME_CALENDAR_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace factline {

struct Date {
  int32_t year = 0;
  int32_t month = 1;  // 1 to 12
  int32_t day = 1;    // 1 to 31
  friend auto operator<=>(const Date&, const Date&) = default;
};

// ISO 8601: Monday is 1, Sunday 7.
using Weekday = int32_t;

struct IsoWeek {
  int32_t year = 0;  // the week's own year: 2018-12-31 is in 2019-W01
  int32_t week = 0;
};

bool IsLeapYear(int32_t year);
// 0 where `month` is no month.
int32_t DaysInMonth(int32_t year, int32_t month);
bool IsDate(const Date& date);

// Days since 1970-01-01, negative before.
int64_t DayNumber(const Date& date);
Date DateOfDayNumber(int64_t number);

Date PlusDays(const Date& date, int64_t days);
// The same day of the month `months` on, or that month's last day.
Date PlusMonths(const Date& date, int32_t months);

Weekday WeekdayOf(const Date& date);
IsoWeek IsoWeekOf(const Date& date);
Date MondayOf(const Date& date);

// The `nth` given weekday of a month: 1 the first, -1 the last.
Date NthWeekday(int32_t year, int32_t month, Weekday weekday, int32_t nth);
// Easter Sunday of the western churches.
Date EasterOf(int32_t year);

// Reads "2025-05-03", also when a time of day follows.  Nothing for any other
// text or an impossible date.
std::optional<Date> ReadIsoDate(std::string_view text);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_CALENDAR_H_
