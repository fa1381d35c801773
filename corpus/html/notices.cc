#include "corpus/html/notices.h"

#include <cstdint>
#include <string>

namespace factline {
namespace {

enum class NoticeWords : uint8_t { begin, anywhere, heading };

struct Row {
  std::string_view words;
  NoticeWords where;
};

constexpr Row kRows[] = {
#include "html/notices.inc"
};

constexpr size_t kLongest = 300;  // of a notice, in bytes

// Lower case (ASCII), white space single, typographic apostrophes plain.
std::string Plain(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (text.substr(i, 3) == "\xE2\x80\x99") {
      plain += '\'';
      i += 2;
    } else if (c == ' ' || c == '\n' || c == '\t' || text.substr(i, 2) == "\xC2\xA0") {
      if (!plain.empty() && plain.back() != ' ') plain += ' ';
      if (c == '\xC2') ++i;
    } else {
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
  }
  return plain;
}

}  // namespace

bool IsNotice(std::string_view text) {
  if (text.size() > kLongest) return false;
  std::string plain = Plain(text);
  for (const Row& row : kRows) {
    if (row.where == NoticeWords::heading) continue;
    size_t at = plain.find(row.words);
    if (at == 0 || (at != std::string::npos && row.where == NoticeWords::anywhere)) return true;
  }
  return false;
}

bool IsHeadingOfOthers(std::string_view text) {
  if (text.size() > kLongest) return false;
  std::string plain = Plain(text);
  if (!plain.empty() && plain.back() == ':') plain.pop_back();
  for (const Row& row : kRows) {
    if (row.where == NoticeWords::heading && row.words == plain) return true;
  }
  return false;
}

}  // namespace factline
