// The signs that begin an item of a list: "•", "1.", "2)", "a.)", "- ".

#ifndef FACTLINE_CORPUS_LIST_MARKER_H_
#define FACTLINE_CORPUS_LIST_MARKER_H_

#include <cstdint>

#include "corpus/document.h"

namespace factline {

struct ListMarker {
  enum class Style : uint8_t { kNone, kBullet, kNumber, kLetter };
  Style style = Style::kNone;
  bool stop = false;     // "1." and "1.)"
  bool bracket = false;  // "1)" and "1.)"
  uint32_t value = 0;    // 1 for "1." and "a."; 0 of a bullet
  uint32_t roman = 0;    // of letters that are a Roman number too: "iv)"
  uint32_t end = 0;      // the token after the marker

  explicit operator bool() const { return style != Style::kNone; }
  // Whether this is the next item of the list that `before` is in, or the first
  // of another.
  bool Follows(const ListMarker& before) const;
};

// The marker that begins at token `i`, or none.  Dashes and stars count only
// where a line begins.
ListMarker ListMarkerAt(const Document& document, uint32_t i);

}  // namespace factline
#endif  // FACTLINE_CORPUS_LIST_MARKER_H_
