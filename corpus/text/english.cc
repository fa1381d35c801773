#include "corpus/text/english.h"

#include <cstdint>
#include <string>
#include <unordered_set>

namespace factline {
namespace {

enum class EnglishWord : uint8_t { function };

struct Row {
  std::string_view word;
  EnglishWord kind;
};

constexpr Row kRows[] = {
#include "text/english_words.inc"
};

constexpr size_t kLooked = 20000;  // bytes
// English prose has 30 to 45 of these in a hundred words, lists of results and names
// in news about 15; texts in Romance, Germanic and Slavic languages below 5.
constexpr size_t kLeastOfHundred = 10;

bool IsLetter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

bool IsFunctionWord(std::string_view word) {
  static const std::unordered_set<std::string_view> words = [] {
    std::unordered_set<std::string_view> all;
    for (const Row& row : kRows) all.insert(row.word);
    return all;
  }();
  return words.count(word) > 0;
}

}  // namespace

bool SaysNotEnglish(std::string_view language) {
  size_t size = 0;
  while (size < language.size() && IsLetter(language[size])) ++size;
  if (size < 2 || size > 3) return false;
  bool first = (language[0] | 0x20) == 'e' && (language[1] | 0x20) == 'n';
  return !(first && (size == 2 || (language[2] | 0x20) == 'g'));
}

bool LooksEnglish(std::string_view text) {
  text = text.substr(0, kLooked);
  size_t words = 0, english = 0;
  std::string word;
  for (size_t i = 0; i <= text.size(); ++i) {
    char c = i < text.size() ? text[i] : ' ';
    if (IsLetter(c) || (c & 0x80) != 0) {
      word += (c & 0x80) != 0 ? c : static_cast<char>(c | 0x20);
      continue;
    }
    if (word.empty()) continue;
    ++words;
    english += IsFunctionWord(word);
    word.clear();
  }
  return english * 100 > words * kLeastOfHundred;
}

}  // namespace factline
