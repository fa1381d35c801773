// Offsets against a slow judge, over texts put together from what breaks them:
// astral characters, joined emoji, combining marks, right-to-left script, CRLF,
// no-break spaces, U+FFFC, and signs of news.

#include <gtest/gtest.h>

#include <random>

#include "corpus/segment.h"
#include "tests/slow_offsets.h"

namespace factline {
namespace {

constexpr const char* kPieces[] = {"a",
                                   "The ",
                                   "U.S.",
                                   "J.",
                                   "said.The",
                                   "4.82 ",
                                   "1,000",
                                   "$",
                                   "€",
                                   "½",
                                   "%",
                                   " ",
                                   "  ",
                                   "\n",
                                   "\r\n",
                                   "\r",
                                   "\n\n",
                                   "\t",
                                   "\u00a0",
                                   "\u2009",
                                   "\u200b",
                                   "\ufeff",
                                   "\ufffc",
                                   "\ufffd",
                                   ".",
                                   "...",
                                   ". . .",
                                   "!",
                                   "?",
                                   ",",
                                   "-",
                                   "–",
                                   "—",
                                   "--",
                                   "'",
                                   "’",
                                   "’s",
                                   "'s",
                                   "“",
                                   "”",
                                   "\"",
                                   "``",
                                   "''",
                                   "(",
                                   ")",
                                   "[1]",
                                   "•",
                                   "é",
                                   "e\u0301",
                                   "\u0301",
                                   "Zoë",
                                   "ß",
                                   "И",
                                   "中文",
                                   "العربية",
                                   "שלום",
                                   "\U0001F692",
                                   "\U0001F468\U0001F3FB\u200d\U0001F692",
                                   "\U00010348",
                                   "x@example.org",
                                   "https://example.org/a.",
                                   "www.example.org)",
                                   "Mr.",
                                   "Inc.",
                                   "No. 5",
                                   "p.m.",
                                   "\u063e",
                                   "I.",
                                   "5.",
                                   "a)",
                                   "_",
                                   "MOSCOW - ",
                                   "\u0000"};

TEST(Offsets, AgreeWithASlowCount) {
  std::mt19937 random(20030410);
  Document document;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    size_t pieces = random() % 40;
    for (size_t i = 0; i < pieces; ++i) text += kPieces[random() % std::size(kPieces)];
    Segment(text, &document);
    ASSERT_EQ("", OffsetComplaint(document)) << "round " << round << ": " << text;
  }
}

TEST(Offsets, DoNotCutACharacterAfterAnInitial) {
  Document document;
  Segment("by I.\u063e c. 5", &document);
  EXPECT_EQ("", OffsetComplaint(document));
}

}  // namespace
}  // namespace factline
