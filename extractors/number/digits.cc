#include "extractors/number/digits.h"

#include <algorithm>

namespace factline {
namespace {

// Longer runs of digits are serial numbers, and need more than 37 digits.
constexpr size_t kLongest = 40;

// Whether the groups between `separator`s are as thousands (or lakhs) are written.
bool GroupsAsThousands(std::string_view text, char separator) {
  size_t first = text.find(separator);
  if (first == 0 || first > 3) return false;
  std::string_view rest = text.substr(first);
  bool western = true, indian = true;
  size_t groups = 0;
  while (!rest.empty()) {
    rest.remove_prefix(1);
    size_t end = rest.find(separator);
    size_t size = end == std::string_view::npos ? rest.size() : end;
    bool last = end == std::string_view::npos;
    western &= size == 3;
    indian &= size == (last ? 3u : 2u);
    rest = last ? std::string_view() : rest.substr(end);
    ++groups;
  }
  return western || (indian && groups > 1 && first <= 2);
}

std::optional<DigitsValue> Parse(std::string_view text, char separator, char point, bool grouped) {
  char plain[kLongest];
  size_t n = 0;
  for (char c : text) {
    if (c == separator) continue;
    plain[n++] = c == point ? '.' : c;
  }
  auto value = Decimal::Parse({plain, n});
  if (!value) return std::nullopt;
  return DigitsValue{*value, grouped};
}

}  // namespace

bool AllDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<DigitsValue> ReadDigits(std::string_view text) {
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  size_t commas = static_cast<size_t>(std::count(text.begin(), text.end(), ','));
  size_t points = static_cast<size_t>(std::count(text.begin(), text.end(), '.'));
  if (commas == 0 && points <= 1) return Parse(text, 0, '.', false);
  if (points == 0) {
    if (GroupsAsThousands(text, ',')) return Parse(text, ',', '.', true);
    if (commas == 1) return Parse(text, 0, ',', false);  // a decimal comma
    return std::nullopt;
  }
  if (commas == 0) {
    return GroupsAsThousands(text, '.') ? Parse(text, '.', 0, true) : std::nullopt;
  }
  bool point_last = text.rfind('.') > text.rfind(',');
  if (point_last && points == 1 && GroupsAsThousands(text.substr(0, text.find('.')), ',')) {
    return Parse(text, ',', '.', true);
  }
  if (!point_last && commas == 1 && GroupsAsThousands(text.substr(0, text.find(',')), '.')) {
    return Parse(text, '.', ',', true);
  }
  return std::nullopt;
}

}  // namespace factline
