// Inputs that a careless reader would take quadratic time for, or for ever.

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>

#include "tests/extractors/times_of.h"

namespace factline {
namespace {

std::string Repeated(std::string_view piece, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

// Processor time of the reading and the kind together; the least of three runs.
double Seconds(const std::string& text) {
  static Reading reading(Lexicon::Shipped());
  double least = 1e9;
  for (int run = 0; run < 3; ++run) {
    std::clock_t begin = std::clock();
    MentionsOfTime(text, {}, &reading);
    least = std::min(least, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return least;
}

constexpr const char* kShapes[] = {
    "May May May ",
    "1999-",
    "1/",
    "1/2/2003 ",
    "2001, ",
    "on Friday ",
    "the the ",
    "March 1, ",
    "3 and ",
    "last last ",
    "of the end ",
    "Friday, ",
    "Friday to ",
    "year ",
    "a year earlier ",
    "two years ",
    "the third ",
    "FY (",
    "'9",
    "mid-",
    "May-",
    "07-",
    "(",
    "\"",
    "will ",
    "to be ",
    "5 May, 6 May and 7 May ",
    "the previous year the ",
    "2001 to ",
    "Q1",
    "a.b.c.",
    "st ",
    "https://a/2001/",
    "11.11.",
};

TEST(TimeHostile, TakesTimeInProportionToTheText) {
  constexpr size_t kSmall = 1 << 15, kTimes = 8;
  for (const char* shape : kShapes) {
    // A busy machine blurs one measurement; quadratic time would show in all.
    double worst = 0;
    for (int attempt = 0; attempt < 4; ++attempt) {
      double small = std::max(Seconds(Repeated(shape, kSmall)), 0.0005);
      worst = Seconds(Repeated(shape, kSmall * kTimes)) / small;
      if (worst < kTimes * 3) break;
    }
    EXPECT_LT(worst, kTimes * 3) << shape;
  }
}

// facebook/duckling#338: never returned there.
TEST(TimeHostile, ReadsTheSentenceThatHungAnother) {
  EXPECT_EQ(
      "2016-04-15 2016-04-19",
      TimesOf("from 10.00am on Friday 15th April 2016 until 10.00am on Tuesday 19th April 2016"));
}

// stanfordnlp/CoreNLP#783: next January there; facebook/duckling#29: always the
// future; CoreNLP#835: two facts there.
TEST(TimeHostile, ReadsWhatOthersAreKnownToMisread) {
  EXPECT_EQ("2024-01", TimesOf("The shop was opened in January.", "2024-10-10"));
  EXPECT_EQ("2023-06", TimesOf("The shop was opened in June.", "2024-05-10"));
  EXPECT_EQ("2024-06", TimesOf("The shop will be opened in June.", "2024-05-10"));
  EXPECT_EQ("null", TimesOf("The shop was opened on Feb 29, 2015."));
}

}  // namespace
}  // namespace factline
