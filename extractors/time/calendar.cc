#include "extractors/time/calendar.h"

#include <algorithm>

namespace factline {
namespace {

constexpr int32_t kDaysOf400Years = 146097;
constexpr int64_t kEpochFromMarch0 = 719468;  // 1970-01-01 counted from 0000-03-01

std::optional<int32_t> Digits(std::string_view text) {
  int32_t value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

bool IsLeapYear(int32_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int32_t DaysInMonth(int32_t year, int32_t month) {
  static constexpr int8_t kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return kDays[month - 1] + (month == 2 && IsLeapYear(year));
}

bool IsDate(const Date& d) {
  return d.year >= 1 && d.year <= 9999 && d.day >= 1 && d.day <= DaysInMonth(d.year, d.month);
}

// Years begin in March here, so that the leap day is a year's last.
int64_t DayNumber(const Date& date) {
  int64_t year = date.month > 2 ? date.year : date.year - 1;
  int64_t era = (year >= 0 ? year : year - 399) / 400;
  int64_t year_of_era = year - era * 400;
  int64_t day_of_year = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1;
  int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * kDaysOf400Years + day_of_era - kEpochFromMarch0;
}

Date DateOfDayNumber(int64_t number) {
  number += kEpochFromMarch0;
  int64_t era = (number >= 0 ? number : number - (kDaysOf400Years - 1)) / kDaysOf400Years;
  int64_t day_of_era = number - era * kDaysOf400Years;
  int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t march_month = (5 * day_of_year + 2) / 153;
  Date date;
  date.day = static_cast<int32_t>(day_of_year - (153 * march_month + 2) / 5 + 1);
  date.month = static_cast<int32_t>(march_month < 10 ? march_month + 3 : march_month - 9);
  date.year = static_cast<int32_t>(year_of_era + era * 400 + (date.month <= 2));
  return date;
}

Date PlusDays(const Date& date, int64_t days) { return DateOfDayNumber(DayNumber(date) + days); }

Date PlusMonths(const Date& date, int32_t months) {
  int32_t count = date.year * 12 + date.month - 1 + months;
  Date moved{count / 12, count % 12 + 1, date.day};
  moved.day = std::min(moved.day, DaysInMonth(moved.year, moved.month));
  return moved;
}

Weekday WeekdayOf(const Date& date) {
  int64_t from_monday = (DayNumber(date) + 3) % 7;
  return static_cast<Weekday>((from_monday + 7) % 7 + 1);
}

Date MondayOf(const Date& date) { return PlusDays(date, 1 - WeekdayOf(date)); }

// A week belongs to the year of its Thursday.
IsoWeek IsoWeekOf(const Date& date) {
  Date thursday = PlusDays(MondayOf(date), 3);
  int64_t days = DayNumber(thursday) - DayNumber({thursday.year, 1, 1});
  return {thursday.year, static_cast<int32_t>(days / 7 + 1)};
}

Date NthWeekday(int32_t year, int32_t month, Weekday weekday, int32_t nth) {
  if (nth > 0) {
    Date first{year, month, 1};
    return PlusDays(first, (weekday - WeekdayOf(first) + 7) % 7 + 7 * (nth - 1));
  }
  Date last{year, month, DaysInMonth(year, month)};
  return PlusDays(last, -((WeekdayOf(last) - weekday + 7) % 7));
}

// The anonymous Gregorian computus; letters as in its usual statement.
Date EasterOf(int32_t year) {
  int32_t a = year % 19, b = year / 100, c = year % 100;
  int32_t g = (8 * b + 13) / 25;
  int32_t h = (19 * a + b - b / 4 - g + 15) % 30;
  int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int32_t m = (a + 11 * h + 19 * l) / 433;
  int32_t month = (h + l - 7 * m + 90) / 25;
  int32_t day = (h + l - 7 * m + 33 * month + 19) % 32;
  return {year, month, day};
}

std::optional<Date> ReadIsoDate(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && text[10] >= '0' && text[10] <= '9') return std::nullopt;
  auto year = Digits(text.substr(0, 4));
  auto month = Digits(text.substr(5, 2));
  auto day = Digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  Date date{*year, *month, *day};
  if (!IsDate(date)) return std::nullopt;
  return date;
}

}  // namespace factline
