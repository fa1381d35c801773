// A calendar that is counted out day by day: slow, obvious, the judge of the fast
// one.  From Monday, 1 January 1900 to the end of 2099.

#ifndef FACTLINE_TESTS_EXTRACTORS_SLOW_CALENDAR_H_
#define FACTLINE_TESTS_EXTRACTORS_SLOW_CALENDAR_H_

#include <cstdio>
#include <string>
#include <vector>

namespace factline {

struct SlowDay {
  int year, month, day;
  int weekday;    // Monday 1
  int week_year;  // ISO 8601
  int week;

  std::string Iso() const { return Format("%04d-%02d-%02d", year, month, day); }
  std::string Week() const { return Format("%04d-W%02d", week_year, week); }
  std::string Month() const { return Format("%04d-%02d", year, month); }

  template <typename... Args>
  static std::string Format(const char* format, Args... args) {
    char text[40];
    std::snprintf(text, sizeof text, format, args...);
    return text;
  }
};

// All days in order; index 0 is 1900-01-01.
inline const std::vector<SlowDay>& SlowCalendar() {
  static const std::vector<SlowDay> days = [] {
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    std::vector<SlowDay> all;
    int weekday = 1;
    for (int year = 1900; year < 2100; ++year) {
      bool leap = year % 4 == 0 && year != 1900;  // 2000 is one, 2100 is not reached
      for (int month = 1; month <= 12; ++month) {
        for (int day = 1; day <= kDays[month - 1] + (leap && month == 2); ++day) {
          all.push_back({year, month, day, weekday, 0, 0});
          weekday = weekday % 7 + 1;
        }
      }
    }
    // The first week of a year is the one with its first Thursday.
    int week = 0;
    for (size_t monday = 0; monday + 7 <= all.size(); monday += 7) {
      int year = all[monday + 3].year;
      bool first = monday == 0 || all[monday - 4].year != year;
      week = first ? 1 : week + 1;
      for (size_t k = 0; k < 7; ++k) all[monday + k].week_year = year, all[monday + k].week = week;
    }
    return all;
  }();
  return days;
}

}  // namespace factline
#endif  // FACTLINE_TESTS_EXTRACTORS_SLOW_CALENDAR_H_
