// Which of a role's lexicon rows have a given word in a column: asked for on the
// hot path, so read once at construction.

#ifndef FACTLINE_EXTRACTORS_NAMES_ROW_MARKS_H_
#define FACTLINE_EXTRACTORS_NAMES_ROW_MARKS_H_

#include <string_view>
#include <vector>

#include "extractors/lexicon.h"

namespace factline {

class RowMarks {
 public:
  RowMarks(const Lexicon& lexicon, Role role, std::string_view column, std::string_view word) {
    for (const LexiconRow& row : lexicon.RowsOf(role)) {
      if (marked_.empty()) first_ = row.index();
      marked_.resize(row.index() - first_ + 1);
      marked_[row.index() - first_] = row[column] == word;
    }
  }

  bool operator[](const LexiconRow& row) const {
    uint32_t at = row.index() - first_;
    return at < marked_.size() && marked_[at];
  }

 private:
  uint32_t first_ = 0;
  std::vector<bool> marked_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_ROW_MARKS_H_
