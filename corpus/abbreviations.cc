#include "corpus/abbreviations.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace factline {
namespace {

struct Row {
  std::string_view word;
  AbbreviationKind kind;
};

constexpr Row kRows[] = {
#include "abbreviations.inc"
};

constexpr size_t kLongest = 8;  // of a listed word, in bytes; longer ones are not looked up

const std::vector<Row>& SortedRows() {
  static const std::vector<Row> sorted = [] {
    std::vector<Row> rows(std::begin(kRows), std::end(kRows));
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.word < b.word; });
    return rows;
  }();
  return sorted;
}

}  // namespace

AbbreviationKind AbbreviationOf(std::string_view lower) {
  if (lower.empty() || lower.size() > kLongest) return AbbreviationKind::none;
  const auto& rows = SortedRows();
  auto row = std::lower_bound(rows.begin(), rows.end(), lower,
                              [](const Row& r, std::string_view w) { return r.word < w; });
  return row != rows.end() && row->word == lower ? row->kind : AbbreviationKind::none;
}

}  // namespace factline
