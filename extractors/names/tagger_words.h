// How the names tagger sees one word: its form and the form's hash.
//
// Shared by the tagger, its trainer and the trainer of the word classes, so that
// they cannot disagree.

#ifndef FACTLINE_EXTRACTORS_NAMES_TAGGER_WORDS_H_
#define FACTLINE_EXTRACTORS_NAMES_TAGGER_WORDS_H_

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "corpus/text/short_bytes.h"

namespace factline {

// A hash of any bytes, the same on every machine.
inline uint64_t MixHash(uint64_t h) {
  h ^= h >> 32;
  h *= 0x9FB21C651E98DF25ull;
  h ^= h >> 29;
  return h;
}

inline uint64_t HashBytes(std::string_view bytes, uint64_t seed = 0) {
  uint64_t h = seed ^ 0x2D358DCCAA6C78A5ull ^ bytes.size();
  const char* p = bytes.data();
  size_t n = bytes.size();
  for (; n >= 8; p += 8, n -= 8) {
    uint64_t chunk;
    std::memcpy(&chunk, p, 8);
    h = MixHash((h ^ chunk) * 0x9E3779B97F4A7C15ull);
  }
  return MixHash((h ^ ShortBytes(p, n)) * 0x9E3779B97F4A7C15ull);
}

// The form under which a token has a class: numbers by their length, signs and
// words as they stand.
inline std::string_view NumberForm(std::string_view digits) {
  static constexpr std::string_view kForms[] = {"0", "0", "00", "000", "0000", "00000"};
  return kForms[digits.size() < 5 ? digits.size() : 5];
}

inline std::string_view WordForm(std::string_view text, const Token& token) {
  if (token.kind == TokenKind::kNumber) return NumberForm(text);
  if (token.kind == TokenKind::kUrl) return "://";
  if (token.clitic) return "'s";
  return text;
}

inline void AppendWordForm(std::string_view text, const Token& token, std::string* form) {
  form->assign(WordForm(text, token));
}

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_TAGGER_WORDS_H_
