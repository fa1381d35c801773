// How much of one thing the readers take before they reject it, so that memory
// never grows with what an archive holds.  Sizes in bytes, all settable.

#ifndef FACTLINE_CORPUS_LIMITS_H_
#define FACTLINE_CORPUS_LIMITS_H_

#include <cstdint>

namespace factline {

struct Limits {
  uint64_t record = 16ull << 20;  // a line of JSON Lines, a page, as it stands in the file
  uint64_t text = 4ull << 20;     // the text of an article
  // Bytes that may come out of compressed data for each that went in while no record is
  // found in them, after the first kFreeBytes; text compresses to a tenth, a bomb to a
  // thousandth.  0: any number.
  uint64_t amplification = 100;
  static constexpr uint64_t kFreeBytes = 1ull << 20;
  // Not a limit but a leave: read what is in no known charset as what it looks like.
  bool guess_encoding = false;
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_LIMITS_H_
