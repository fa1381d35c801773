// The tokenizer's short cut for plain words against the rules for all words, over texts
// put together from what decides where a word ends.

#include "corpus/tokenize.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace factline {
namespace {

constexpr const char* kPieces[] = {" ",
                                   "  ",
                                   "\n",
                                   "\r\n",
                                   "\t",
                                   ".",
                                   ",",
                                   "'",
                                   "'s",
                                   "’",
                                   "’s",
                                   "-",
                                   "@",
                                   ":",
                                   "//",
                                   "://",
                                   "/",
                                   "(",
                                   ")",
                                   "\"",
                                   "$",
                                   "%",
                                   "_",
                                   "*",
                                   "&",
                                   "1",
                                   "2003",
                                   "4.82",
                                   "e\u0301",
                                   "é",
                                   "Zoë",
                                   "И",
                                   "中",
                                   "a",
                                   "A",
                                   "I",
                                   "s",
                                   "S",
                                   "the",
                                   "said",
                                   "The",
                                   "NATO",
                                   "MiG",
                                   "eBay",
                                   "mr",
                                   "Mr",
                                   "Inc",
                                   "www",
                                   "http",
                                   "President",
                                   "ministry",
                                   "governments",
                                   "UNESCO",
                                   "representativ",
                                   "internationalization",
                                   "McDonald",
                                   "AFGHANISTAN",
                                   "AbcdefghI",
                                   "abcdefgh",
                                   "Abcdefgh",
                                   "abcdefghijklmno",
                                   "Abcdefghijklmnop",
                                   "abcdefghijklmnopq",
                                   "name.of@example.org",
                                   "@handle",
                                   "U.S.",
                                   "a.m.",
                                   "{",
                                   "[",
                                   "`",
                                   "z",
                                   "Z"};

std::string Shown(std::string_view text, const std::vector<Token>& tokens) {
  std::string shown;
  for (const Token& t : tokens) {
    shown += "[" + std::string(text.substr(t.bytes.begin, t.bytes.size()));
    for (int value :
         {static_cast<int>(t.bytes.begin), static_cast<int>(t.char_begin),
          static_cast<int>(t.char_end), static_cast<int>(t.kind), static_cast<int>(t.shape),
          int{t.sign}, int{t.space_before}, int{t.line_before}, int{t.blank_before},
          int{t.abbreviation}, int{t.clitic}, int{t.ascii}}) {
      shown += " " + std::to_string(value);
    }
    shown += "]";
  }
  return shown;
}

TEST(Tokenize, CutsPlainWordsAsAnyWord) {
  std::mt19937 random(1869);
  std::vector<Token> quick, slow;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    size_t pieces = random() % 40;
    for (size_t i = 0; i < pieces; ++i) {
      text += kPieces[random() % std::size(kPieces)];
      if (random() % 2 == 0) text += " ";
    }
    // Of its exact size, so that a read past the end is seen by the sanitizer.
    std::vector<char> exact(text.begin(), text.end());
    std::string_view view(exact.data(), exact.size());
    Tokenize(view, &quick);
    TokenizeSlowly(view, &slow);
    ASSERT_EQ(Shown(view, slow), Shown(view, quick)) << "round " << round << ": " << text;
  }
}

TEST(Tokenize, KnowsEveryByteThatMayFollowAWord) {
  std::vector<Token> quick, slow;
  for (int byte = 1; byte < 128; ++byte) {
    for (std::string_view word : {"word", "Word", "WORD", "wOrd", "elsewhere", "Internationally"}) {
      std::string text = std::string(word) + static_cast<char>(byte) + "more and yet more words";
      Tokenize(text, &quick);
      TokenizeSlowly(text, &slow);
      ASSERT_EQ(Shown(text, slow), Shown(text, quick)) << text;
    }
  }
}

}  // namespace
}  // namespace factline
