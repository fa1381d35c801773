// What single bytes and characters are to the tokenizer.

#ifndef FACTLINE_CORPUS_CHARACTERS_H_
#define FACTLINE_CORPUS_CHARACTERS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "corpus/document.h"
#include "corpus/text/unicode.h"

namespace factline {

inline constexpr std::array<CharClass, 128> kAscii = [] {
  std::array<CharClass, 128> t{};
  for (int c = 0; c < 128; ++c) {
    if (c == '\n')
      t[c] = CharClass::kLineFeed;
    else if (c <= ' ' || c == 127)
      t[c] = CharClass::kSpace;
    else if (c >= '0' && c <= '9')
      t[c] = CharClass::kDigit;
    else if (c >= 'A' && c <= 'Z')
      t[c] = CharClass::kUpperLetter;
    else if (c >= 'a' && c <= 'z')
      t[c] = CharClass::kLowerLetter;
    else
      t[c] = CharClass::kPunctuation;
  }
  for (char c : {'$', '%', '#', '&', '@', '*', '+', '<', '=', '>', '^', '`', '|', '~'}) {
    t[static_cast<int>(c)] = CharClass::kSymbol;
  }
  return t;
}();

// Of a byte: 1 a lower-case letter of ASCII, 2 an upper-case one, 0 anything else.
inline constexpr std::array<uint8_t, 256> kAsciiLetter = [] {
  std::array<uint8_t, 256> t{};
  for (int c = 'a'; c <= 'z'; ++c) t[c] = 1;
  for (int c = 'A'; c <= 'Z'; ++c) t[c] = 2;
  return t;
}();

inline constexpr uint64_t kOnes = 0x0101010101010101ull;
inline constexpr uint64_t kHighs = kOnes << 7;

// What may go on a word behind its letters, or make it something else: "Mr.", "don't",
// "http://", "né".
inline constexpr std::array<bool, 256> kGoesOn = [] {
  std::array<bool, 256> t{};
  for (int c = 0x80; c < 256; ++c) t[c] = true;
  t['.'] = t['\''] = t[':'] = true;
  return t;
}();

// The high bits of the eight bytes of `chunk` that lie from `low` to `high`, both ASCII.
constexpr uint64_t BytesFrom(uint64_t chunk, char low, char high) {
  uint64_t seven = chunk & ~kHighs;
  uint64_t reach_low = seven + kOnes * static_cast<uint64_t>(0x80 - low);
  uint64_t pass_high = seven + kOnes * static_cast<uint64_t>(0x7F - high);
  return reach_low & ~pass_high & ~chunk & kHighs;
}

inline bool IsLetter(CharClass c) {
  return c == CharClass::kUpperLetter || c == CharClass::kLowerLetter;
}

inline bool IsSpace(unsigned char c) { return c <= ' '; }

// What may stand in the name or the domain of a mail address.
inline bool IsMailByte(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '.' ||
         c == '_' || c == '-' || c == '+';
}

// The first byte of `text` from `at` on that is not ASCII, or the text's end.
inline size_t NextWide(std::string_view text, size_t at) {
  for (; at + 8 <= text.size(); at += 8) {
    uint64_t chunk;
    std::memcpy(&chunk, text.data() + at, 8);
    if (chunk & kHighs) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

// Token::sign of a character beyond ASCII, 0 where it has none.
inline char SignOf(uint32_t c) {
  switch (c) {
    case 0x2010:
    case 0x2011:
      return '-';
    case 0x2012:
    case 0x2013:
      return kEnDash;
    case 0x2014:
    case 0x2015:
      return kEmDash;
    case 0x2212:
      return kMinus;
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x02BC:
    case 0x00B4:
      return '\'';
    case 0x201C:
    case 0x201E:
    case 0x00AB:
      return kOpenQuote;
    case 0x201D:
    case 0x00BB:
      return kCloseQuote;
    case 0x2026:
      return kEllipsis;
    case 0xFF05:
      return '%';
    case 0xFF0E:
    case 0x3002:
      return '.';
    case 0xFF01:
      return '!';
    case 0xFF1F:
      return '?';
    case 0xFF04:
      return '$';
    case 0x2044:
      return '/';
    default:
      return 0;
  }
}

}  // namespace factline
#endif  // FACTLINE_CORPUS_CHARACTERS_H_
