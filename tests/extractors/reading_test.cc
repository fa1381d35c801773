// What a Reading says of a word, against the lexicon itself and against a Reading that
// has read nothing before.

#include "extractors/reading.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace factline {
namespace {

// Words of one form and another meaning, of every length, and some of no lexicon.
constexpr const char* kWords[] = {"may",
                                  "May",
                                  "MAY",
                                  "us",
                                  "US",
                                  "U.S.",
                                  "U.S",
                                  "it",
                                  "Mr",
                                  "Mr.",
                                  "no",
                                  "No.",
                                  "No",
                                  "turkey",
                                  "Turkey",
                                  "march",
                                  "March",
                                  "Rs",
                                  "Rs.",
                                  "rs",
                                  "$",
                                  "US$",
                                  "-",
                                  "–",
                                  "--",
                                  "'s",
                                  "John’s",
                                  "1999",
                                  "1,000",
                                  "5th",
                                  "Zürich",
                                  "ZURICH",
                                  "van",
                                  "bank",
                                  "Bank",
                                  "million",
                                  "qqqq",
                                  "telecommunication",
                                  "Telecommunications",
                                  "telecommunications",
                                  "intergovernmental",
                                  "www",
                                  "www.",
                                  "www.example.org",
                                  "New",
                                  "York",
                                  "the",
                                  "of",
                                  "United",
                                  "Nations",
                                  "per",
                                  "cent",
                                  "a",
                                  "A",
                                  "I",
                                  "x@example.org",
                                  "."};

TEST(Reading, SaysOfAWordWhatTheLexiconSays) {
  const Lexicon& lexicon = Lexicon::Shipped();
  std::mt19937 random(42);
  Reading reading(lexicon);
  for (int round = 0; round < 300; ++round) {
    Article article;
    std::string text;
    for (size_t n = random() % 60; n > 0; --n) {
      text += kWords[random() % std::size(kWords)];
      if (random() % 8 != 0) text += ' ';
    }
    article.text = text;
    reading.Read(article);
    Reading fresh(lexicon);
    fresh.Read(article);
    ASSERT_EQ(reading.size(), fresh.size());
    for (uint32_t i = 0; i < reading.size(); ++i) {
      const Token& token = reading.token(i);
      char key[kLongestKey];
      uint32_t size =
          token.kind == TokenKind::kUrl ? 0 : LexiconKey(reading.Text(i), token, key, kLongestKey);
      uint32_t word = size == 0 ? 0 : lexicon.FindWord({key, size});
      ASSERT_EQ(reading.lexed(i).word, word) << reading.Text(i) << " in " << text;
      ASSERT_EQ(reading.lexed(i).state, lexicon.entry(word).state) << reading.Text(i);
      ASSERT_EQ(reading.lexed(i).roles, fresh.lexed(i).roles) << reading.Text(i);
      ASSERT_EQ(reading.lexed(i).phrase, fresh.lexed(i).phrase) << reading.Text(i);
    }
  }
}

TEST(RecentWords, FindsWhatWasKeptAndNothingElse) {
  RecentWords recent;
  std::string text = "market markets Market internationalization";
  auto token = [&](uint32_t begin, uint32_t end, Shape shape) {
    Token t;
    t.bytes = {begin, end};
    t.shape = shape;
    return t;
  };
  RecentWords::Key market = RecentWords::KeyOf(text, token(0, 6, Shape::kLower));
  RecentWords::Answer answer;
  EXPECT_FALSE(recent.Find(market, &answer));
  recent.Keep(market, {7, 8, 9});
  ASSERT_TRUE(recent.Find(market, &answer));
  EXPECT_EQ(answer.word, 7u);
  EXPECT_EQ(answer.state, 8u);
  EXPECT_EQ(answer.roles, 9u);
  EXPECT_FALSE(recent.Find(RecentWords::KeyOf(text, token(7, 14, Shape::kLower)), &answer));
  EXPECT_FALSE(recent.Find(RecentWords::KeyOf(text, token(15, 21, Shape::kCapital)), &answer));
  EXPECT_FALSE(recent.Find(RecentWords::KeyOf(text, token(0, 6, Shape::kCapital)), &answer));
  EXPECT_TRUE(recent.Find(RecentWords::KeyOf(text, token(7, 13, Shape::kLower)), &answer));
  // One too long to be kept, at the end of the text.
  RecentWords::Key longer = RecentWords::KeyOf(text, token(22, 42, Shape::kLower));
  recent.Keep(longer, {1, 2, 3});
  EXPECT_FALSE(recent.Find(longer, &answer));
}

}  // namespace
}  // namespace factline
