// What a character is, as far as reading news needs to know it.  The door of
// utf8proc.

#ifndef FACTLINE_CORPUS_TEXT_UNICODE_H_
#define FACTLINE_CORPUS_TEXT_UNICODE_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace factline {

enum class CharClass : uint8_t {
  kSpace,  // white space and controls but the line feed
  kLineFeed,
  kUpperLetter,  // upper and title case
  kLowerLetter,  // lower case and letters without case
  kMark,         // combining marks: belong to the letter before
  kDigit,        // 0-9 only
  kPunctuation,
  kSymbol,  // currency, mathematical and other signs, and numbers such as ½
};

// The class of `code_point`, any value up to U+10FFFF.
CharClass ClassOf(uint32_t code_point);

struct Decoded {
  uint32_t code_point;
  uint32_t size;  // in bytes, at least 1
};

// The character of `text` at byte `at`.  REQUIRES: at < text.size().  Text that
// is not UTF-8 gives U+FFFD and size 1, never a read past the end.
Decoded DecodeAt(std::string_view text, size_t at);

// The number of code points in `text` (valid UTF-8).
uint32_t CountChars(std::string_view text);

// Writes `text` folded for look-up to `out`, at most `room` bytes: lower case,
// Latin letters without their accents, typographic apostrophes and dashes as
// ASCII.  The number of bytes written, or 0 where `room` does not suffice.
//   "Zürich" -> "zurich", "Côte" -> "cote", "O’Brien" -> "o'brien"
uint32_t Fold(std::string_view text, char* out, uint32_t room);

// The same for text that is ASCII.
inline uint32_t FoldAscii(std::string_view text, char* out, uint32_t room) {
  if (text.size() + 4 > room) return 0;
  for (size_t i = 0; i < text.size(); ++i) {
    unsigned char c = static_cast<unsigned char>(text[i]);
    out[i] = static_cast<char>(c + (static_cast<unsigned char>(c - 'A') < 26 ? 0x20 : 0));
  }
  return static_cast<uint32_t>(text.size());
}

// `text` (valid UTF-8) as Unicode's case folding gives it, for comparing names
// without regard to case.  Slow: not for the way of an article.
std::string CaseFolded(std::string_view text);

}  // namespace factline
#endif  // FACTLINE_CORPUS_TEXT_UNICODE_H_
