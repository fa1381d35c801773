// A text counts as wrapped when many of its lines stop in the middle of a
// sentence and nearly all of those are about as long as the longest.
//
//   wrapped      "Georgia and Turkey signed an accord on\nSaturday launching a …"
//   not wrapped  "The deal does not allow Turkey to send its troops into Iraq.\nPolice …"
//                (one sentence a line), "Election Results\nEddie Chu received …"
//
// The width is what all but a thirtieth of the lines keep to, so that one address
// or table row does not widen it.

#include "corpus/line_layout.h"

#include <algorithm>
#include <array>

namespace factline {
namespace {

constexpr uint32_t kLongest = 110;  // of a wrapped line, in characters
constexpr uint32_t kShortest = 40;  // a line below may be a headline, whatever its end

struct Lines {
  std::array<uint32_t, kLongest + 1> by_length{};
  std::array<uint32_t, kLongest + 1> unfinished_by_length{};
  uint32_t all = 0;
  uint32_t fitting = 0;     // between kShortest and kLongest
  uint32_t unfinished = 0;  // those of them that end without a stop
  uint32_t blank = 0;       // followed by a blank line
};

bool IsStop(const Token& t) {
  return t.is('.') || t.is('!') || t.is('?') || t.is(':') || t.is(kEllipsis) || t.is_quote() ||
         t.abbreviation;
}

Lines Measure(const std::vector<Token>& tokens) {
  Lines lines;
  for (size_t i = 0, begin = 0; i < tokens.size(); ++i) {
    bool last = i + 1 == tokens.size();
    if (!last && !tokens[i + 1].line_before) continue;
    ++lines.all;
    if (!last && tokens[i + 1].blank_before) ++lines.blank;
    uint32_t length = tokens[i].char_end - tokens[begin].char_begin;
    begin = i + 1;
    if (length > kLongest) continue;
    ++lines.by_length[length];
    if (length < kShortest) continue;
    ++lines.fitting;
    if (IsStop(tokens[i])) continue;
    ++lines.unfinished;
    ++lines.unfinished_by_length[length];
  }
  return lines;
}

uint32_t WidthOf(const Lines& lines) {
  uint32_t spare = std::max(1u, lines.fitting / 30);
  for (uint32_t width = kLongest; width >= kShortest; --width) {
    if (lines.by_length[width] >= spare) return width;
    spare -= lines.by_length[width];
  }
  return 0;
}

}  // namespace

LineLayout LineLayout::Of(const Document& document) {
  LineLayout layout;
  Lines lines = Measure(document.tokens);
  if (lines.unfinished < 3 || lines.unfinished * 3 < lines.fitting ||
      lines.fitting * 10 < lines.all * 4) {
    return layout;
  }
  uint32_t width = WidthOf(lines);
  uint32_t near = 0;
  for (uint32_t length = width * 3 / 4; length <= kLongest; ++length) {
    near += lines.unfinished_by_length[length];
  }
  if (near * 5 < lines.unfinished * 4) return layout;
  layout.width_ = width;
  layout.doubled_ = lines.blank * 10 >= lines.all * 8;
  return layout;
}

}  // namespace factline
