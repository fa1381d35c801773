// Capitals: which capitalised words can belong to a name, and which only their
// place capitalises.

#ifndef FACTLINE_EXTRACTORS_NAMES_CAPITALS_H_
#define FACTLINE_EXTRACTORS_NAMES_CAPITALS_H_

#include "extractors/names/row_marks.h"
#include "extractors/reading.h"

namespace factline {

class Capitals {
 public:
  explicit Capitals(const Lexicon& lexicon);

  // Whether token `i` can be a word of a name: "Will" in "Will Smith", not in
  // "Will he come?".
  bool IsNameWord(const Reading& reading, uint32_t i) const;

  // Whether the capitals of `sentence` mean names: not in A Headline Like This.
  static bool MeanNames(const Reading& reading, const Sentence& sentence);

 private:
  RowMarks function_words_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_CAPITALS_H_
