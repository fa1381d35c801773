// Capitals: where in a sentence names can stand, from how it is written.
//
// A run is a stretch of capitalised words with what holds names together inside:
// "Ludwig van Beethoven", "Kim Dae-jung", "Johnson & Johnson", "al-Assad".  Words
// that only their place capitalises ("The", "In") are no part of it.

#ifndef FACTLINE_EXTRACTORS_NAMES_CAPITALS_H_
#define FACTLINE_EXTRACTORS_NAMES_CAPITALS_H_

#include <vector>

#include "extractors/names/row_marks.h"
#include "extractors/reading.h"

namespace factline {

// How a sentence uses capitals.
enum class Casing : uint8_t {
  kSentence,  // capitals mean names
  kTitle,     // A Headline Like This: they mean little
  kUpper,     // A HEADLINE LIKE THIS: nothing
};

class Capitals {
 public:
  explicit Capitals(const Lexicon& lexicon);

  Casing CasingOf(const Reading& reading, const Sentence& sentence) const;

  // Whether token `i` can be a word of a name.
  bool IsNameWord(const Reading& reading, uint32_t i) const;

  // Whether the place of token `i` asks for a capital: first in its sentence, or
  // after a quote, a bracket or a colon.
  static bool Begins(const Reading& reading, uint32_t i);

  // Appends the runs of `sentence` as token spans, in order.
  void AppendRuns(const Reading& reading, const Sentence& sentence, std::vector<Span>* runs) const;

 private:
  uint32_t RunEnd(const Reading& reading, uint32_t begin, uint32_t end) const;
  bool JoinsByHyphen(const Reading& reading, uint32_t hyphen, uint32_t end) const;

  RowMarks function_words_;
};

// "J.", "J": one capital letter.
bool IsInitial(const Reading& reading, uint32_t i);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_CAPITALS_H_
