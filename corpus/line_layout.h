// How a text uses its lines.
//
// In wire copy and scanned paper a line ends where the next word would not have
// fitted, and the break means nothing; elsewhere a line is a paragraph, a
// headline or an item of a list.  Some scans put a blank line behind every
// printed line: there a blank line means no more than a break.

#ifndef FACTLINE_CORPUS_LINE_LAYOUT_H_
#define FACTLINE_CORPUS_LINE_LAYOUT_H_

#include <cstdint>

#include "corpus/document.h"

namespace factline {

class LineLayout {
 public:
  // Two passes over the lines of `document`, of which only the tokens are needed.
  static LineLayout Of(const Document& document);

  // Whether lines end where the next word would not have fitted.
  bool wrapped() const { return width_ != 0; }
  // Whether a blank line stands behind every line.
  bool doubled() const { return doubled_; }

  // Whether a line of `chars` characters had no room for a word of `next` more.
  bool IsFull(uint32_t chars, uint32_t next) const { return chars + 1 + next > width_ * 9 / 10; }

 private:
  uint32_t width_ = 0;  // in characters; 0 where lines are not wrapped
  bool doubled_ = false;
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_LINE_LAYOUT_H_
