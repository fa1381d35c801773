#include "corpus/html/element_words.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace factline {
namespace {

enum class ElementWord : uint8_t { body, noise, comments, unseen, modifier };

struct Row {
  std::string_view words;
  ElementWord kind;
};

constexpr Row kRows[] = {
#include "html/element_words.inc"
};

constexpr size_t kMostWords = 3;       // of a row
constexpr size_t kLongestNames = 512;  // of an attribute, in bytes; more is a style sheet's doing

using Kinds = std::unordered_map<std::string_view, uint8_t>;  // bits by ElementWord

const Kinds& Table() {
  static const Kinds table = [] {
    Kinds kinds;
    for (const Row& row : kRows)
      kinds[row.words] |= static_cast<uint8_t>(1u << static_cast<unsigned>(row.kind));
    return kinds;
  }();
  return table;
}

bool Has(uint8_t kinds, ElementWord kind) {
  return (kinds >> static_cast<unsigned>(kind) & 1u) != 0;
}

uint8_t LookUp(std::string_view words) {
  auto found = Table().find(words);
  return found == Table().end() ? 0 : found->second;
}

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// One class, lower case, its words with single hyphens between; `begins` has where
// each begins.
void Split(std::string_view name, std::string* words, std::vector<size_t>* begins) {
  words->clear();
  begins->clear();
  for (size_t i = 0; i < name.size(); ++i) {
    char c = name[i];
    if (!IsUpper(c) && !IsLower(c) && !IsDigit(c)) continue;
    bool first =
        i == 0 || (!IsUpper(name[i - 1]) && !IsLower(name[i - 1]) && !IsDigit(name[i - 1]));
    bool hump = i > 0 && IsUpper(c) && IsLower(name[i - 1]);
    if (first || hump) {
      if (!words->empty()) *words += '-';
      begins->push_back(words->size());
    }
    *words += IsUpper(c) ? static_cast<char>(c | 0x20) : c;
  }
}

void AddKindsOf(std::string_view name, std::string* words, std::vector<size_t>* begins,
                ElementKinds* kinds) {
  Split(name, words, begins);
  size_t count = begins->size();
  auto from_to = [&](size_t first, size_t last) {
    size_t end = last < count ? (*begins)[last] - 1 : words->size();
    return std::string_view(*words).substr((*begins)[first], end - (*begins)[first]);
  };
  if (count >= 2 && Has(LookUp(from_to(0, 1)), ElementWord::modifier)) {
    bool known = LookUp(from_to(0, count)) != 0;  // "page-links" is a name of its own
    if (!known) return;
  }
  for (size_t first = 0; first < count; ++first) {
    for (size_t last = first + 1; last <= count && last <= first + kMostWords; ++last) {
      uint8_t found = LookUp(from_to(first, last));
      kinds->body |= Has(found, ElementWord::body);
      kinds->noise |= Has(found, ElementWord::noise);
      kinds->comments |= Has(found, ElementWord::comments);
      kinds->unseen |= Has(found, ElementWord::unseen);
    }
  }
}

}  // namespace

ElementKinds KindsOf(std::string_view names) {
  ElementKinds kinds;
  names = names.substr(0, kLongestNames);
  std::string words;
  std::vector<size_t> begins;
  for (size_t at = 0; at < names.size();) {
    size_t end = names.find_first_of(" \t\r\n", at);
    if (end == std::string_view::npos) end = names.size();
    if (end > at) AddKindsOf(names.substr(at, end - at), &words, &begins, &kinds);
    at = end + 1;
  }
  return kinds;
}

}  // namespace factline
