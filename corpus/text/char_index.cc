#include "corpus/text/char_index.h"

namespace factline {

CharIndex::CharIndex(std::string_view text) : text_(text) {
  bytes_.reserve(text.size() + 1);
  for (uint32_t i = 0; i < text.size(); ++i) {
    bool continues = (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
    if (!continues) bytes_.push_back(i);
  }
  bytes_.push_back(static_cast<uint32_t>(text.size()));
}

std::optional<std::string_view> CharIndex::Slice(uint64_t start, uint64_t end) const {
  if (start > end || end > size()) return std::nullopt;
  uint32_t from = bytes_[start];
  return text_.substr(from, bytes_[end] - from);
}

}  // namespace factline
