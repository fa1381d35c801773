// A few bytes of text as one number, without a loop and without a read past them.

#ifndef FACTLINE_CORPUS_TEXT_SHORT_BYTES_H_
#define FACTLINE_CORPUS_TEXT_SHORT_BYTES_H_

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace factline {

// The `n` bytes at `p`, the first of them lowest, zeros above.  REQUIRES: n <= 8.
inline uint64_t ShortBytes(const char* p, size_t n) {
  if (n >= 4) {  // two halves that may overlap
    uint32_t first, last;
    std::memcpy(&first, p, 4);
    std::memcpy(&last, p + n - 4, 4);
    return first | uint64_t{last} << (8 * (n - 4));
  }
  if (n == 0) return 0;
  auto at = [p](size_t k) { return uint64_t{static_cast<unsigned char>(p[k])} << (8 * k); };
  return at(0) | at(n / 2) | at(n - 1);
}

}  // namespace factline
#endif  // FACTLINE_CORPUS_TEXT_SHORT_BYTES_H_
