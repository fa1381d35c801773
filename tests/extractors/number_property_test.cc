// Numbers written by a generator are read back to the same value.

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>

#include "extractors/reading.h"
#include "tests/extractors/random_sums.h"

namespace factline {
namespace {

// The one numeral of `text`, printed; else how many there are.
std::string OnlyNumeral(const std::string& text) {
  Article article;
  article.text = text;
  Reading reading(Lexicon::Shipped());
  reading.Read(article);
  size_t lead = text.rfind(WrappedLead(), 0) == 0 ? 1 : 0;  // it holds "two years"
  if (reading.numerals().size() != 1 + lead) {
    return std::to_string(reading.numerals().size()) + " numerals";
  }
  const Amount& amount = reading.numerals()[lead].amount;
  return amount.amount ? amount.amount->ToString() : "vague";
}

TEST(Numbers, GoToWordsAndBack) {
  std::mt19937_64 random(4);
  for (int i = 0; i < 3000; ++i) {
    int64_t ceiling = 10;
    for (int digits = i % 15; digits > 0; --digits) ceiling *= 10;
    int64_t n = static_cast<int64_t>(random() % static_cast<uint64_t>(ceiling));
    std::string text = "They counted " + InWords(n) + " votes.";
    EXPECT_EQ(OnlyNumeral(text), std::to_string(n)) << text;
  }
}

TEST(Numbers, GoToDigitsAndBack) {
  std::mt19937_64 random(5);
  for (int i = 0; i < 3000; ++i) {
    int64_t n = static_cast<int64_t>(random() % 1000000000000ull) >> (i % 38);
    for (const char* separator : {",", "\xC2\xA0", "\xE2\x80\xAF", ""}) {
      std::string text = "They counted " + Grouped(n, separator) + " votes.";
      EXPECT_EQ(OnlyNumeral(text), std::to_string(n)) << text;
    }
  }
}

TEST(Numbers, KeepTheirScales) {
  std::mt19937_64 random(6);
  for (int i = 0; i < 1000; ++i) {
    Decimal n = Decimal::Of(static_cast<int64_t>(random() % 99999) + 1, -static_cast<int>(i % 4));
    std::string expected = n.Times(Decimal(1000000))->ToString();
    for (const char* scale : {" million", " mln", "\nmillion", "-million", " Million"}) {
      std::string text = WrappedLead() + n.ToString() + scale + " votes.";
      EXPECT_EQ(OnlyNumeral(text), expected) << text;
    }
  }
}

// Hostile shapes cost what their length costs: eight times the text, at most sixteen
// times the time of the processor, for the machine is shared.
TEST(Numbers, AreReadInLinearTime) {
  for (const char* shape : {"million billion ", "1,", "one two three ", "a ", "half of a ",
                            "tens of ", "two hundred and ", "1 000 ", "5 or ", "1/2 "}) {
    auto seconds = [&](int times) {
      std::string text;
      for (int i = 0; i < times; ++i) text += shape;
      Article article;
      article.text = text;
      Reading reading(Lexicon::Shipped());
      std::clock_t start = std::clock();
      reading.Read(article);
      return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    };
    seconds(1000);
    double small = std::min(seconds(5000), seconds(5000));
    double large = std::min(seconds(40000), seconds(40000));
    EXPECT_LT(large, 16 * small + 0.1) << shape;
  }
}

}  // namespace
}  // namespace factline
