// Relative times against a calendar that is searched day by day.

#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "tests/extractors/slow_calendar.h"
#include "tests/extractors/times_of.h"

namespace factline {
namespace {

constexpr const char* kMonths[] = {"January",   "February", "March",    "April",
                                   "May",       "June",     "July",     "August",
                                   "September", "October",  "November", "December"};
constexpr const char* kWeekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                     "Friday", "Saturday", "Sunday"};

// Indices into the slow calendar: random days, and all around two new years.
std::vector<size_t> Anchors() {
  const auto& all = SlowCalendar();
  std::vector<size_t> anchors;
  std::mt19937 random(7);
  for (int i = 0; i < 600; ++i) anchors.push_back(9000 + random() % (all.size() - 18000));
  for (size_t i = 9000; i < all.size() - 9000; ++i) {
    bool new_year =
        (all[i].month == 12 && all[i].day > 24) || (all[i].month == 1 && all[i].day < 8);
    bool leap_day = all[i].month == 2 && all[i].day == 29;
    if ((new_year && all[i].year % 9 == 0) || leap_day) anchors.push_back(i);
  }
  return anchors;
}

// From `from` on by `step` until `holds`.
const SlowDay& Search(size_t from, int step, const std::function<bool(const SlowDay&)>& holds) {
  const auto& all = SlowCalendar();
  size_t i = from;
  while (!holds(all[i])) i += static_cast<size_t>(step);
  return all[i];
}

std::string Months(const SlowDay& d, int months) {
  int count = d.year * 12 + d.month - 1 + months;
  return SlowDay::Format("%04d-%02d", count / 12, count % 12 + 1);
}

TEST(TimeRelative, CountsFromTheDayOfPublication) {
  const auto& all = SlowCalendar();
  for (size_t i : Anchors()) {
    const SlowDay& now = all[i];
    std::string day = now.Iso();
    auto expect = [&](const std::string& value, const std::string& text) {
      EXPECT_EQ(value, TimesOf(text, day)) << text << " said on " << day;
    };
    expect(all[i - 1].Iso(), "He left yesterday.");
    expect(now.Iso(), "He left today.");
    expect(all[i + 1].Iso(), "He leaves tomorrow.");
    expect(all[i - 1].Iso(), "He left last night.");
    expect(all[i - 7].Week(), "He left last week.");
    expect(now.Week(), "He left this week.");
    expect(all[i + 7].Week(), "He leaves next week.");
    expect(Months(now, -1), "He left last month.");
    expect(Months(now, 1), "He leaves next month.");
    expect(std::to_string(now.year - 1), "He left last year.");
    expect(std::to_string(now.year), "He left this year.");
    expect(std::to_string(now.year + 1), "He leaves next year.");
    for (int n = 2; n < 40; n += 7) {
      std::string count = std::to_string(n);
      expect(all[i - static_cast<size_t>(n)].Iso(), "He left " + count + " days ago.");
      expect(all[i - static_cast<size_t>(7 * n)].Week(), "He left " + count + " weeks ago.");
      expect(Months(now, -n), "He left " + count + " months ago.");
      expect(std::to_string(now.year - n), "He left " + count + " years ago.");
    }
  }
}

TEST(TimeRelative, TakesTheWeekdayThatTheTenseSays) {
  const auto& all = SlowCalendar();
  for (size_t i : Anchors()) {
    for (int w = 1; w <= 7; ++w) {
      auto is_day = [&](const SlowDay& d) { return d.weekday == w; };
      std::string name = kWeekdays[w - 1], published = all[i].Iso();
      EXPECT_EQ(Search(i, -1, is_day).Iso(), TimesOf("He resigned on " + name + ".", published));
      EXPECT_EQ(Search(i - 1, -1, is_day).Iso(),
                TimesOf("He resigned last " + name + ".", published));
      if (all[i - 1].weekday == w) continue;  // yesterday's name is yesterday's
      EXPECT_EQ(Search(i, 1, is_day).Iso(), TimesOf("He will resign on " + name + ".", published));
    }
  }
}

TEST(TimeRelative, TakesTheMonthThatTheTenseSays) {
  const auto& all = SlowCalendar();
  for (size_t i : Anchors()) {
    for (int m = 1; m <= 12; ++m) {
      auto is_month = [&](const SlowDay& d) { return d.month == m; };
      std::string name = kMonths[m - 1], published = all[i].Iso();
      EXPECT_EQ(Search(i, -1, is_month).Month(),
                TimesOf("He resigned in " + name + ".", published));
      if ((all[i].month - m + 11) % 12 < 2) continue;  // just over: it would be "next"
      EXPECT_EQ(Search(i, 1, is_month).Month(),
                TimesOf("He will resign in " + name + ".", published));
    }
  }
}

TEST(TimeRelative, TakesTheNearDayOfTheTense) {
  const auto& all = SlowCalendar();
  for (size_t i : Anchors()) {
    for (size_t n = 1; n < 150; n += 13) {
      const SlowDay &before = all[i - n], &after = all[i + n];
      std::string published = all[i].Iso();
      std::string past = std::string(kMonths[before.month - 1]) + " " + std::to_string(before.day);
      std::string future = std::string(kMonths[after.month - 1]) + " " + std::to_string(after.day);
      EXPECT_EQ(before.Iso(), TimesOf("He resigned on " + past + ".", published)) << published;
      EXPECT_EQ(after.Iso(), TimesOf("He will resign on " + future + ".", published)) << published;
    }
  }
}

// The same words, the same day, wherever the anchor stands.
TEST(TimeRelative, FindsItsAnchorInTheText) {
  EXPECT_EQ("2025-05-23", TimesOf("He resigned on Friday.", "2025-05-23"));
  EXPECT_EQ("2025-05-23 2025-05-23", TimesOf("May 23, 2025\nHe resigned on Friday."));
  EXPECT_EQ("2025-05-23 2025-05-23",
            TimesOf("He resigned on Friday. https://news.example/20250523/a.html"));
  EXPECT_EQ("2025-05-23 2025-05-23", TimesOf("LIMA, 23 May 2025 - He resigned on Friday."));
  EXPECT_EQ("null", TimesOf("He resigned on Friday."));
}

// A date within the story tells the year, not yet the day.
TEST(TimeRelative, TrustsADateOfTheBodyForMonthsOnly) {
  EXPECT_EQ(
      "2025-05-03 2025-04 null",
      TimesOf("They marked the feast of May 3, 2025. He resigned in April. He left on Friday."));
}

// A second reading of the same article, and articles between, change nothing.
TEST(TimeRelative, KeepsNothingBetweenArticles) {
  std::string first = TimesOf("He left on Monday, a year earlier than planned.", "2025-05-23");
  TimesOf("In 1998 it rained for two days. The next day it snowed.", "1999-01-01");
  EXPECT_EQ(first, TimesOf("He left on Monday, a year earlier than planned.", "2025-05-23"));
}

}  // namespace
}  // namespace factline
