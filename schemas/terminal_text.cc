#include "schemas/terminal_text.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace factline {
namespace {

struct Range {
  uint32_t first, last;
};

// Marks that turn the direction of writing, or are invisible and can hide text.
constexpr Range kTurning[] = {{0x200E, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x2069}};
constexpr Range kNarrow[] = {
    {0x0300, 0x036F}, {0x200B, 0x200D}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}};
constexpr Range kWide[] = {{0x1100, 0x115F}, {0x2E80, 0xA4CF},   {0xAC00, 0xD7A3},
                           {0xF900, 0xFAFF}, {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
                           {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};

template <size_t N>
bool In(const Range (&ranges)[N], uint32_t c) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [&](const Range& r) { return r.first <= c && c <= r.last; });
}

bool IsSpace(uint32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x2028 ||
         c == 0x2029;
}

bool IsHostile(uint32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || In(kTurning, c); }

// Takes the first character off `*text`, which is not empty.
uint32_t Take(std::string_view* text, std::string_view* bytes) {
  unsigned char lead = static_cast<unsigned char>((*text)[0]);
  size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  size = std::min(size, text->size());
  uint32_t c = size == 1 ? lead : lead & (0x7Fu >> size);
  for (size_t i = 1; i < size; ++i) c = c << 6 | (static_cast<unsigned char>((*text)[i]) & 0x3F);
  *bytes = text->substr(0, size);
  text->remove_prefix(size);
  return c;
}

int ColumnsOf(uint32_t c) { return In(kNarrow, c) ? 0 : In(kWide, c) ? 2 : 1; }

// The most bytes of `text` that `width` columns hold.
size_t Fitting(std::string_view text, int width) {
  std::string_view rest = text, bytes;
  int used = 0;
  while (!rest.empty()) {
    size_t at = text.size() - rest.size();
    used += ColumnsOf(Take(&rest, &bytes));
    if (used > width) return at;
  }
  return text.size();
}

}  // namespace

std::string TerminalText(std::string_view text) {
  std::string clean;
  bool space = false;
  std::string_view bytes;
  while (!text.empty()) {
    uint32_t c = Take(&text, &bytes);
    if (IsSpace(c)) {
      space = !clean.empty();
      continue;
    }
    if (space) clean.push_back(' ');
    space = false;
    clean.append(IsHostile(c) ? std::string_view("\uFFFD") : bytes);
  }
  return clean;
}

int ColumnsOf(std::string_view text) {
  int columns = 0;
  std::string_view bytes;
  while (!text.empty()) columns += ColumnsOf(Take(&text, &bytes));
  return columns;
}

std::vector<std::string> Wrap(std::string_view text, int width) {
  std::vector<std::string> lines;
  while (true) {
    size_t end = Fitting(text, width);
    if (end == text.size()) {
      lines.emplace_back(text);
      return lines;
    }
    size_t space = text.substr(0, end + 1).rfind(' ');
    bool between_words = space != std::string_view::npos && space > 0;
    lines.emplace_back(text.substr(0, between_words ? space : end));
    text.remove_prefix(between_words ? space + 1 : end);
  }
}

void AppendPadded(std::string_view text, int width, std::string* out) {
  out->append(text);
  out->append(static_cast<size_t>(std::max(0, width - ColumnsOf(text))), ' ');
}

}  // namespace factline
