// The calendar's arithmetic against one that is counted out.

#include <gtest/gtest.h>

#include "extractors/time/calendar.h"
#include "tests/extractors/slow_calendar.h"

namespace factline {
namespace {

constexpr int64_t kFirstDay = -25567;  // 1900-01-01, from 1970-01-01

TEST(TimeCalendar, CountsEveryDayAsTheSlowOneDoes) {
  const auto& days = SlowCalendar();
  for (size_t i = 0; i + 7 < days.size(); ++i) {
    const SlowDay& slow = days[i];
    Date date{slow.year, slow.month, slow.day};
    ASSERT_EQ(kFirstDay + static_cast<int64_t>(i), DayNumber(date)) << slow.Iso();
    ASSERT_EQ(date, DateOfDayNumber(kFirstDay + static_cast<int64_t>(i))) << slow.Iso();
    ASSERT_EQ(slow.weekday, WeekdayOf(date)) << slow.Iso();
    ASSERT_EQ(slow.week, IsoWeekOf(date).week) << slow.Iso();
    ASSERT_EQ(slow.week_year, IsoWeekOf(date).year) << slow.Iso();
    ASSERT_TRUE(IsDate(date));
  }
}

TEST(TimeCalendar, KnowsWhichDaysAreNone) {
  EXPECT_FALSE(IsDate({2015, 2, 29}));
  EXPECT_FALSE(IsDate({1900, 2, 29}));
  EXPECT_TRUE(IsDate({2000, 2, 29}));
  EXPECT_FALSE(IsDate({2015, 13, 1}));
  EXPECT_FALSE(IsDate({2015, 0, 1}));
  EXPECT_FALSE(IsDate({2015, 4, 31}));
}

TEST(TimeCalendar, KeepsToTheMonthsEnd) {
  EXPECT_EQ((Date{2015, 2, 28}), PlusMonths({2015, 1, 31}, 1));
  EXPECT_EQ((Date{2016, 2, 29}), PlusMonths({2016, 1, 31}, 1));
  EXPECT_EQ((Date{2014, 12, 31}), PlusMonths({2015, 1, 31}, -1));
  EXPECT_EQ((Date{2013, 1, 15}), PlusMonths({2015, 1, 15}, -24));
}

TEST(TimeCalendar, FindsEaster) {
  EXPECT_EQ((Date{1961, 4, 2}), EasterOf(1961));
  EXPECT_EQ((Date{2000, 4, 23}), EasterOf(2000));
  EXPECT_EQ((Date{2008, 3, 23}), EasterOf(2008));
  EXPECT_EQ((Date{2011, 4, 24}), EasterOf(2011));
  EXPECT_EQ((Date{2024, 3, 31}), EasterOf(2024));
  EXPECT_EQ((Date{2025, 4, 20}), EasterOf(2025));
  EXPECT_EQ((Date{2038, 4, 25}), EasterOf(2038));
}

TEST(TimeCalendar, FindsTheNthWeekday) {
  EXPECT_EQ((Date{2024, 11, 28}), NthWeekday(2024, 11, 4, 4));
  EXPECT_EQ((Date{2024, 5, 27}), NthWeekday(2024, 5, 1, -1));
  EXPECT_EQ((Date{2024, 9, 2}), NthWeekday(2024, 9, 1, 1));
}

TEST(TimeCalendar, ReadsIsoDatesAndNothingElse) {
  EXPECT_EQ((Date{2025, 5, 3}), ReadIsoDate("2025-05-03"));
  EXPECT_EQ((Date{2025, 5, 3}), ReadIsoDate("2025-05-03T12:30:00Z"));
  for (const char* other : {"", "2025", "2025-05", "03-05-2025", "2025-02-30", "2025-05-031"}) {
    EXPECT_FALSE(ReadIsoDate(other)) << other;
  }
}

}  // namespace
}  // namespace factline
