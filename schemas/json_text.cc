#include "schemas/json_text.h"

#include <bit>
#include <charconv>
#include <cstring>

namespace factline {
namespace {

// Whether `c` cannot stand in a JSON string as it is.
bool NeedsEscape(unsigned char c) { return c < 0x20 || c == '"' || c == '\\'; }

// The high bits of the bytes of `chunk` that need an escape.  Above the lowest of them
// a borrow may set more.
uint64_t NeedEscape(uint64_t chunk) {
  constexpr uint64_t kOnes = 0x0101010101010101ull, kHighs = kOnes << 7;
  uint64_t quote = chunk ^ kOnes * '"', backslash = chunk ^ kOnes * '\\';
  return (((chunk - kOnes * 0x20) & ~chunk) | ((quote - kOnes) & ~quote) |
          ((backslash - kOnes) & ~backslash)) &
         kHighs;
}

void AppendEscape(unsigned char c, std::string* out) {
  static constexpr char kHex[] = "0123456789abcdef";
  switch (c) {
    case '"':
      out->append("\\\"");
      return;
    case '\\':
      out->append("\\\\");
      return;
    case '\n':
      out->append("\\n");
      return;
    case '\r':
      out->append("\\r");
      return;
    case '\t':
      out->append("\\t");
      return;
    default:
      out->append("\\u00");
      out->push_back(kHex[c >> 4]);
      out->push_back(kHex[c & 15]);
  }
}

}  // namespace

size_t PlainJson(std::string_view text) {
  static_assert(std::endian::native == std::endian::little);
  size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    uint64_t chunk;
    std::memcpy(&chunk, text.data() + i, 8);
    if (uint64_t high = NeedEscape(chunk)) {
      return i + static_cast<size_t>(std::countr_zero(high)) / 8;
    }
  }
  while (i < text.size() && !NeedsEscape(static_cast<unsigned char>(text[i]))) ++i;
  return i;
}

void AppendJsonString(std::string_view text, std::string* out) {
  out->push_back('"');
  while (true) {
    size_t plain = PlainJson(text);
    out->append(text, 0, plain);
    if (plain == text.size()) break;
    AppendEscape(static_cast<unsigned char>(text[plain]), out);
    text.remove_prefix(plain + 1);
  }
  out->push_back('"');
}

void AppendInteger(uint64_t number, std::string* out) {
  char digits[20];
  auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out->append(digits, end);
}

}  // namespace factline
