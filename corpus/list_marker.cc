#include "corpus/list_marker.h"

namespace factline {
namespace {

using Style = ListMarker::Style;

constexpr size_t kMostDigits = 3;  // "2003." is a year

bool IsBullet(const Document& document, uint32_t i) {
  const Token& t = document.tokens[i];
  std::string_view text = document.Text(t);
  for (const char* bullet : {"•", "⁃", "▪", "■", "●", "◦", "‣"}) {
    if (text == bullet) return true;
  }
  bool alone = i + 1 < document.tokens.size() && document.tokens[i + 1].space_before;
  return t.line_before && alone && (t.is('*') || t.is_hyphen() || t.is(kEmDash) || text == "·");
}

uint32_t NumberOf(std::string_view digits) {
  uint32_t value = 0;
  for (char c : digits) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + static_cast<uint32_t>(c - '0');
  }
  return value;
}

// The value of "i" to "xxxix", or 0.
uint32_t RomanOf(std::string_view text) {
  uint32_t value = 0;
  for (size_t k = 0; k < text.size(); ++k) {
    uint32_t digit = text[k] == 'i' ? 1 : text[k] == 'v' ? 5 : text[k] == 'x' ? 10 : 0;
    if (digit == 0) return 0;
    bool smaller = k + 1 < text.size() && digit == 1 && text[k + 1] != 'i';
    value = smaller ? value - digit : value + digit;
  }
  return value;
}

}  // namespace

bool ListMarker::Follows(const ListMarker& before) const {
  if (style == Style::kNone || before.style == Style::kNone) return false;
  if (value == 1 && before.value > 1) return true;
  if (style != before.style) return false;
  if (stop != before.stop || bracket != before.bracket) return false;
  return (value != 0 && value == before.value + 1) || (roman != 0 && roman == before.roman + 1);
}

ListMarker ListMarkerAt(const Document& document, uint32_t i) {
  const auto& tokens = document.tokens;
  uint32_t n = static_cast<uint32_t>(tokens.size());
  if (i >= n) return {};
  const Token& t = tokens[i];
  std::string_view text = document.Text(t);
  ListMarker marker;
  if (!t.is_word() && !t.is_number()) {
    if (!IsBullet(document, i)) return {};
    marker.style = Style::kBullet;
    marker.end = i + 1;
    return marker;
  }
  uint32_t j = i + 1;
  if (t.is_number()) {
    if (text.size() > kMostDigits || NumberOf(text) == 0) return {};
    marker.style = Style::kNumber;
    marker.value = NumberOf(text);
  } else {
    marker.stop = text.size() == 2 && text[1] == '.';
    marker.roman = text.size() <= 5 ? RomanOf(text) : 0;
    marker.style = Style::kLetter;
    char letter = static_cast<char>(text[0] | 0x20);
    if ((text.size() == 1 || marker.stop) && letter >= 'a' && letter <= 'z')
      marker.value = static_cast<uint32_t>(letter - 'a' + 1);
    else if (marker.roman == 0)
      return {};
  }
  if (j < n && tokens[j].is('.') && !tokens[j].space_before) marker.stop = true, ++j;
  if (j < n && tokens[j].is(')') && !tokens[j].space_before) marker.bracket = true, ++j;
  // "J. Robert Hale" begins with an initial.
  if (marker.style == Style::kLetter && !marker.bracket && t.capitalized()) return {};
  if ((!marker.stop && !marker.bracket) || j >= n || !tokens[j].space_before) return {};
  marker.end = j;
  return marker;
}

}  // namespace factline
