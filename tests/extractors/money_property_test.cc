// Sums written by a generator in twenty ways, over every currency, are read back to
// the same value; what surrounds a sum changes neither it nor its neighbours.

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>

#include "extractors/money/money.h"
#include "extractors/percent/percent.h"
#include "tests/extractors/random_sums.h"
#include "tests/marked.h"

namespace factline {
namespace {

std::string Described(const Extractor& kind, const std::string& text) {
  Article article;
  article.text = text;
  Reading reading(Lexicon::Shipped());
  reading.Read(article);
  std::vector<Mention> found;
  kind.Extract(reading, &found);
  std::string all;
  for (const Mention& m : found) all += (all.empty() ? "" : "; ") + Describe(m);
  return all;
}

const Extractor& Money() {
  static const auto money = NewMoneyExtractor(Lexicon::Shipped());
  return *money;
}

const Extractor& Percent() {
  static const auto percent = NewPercentExtractor(Lexicon::Shipped());
  return *percent;
}

struct Names {
  std::string code, name, names;
};

// Every currency that can be written by its code alone, with its full name where it
// has one.
std::vector<Names> Currencies() {
  std::vector<Names> all;
  for (const LexiconRow& row : Lexicon::Shipped().RowsOf(Role::currency)) {
    if (row["kind"] == "code" && row["needs"].empty() && row["countries"] != "") {
      all.push_back({std::string(row["code"]), "", ""});
    }
    if (row["kind"] != "name" || row["countries"].empty() || all.empty()) continue;
    if (all.back().code != row["code"]) continue;
    std::string_view surface = row.surface();
    size_t bar = surface.find('|');
    if (bar == std::string_view::npos) continue;
    all.back().name = surface.substr(0, bar);
    all.back().names = surface.substr(bar + 1, surface.find('|', bar + 1) - bar - 1);
  }
  return all;
}

// `n` of the currency in one of twenty ways; `n` is a whole number of millions where
// the way says so.
std::string Written(const Names& c, int way, int64_t n) {
  const std::string million = std::to_string(n / 1000000);
  const std::string& names = c.names.empty() ? c.code : c.names;
  switch (way) {
    case 0:
      return c.code + " " + std::to_string(n);
    case 1:
      return c.code + std::to_string(n);
    case 2:
      return std::to_string(n) + " " + c.code;
    case 3:
      return std::to_string(n) + c.code;
    case 4:
      return c.code + " " + Grouped(n, ",");
    case 5:
      return Grouped(n, ",") + " " + c.code;
    case 6:
      return Grouped(n, ",") + " " + names;
    case 7:
      return Grouped(n, "\xC2\xA0") + " " + names;
    case 8:
      return InWords(n) + " " + names;
    case 9:
      return Grouped(n, ",") + "\n" + names;
    case 10:
      return c.code + " " + million + " million";
    case 11:
      return c.code + million + "m";
    case 12:
      return c.code + " " + million + "mln";
    case 13:
      return million + " million " + c.code;
    case 14:
      return million + " million " + names;
    case 15:
      return million + " mn " + names;
    case 16:
      return InWords(n / 1000000) + " million " + names;
    case 17:
      return c.code + "\xC2\xA0" + million + "\xC2\xA0million";
    case 18:
      return million + "-million " + names;
    default:
      return million + " million\n" + names;
  }
}

TEST(Sums, AreReadBackInTwentyWays) {
  std::vector<Names> currencies = Currencies();
  ASSERT_GT(currencies.size(), 150u);
  std::mt19937_64 random(7);
  for (int i = 0; i < 10000; ++i) {
    const Names& currency = currencies[static_cast<size_t>(i) % currencies.size()];
    int way = static_cast<int>(random() % 20);
    int64_t n = static_cast<int64_t>(random() % 999) + 2;
    n = way >= 10 ? n * 1000000 : n * 1000 + static_cast<int64_t>(random() % 1000);
    std::string text = WrappedLead() + Written(currency, way, n) + " for the bridge.";
    EXPECT_EQ(Described(Money(), text), currency.code + " " + std::to_string(n)) << text;
  }
}

// What may stand around a fact without changing it.
std::vector<std::string> Framed(const std::string& fact) {
  return {fact + " was paid.",
          "It was (" + fact + ").",
          "\"" + fact + "\", he said.",
          "“" + fact + "” it was.",
          "``" + fact + "'' it was.",
          "The sum: " + fact + ".",
          "The sum — " + fact + " — was paid.",
          "The sum -- " + fact + " -- was paid.",
          "The sum, " + fact + ", was paid.",
          WrappedLead() + "\n" + fact + "\nin all and for ever.",
          WrappedLead() + "\n" + fact + " in all.",
          "The sum was\xC2\xA0" + fact + "\xC2\xA0in all.",
          "* " + fact + " for the bridge",
          "The sum was " + fact + "; no more.",
          "The sum was '" + fact + "' in all."};
}

void ExpectFramesAreNothing(const Extractor& kind, const std::string& fact,
                            const std::string& neighbour) {
  std::string expected = Described(kind, "It was " + fact + " in all.");
  std::string beside = Described(kind, "It was " + neighbour + " in all.");
  EXPECT_NE(expected, "") << fact;
  for (const std::string& frame : Framed(fact)) {
    EXPECT_EQ(Described(kind, frame), expected) << frame;
    std::string both = "Before it stood " + neighbour + " there. " + frame;
    EXPECT_EQ(Described(kind, both), beside + "; " + expected) << both;
  }
}

TEST(Sums, DoNotDependOnWhatFramesThem) {
  for (const char* fact : {"$5", "US$4.7 billion", "£3.2m", "40 €", "EUR 20",
                           "15-20 million dollars", "$5-$10 million", "tens of billions of dollars",
                           "19 pence", "five dollars and 20 cents", "HK$9,000", "ten million yen",
                           "12 590 Kč", "R$ 1.500,00", "several hundred million euros"}) {
    ExpectFramesAreNothing(Money(), fact, "€7 million");
  }
}

TEST(Percentages, DoNotDependOnWhatFramesThem) {
  for (const char* fact : {"5%", "7.8 per cent", "5 to 7 percent", "two percentage points",
                           "25 basis points", "seven-tenths of 1 percent", "5-7%",
                           "three and a half percent", "half a percentage point"}) {
    ExpectFramesAreNothing(Percent(), fact, "3.5 %");
  }
}

// Typographic variants of one fact are one value.
TEST(Sums, DoNotDependOnTypography) {
  for (const char* text :
       {"$5-$10 million", "$5–$10 million", "$5‑$10 million", "$5 to $10 million", "$5-10 million",
        "$5\xE2\x80\x93"
        "10 million",
        "$5 million-$10 million", "＄5-10 million"}) {
    EXPECT_EQ(Described(Money(), "They need " + std::string(text) + " now."),
              "USD 5000000..10000000")
        << text;
  }
  for (const char* text : {"5-7%", "5–7%", "5 to 7 percent", "5%-7%", "5 per cent to 7 per cent",
                           "5‑7 per\xC2\xA0"
                           "cent",
                           "between 5 and 7 %", "5-7 pct", "5-7％"}) {
    EXPECT_EQ(Described(Percent(), "It is " + std::string(text) + " now."), "5..7 %") << text;
  }
}

// Eight times the text, about eight times the time.
TEST(Sums, AreReadInLinearTime) {
  for (const char* shape : {"$5-", "5 or $", "$ ", "5, ", "million dollars ", "5 and ", "$5 per ",
                            "% ", "5 percent to ", "one in five ", "a dollar "}) {
    auto seconds = [&](int times) {
      std::string text;
      for (int i = 0; i < times; ++i) text += shape;
      Article article;
      article.text = text;
      Reading reading(Lexicon::Shipped());
      reading.Read(article);
      std::vector<Mention> found;
      std::clock_t start = std::clock();
      Money().Extract(reading, &found);
      Percent().Extract(reading, &found);
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
