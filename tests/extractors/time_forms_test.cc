// Dates printed in every form of news and read back, for thousands of days: leap
// days, the ends of years and of weeks among them.

#include <gtest/gtest.h>

#include <random>

#include "tests/extractors/slow_calendar.h"
#include "tests/extractors/times_of.h"

namespace factline {
namespace {

constexpr const char* kMonths[] = {"January",   "February", "March",    "April",
                                   "May",       "June",     "July",     "August",
                                   "September", "October",  "November", "December"};
constexpr const char* kShortMonths[] = {"Jan.", "Feb.", "March", "April", "May",  "June",
                                        "July", "Aug.", "Sept.", "Oct.",  "Nov.", "Dec."};
constexpr const char* kWeekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                     "Friday", "Saturday", "Sunday"};

const char* Suffix(int day) {
  if (day % 100 >= 11 && day % 100 <= 13) return "th";
  switch (day % 10) {
    case 1:
      return "st";
    case 2:
      return "nd";
    case 3:
      return "rd";
    default:
      return "th";
  }
}

// Every form that names day, month and year.
std::vector<std::string> FullForms(const SlowDay& d) {
  std::string month = kMonths[d.month - 1], brief = kShortMonths[d.month - 1];
  std::string weekday = kWeekdays[d.weekday - 1], day = std::to_string(d.day);
  std::string year = std::to_string(d.year), suffix = Suffix(d.day), upper;
  for (char c : month) upper += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  std::vector<std::string> forms = {
      month + " " + day + ", " + year,
      month + " " + day + " " + year,
      month + " " + day + suffix + ", " + year,
      month + "\xC2\xA0" + day + ", " + year,
      month + " " + day + ",\n" + year,
      upper + " " + day + ", " + year,
      brief + " " + day + ", " + year,
      day + " " + month + " " + year,
      day + " " + brief + " " + year,
      day + suffix + " " + month + " " + year,
      "the " + day + suffix + " of " + month + ", " + year,
      weekday + ", " + month + " " + day + ", " + year,
      weekday + ", " + day + " " + month + " " + year,
      weekday + " " + day + suffix + " " + month + " " + year,
      weekday + " the " + day + suffix + " of " + month + " " + year,
      d.Iso(),
      SlowDay::Format("%04d/%02d/%02d", d.year, d.month, d.day),
      SlowDay::Format("%04d.%02d.%02d", d.year, d.month, d.day),
      SlowDay::Format("%02d-%.3s-%04d", d.day, month.c_str(), d.year),
  };
  if (d.day > 12) {  // no other reading
    forms.push_back(SlowDay::Format("%02d/%02d/%04d", d.month, d.day, d.year));
    forms.push_back(SlowDay::Format("%d/%d/%04d", d.day, d.month, d.year));
    forms.push_back(SlowDay::Format("%d.%d.%04d", d.day, d.month, d.year));
    forms.push_back(SlowDay::Format("%02d-%02d-%04d", d.day, d.month, d.year));
  }
  return forms;
}

// Random days, and every one at which calendars go wrong.
std::vector<SlowDay> Days(size_t random_days) {
  const auto& all = SlowCalendar();
  std::vector<SlowDay> days;
  std::mt19937 random(20250523);
  for (size_t i = 0; i < random_days; ++i) days.push_back(all[random() % (all.size() - 800) + 400]);
  for (const SlowDay& d : all) {
    bool edge = (d.month == 2 && d.day == 29) || (d.month == 12 && d.day == 31) ||
                (d.month == 1 && d.day == 1);
    if (edge && d.year > 1901 && d.year < 2098) days.push_back(d);
  }
  return days;
}

TEST(TimeForms, ReadsEveryFullFormWhateverTheAnchor) {
  const char* anchors[] = {"", "1999-12-31", "2000-02-29", "2025-05-23"};
  size_t n = 0;
  for (const SlowDay& d : Days(2000)) {
    for (const std::string& form : FullForms(d)) {
      std::string text = "The treaty was signed on " + form + " in the old town.";
      ASSERT_EQ(d.Iso(), TimesOf(text, anchors[n++ % 4])) << text;
    }
  }
}

TEST(TimeForms, ReadsTheDateOfAnAddress) {
  for (const SlowDay& d : Days(300)) {
    if (d.year < 1990) continue;
    std::string run = SlowDay::Format("%04d%02d%02d", d.year, d.month, d.day);
    std::string path = SlowDay::Format("%04d/%02d/%02d", d.year, d.month, d.day);
    ASSERT_EQ(d.Iso(), TimesOf("See https://news.example/" + run + "/story-12.html"));
    ASSERT_EQ(d.Iso(), TimesOf("See https://news.example/" + path + "/story-12.html"));
  }
}

TEST(TimeForms, ReadsMonthsOfAYear) {
  for (const SlowDay& d : Days(300)) {
    std::string year = std::to_string(d.year), month = kMonths[d.month - 1];
    for (const std::string& form : {month + " " + year, month + ", " + year, month + " of " + year,
                                    std::string(kShortMonths[d.month - 1]) + " " + year}) {
      ASSERT_EQ(d.Month(), TimesOf("It was built in " + form + ".", "2010-10-10")) << form;
    }
  }
}

TEST(TimeForms, ReadsYearsAndTheirRanges) {
  for (int year = 1900; year < 2049; ++year) {
    std::string y = std::to_string(year), next = std::to_string(year + 3);
    ASSERT_EQ(y, TimesOf("It was built in " + y + "."));
    ASSERT_EQ(y + "-" + next, TimesOf("In the " + y + "-" + next + " period it grew."));
    ASSERT_EQ(y + "-" + next, TimesOf("In the " + y + "-" + next.substr(2) + " period it grew."));
    ASSERT_EQ(y, TimesOf("The loss of fiscal " + y + " was larger."));
    if (year % 10 != 0) continue;
    std::string decade = y + "-" + std::to_string(year + 9);
    if (year != 1900) {
      ASSERT_EQ(decade, TimesOf("Wages fell in the " + y + "s."));
    }
  }
}

TEST(TimeForms, KeepsImpossibleDatesWithoutAValue) {
  for (const char* none : {"February 30, 2012", "Feb 29, 2015", "31 April 2010", "30.2.2010",
                           "the 31st of June", "2015-02-29"}) {
    EXPECT_EQ("null", TimesOf(std::string("It was signed on ") + none + " in the town.")) << none;
  }
}

// What stands around a date changes neither its value nor that of its neighbour.
TEST(TimeForms, ReadsTheSameBetweenQuotesBracketsAndDashes) {
  for (const char* around : {"%s", "(%s)", "\"%s\"", "\xE2\x80\x9C%s\xE2\x80\x9D", "- %s -",
                             "\xE2\x80\x94%s\xE2\x80\x94", "\n%s\n", "%s;", "%s's"}) {
    for (const char* date : {"May 3, 2025", "3 May 2025", "2025-05-03"}) {
      char text[200];
      std::snprintf(text, sizeof text, around, date);
      EXPECT_EQ("2001 2025-05-03 2002",
                TimesOf("From 2001 it held " + std::string(text) + " until 2002."))
          << text;
    }
  }
}

}  // namespace
}  // namespace factline
