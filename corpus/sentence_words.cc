#include "corpus/sentence_words.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace factline {
namespace {

struct Row {
  std::string_view word;
  SentenceWord kind;
};

constexpr Row kRows[] = {
#include "sentence_words.inc"
};

constexpr size_t kLongest = 12;  // of a listed word, in bytes

bool InOrder(const Row& a, const Row& b) {
  return a.word != b.word ? a.word < b.word : a.kind < b.kind;
}

const std::vector<Row>& SortedRows() {
  static const std::vector<Row> sorted = [] {
    std::vector<Row> rows(std::begin(kRows), std::end(kRows));
    std::sort(rows.begin(), rows.end(), InOrder);
    return rows;
  }();
  return sorted;
}

}  // namespace

bool IsSentenceWord(std::string_view word, SentenceWord kind) {
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  if (word.empty() || word.size() > kLongest) return false;
  char lower[kLongest];
  for (size_t i = 0; i < word.size(); ++i) {
    lower[i] = word[i] >= 'A' && word[i] <= 'Z' ? static_cast<char>(word[i] | 0x20) : word[i];
  }
  const auto& rows = SortedRows();
  return std::binary_search(rows.begin(), rows.end(), Row{{lower, word.size()}, kind}, InOrder);
}

}  // namespace factline
