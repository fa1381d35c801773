#include "corpus/document.h"

#include <algorithm>

#include "corpus/text/unicode.h"

namespace factline {

uint32_t Document::SentenceOf(uint32_t token) const {
  auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                [](uint32_t t, const Sentence& s) { return t < s.tokens.begin; });
  return static_cast<uint32_t>(after - sentences.begin()) - 1;
}

Span Document::CharsOf(const Span& bytes) const {
  auto chars_at = [this](uint32_t at) -> uint32_t {
    auto after = std::upper_bound(tokens.begin(), tokens.end(), at,
                                  [](uint32_t b, const Token& t) { return b < t.bytes.begin; });
    if (after == tokens.begin()) return CountChars(text.substr(0, at));
    const Token& token = *(after - 1);
    return token.char_begin + CountChars(text.substr(token.bytes.begin, at - token.bytes.begin));
  };
  return {chars_at(bytes.begin), chars_at(bytes.end)};
}

void Document::Clear() {
  text = {};
  tokens.clear();
  sentences.clear();
  parts.clear();
}

}  // namespace factline
