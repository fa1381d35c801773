// A CharIndex finds the byte at which any code point of a text begins: for
// checking records from outside, which count code points.

#ifndef FACTLINE_CORPUS_TEXT_CHAR_INDEX_H_
#define FACTLINE_CORPUS_TEXT_CHAR_INDEX_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace factline {

class CharIndex {
 public:
  // `text` (valid UTF-8, below 4 GiB) must outlive the index.  Linear.
  explicit CharIndex(std::string_view text);

  uint32_t size() const { return static_cast<uint32_t>(bytes_.size()) - 1; }

  // The byte at which code point `at` begins.  REQUIRES: at <= size().
  uint32_t ByteOf(uint32_t at) const { return bytes_[at]; }

  // The code points [start, end), or nothing where there is no such span.
  std::optional<std::string_view> Slice(uint64_t start, uint64_t end) const;

 private:
  std::string_view text_;
  std::vector<uint32_t> bytes_;  // one more than there are code points
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_TEXT_CHAR_INDEX_H_
