// How much of one thing the readers take before they reject it, so that memory
// never grows with what an archive holds.  All in bytes, all settable.

#ifndef FACTLINE_CORPUS_LIMITS_H_
#define FACTLINE_CORPUS_LIMITS_H_

#include <cstdint>

namespace factline {

struct Limits {
  uint64_t record = 16ull << 20;  // a line of JSON Lines, as it stands in the file
  uint64_t text = 4ull << 20;     // the text of an article
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_LIMITS_H_
