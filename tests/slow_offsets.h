// A slow, obvious judge of a document's offsets: it counts every character of the
// text and believes nothing.  For tests only.

#ifndef FACTLINE_TESTS_SLOW_OFFSETS_H_
#define FACTLINE_TESTS_SLOW_OFFSETS_H_

#include <string>
#include <vector>

#include "corpus/document.h"

namespace factline {

// For every byte of `text` and its end, the number of code points before it;
// UINT32_MAX inside a character.
inline std::vector<uint32_t> CharsAtBytes(std::string_view text) {
  std::vector<uint32_t> chars(text.size() + 1, UINT32_MAX);
  uint32_t count = 0;
  for (size_t i = 0; i < text.size();) {
    chars[i] = count++;
    unsigned char lead = static_cast<unsigned char>(text[i]);
    i += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }
  chars[text.size()] = count;
  return chars;
}

// Whether `text` holds a letter or digit of ASCII: what no token may leave out.
inline bool HasSubstance(std::string_view text) {
  for (char c : text) {
    if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) return true;
  }
  return false;
}

// The first thing that is wrong with the spans of `document`, or nothing.
inline std::string OffsetComplaint(const Document& document) {
  const std::vector<uint32_t> chars = CharsAtBytes(document.text);
  auto wrong = [](const char* what, size_t index) { return what + (" " + std::to_string(index)); };
  uint32_t end = 0;
  for (size_t i = 0; i < document.tokens.size(); ++i) {
    const Token& t = document.tokens[i];
    if (t.bytes.begin < end || t.bytes.end <= t.bytes.begin || t.bytes.end > document.text.size())
      return wrong("bytes of token", i);
    if (chars[t.bytes.begin] != t.char_begin || chars[t.bytes.end] != t.char_end)
      return wrong("characters of token", i);
    if (t.ascii != (t.char_end - t.char_begin == t.bytes.size())) return wrong("ascii of token", i);
    if (HasSubstance(document.text.substr(end, t.bytes.begin - end)))
      return wrong("gap before token", i);
    if (t.space_before != (i == 0 || t.bytes.begin != end)) return wrong("space before token", i);
    if (document.CharsOf(t.bytes) != Span{t.char_begin, t.char_end})
      return wrong("CharsOf token", i);
    end = t.bytes.end;
  }
  if (HasSubstance(document.text.substr(end))) return "text after the last token";
  uint32_t next = 0;
  for (size_t k = 0; k < document.sentences.size(); ++k) {
    const Sentence& s = document.sentences[k];
    if (s.tokens.begin != next || s.tokens.end <= next) return wrong("tokens of sentence", k);
    next = s.tokens.end;
    if (s.bytes != document.BytesOf(s.tokens.begin, s.tokens.end))
      return wrong("bytes of sentence", k);
    if (chars[s.bytes.begin] != s.chars.begin || chars[s.bytes.end] != s.chars.end)
      return wrong("characters of sentence", k);
    if (document.SentenceOf(s.tokens.begin) != k || document.SentenceOf(s.tokens.end - 1) != k)
      return wrong("SentenceOf", k);
  }
  if (next != document.tokens.size()) return "sentences do not cover the tokens";
  for (size_t k = 0; k < document.parts.size(); ++k) {
    const Span& part = document.parts[k].tokens;
    if (part.begin >= part.end || part.end > document.tokens.size()) return wrong("part", k);
    if (document.SentenceOf(part.begin) != document.SentenceOf(part.end - 1))
      return wrong("part across sentences", k);
  }
  return {};
}

}  // namespace factline
#endif  // FACTLINE_TESTS_SLOW_OFFSETS_H_
