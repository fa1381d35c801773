#include "pipeline/entities/name_words.h"

namespace factline {
namespace {

bool Agree(const NameWords::Word& x, const NameWords::Word& y) {
  if (x.key == y.key) return true;
  return (x.initial || y.initial) && x.letter != 0 && x.letter == y.letter;
}

// Whether the given names of one are those of the other, some left out or cut to
// initials: "George W." and "George", "J." and "John"; not "George H. W." and
// "George W.".
bool GivenNamesAgree(const NameWords& a, const NameWords& b) {
  uint32_t given_a = a.size() - 1, given_b = b.size() - 1;
  if (!Agree(a[0], b[0])) return false;
  uint32_t i = 1, j = 1;
  while (i < given_a && j < given_b) {
    if (!Agree(a[i], b[j])) return false;
    ++i;
    ++j;
  }
  // One of them may leave its middle names out, but not some of them.
  return (i == given_a && j == given_b) || i == 1 || j == 1;
}

bool IsSuffix(const Reading& reading, uint32_t i) {
  return reading.Is(i, "jr.") || reading.Is(i, "jr") || reading.Is(i, "sr.") ||
         reading.Is(i, "sr") || reading.Is(i, "ii") || reading.Is(i, "iii") || reading.Is(i, "iv");
}

// "Al" in "Al-Assad" begins a family name and is none itself.
bool IsArticle(const Reading& reading, uint32_t i) {
  if (!reading.Has(i, Role::name_particle)) return false;
  if (reading.token(i).shape == Shape::kLower) return true;
  return i + 1 < reading.size() && reading.token(i + 1).is_hyphen() &&
         !reading.token(i + 1).space_before && reading.token(i).bytes.size() == 2;
}

}  // namespace

uint32_t WordKey(const Reading& reading, uint32_t i) {
  const Token& t = reading.token(i);
  if (!t.is_word() && !t.is_number()) return 0;
  char folded[kLongestKey];
  uint32_t n = LexiconKey(reading.Text(i), t, folded, sizeof folded);
  uint32_t letters = 0;
  for (uint32_t k = 0; k < n; ++k) {
    if (folded[k] != '.') folded[letters++] = folded[k];
  }
  return letters == 0 ? 0 : Lexicon::HashOf({folded, letters});
}

NameWords::NameWords(const Reading& reading, const Span& tokens) {
  for (uint32_t i = tokens.begin; i < tokens.end && count_ < kMost; ++i) {
    const Token& t = reading.token(i);
    uint32_t key = WordKey(reading, i);
    if (key == 0 || t.clitic) continue;
    Word& word = words_[count_++];
    char lower = static_cast<char>(reading.Text(i)[0] | 0x20);
    word.key = key;
    word.token = i;
    word.capital = t.capitalized();
    word.letter = lower >= 'a' && lower <= 'z' ? lower : '\0';
    word.initial =
        t.capitalized() && (t.bytes.size() == 1 || (t.abbreviation && t.bytes.size() <= 4));
  }
}

NameWords NameWords::OfPerson(const Reading& reading, const Span& tokens) {
  NameWords words(reading, tokens);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < words.count_; ++i) {
    const Word& word = words.words_[i];
    bool suffix = i > 0 && IsSuffix(reading, word.token);
    if (suffix) words.suffix_ = word.key;
    if (!suffix && !IsArticle(reading, word.token)) words.words_[kept++] = word;
  }
  if (kept > 0) words.count_ = kept;
  return words;
}

NameWords NameWords::OfOrganization(const Reading& reading, const Span& tokens) {
  NameWords words(reading, tokens);
  while (words.count_ > 1 && reading.Has(words.back().token, Role::company_suffix)) {
    --words.count_;
  }
  return words;
}

uint32_t NameWords::KeyOf(uint32_t first, uint32_t last) const {
  uint64_t h = last - first;
  for (uint32_t i = first; i < last; ++i) {
    h = (h ^ words_[i].key) * 0x9E3779B97F4A7C15ull;
    h ^= h >> 32;
  }
  return static_cast<uint32_t>(h);
}

bool CanBeOnePerson(const NameWords& a, const NameWords& b) {
  if (a.suffix() != 0 && b.suffix() != 0 && a.suffix() != b.suffix()) return false;
  if (a.back().key == b.back().key) return GivenNamesAgree(a, b);
  // "Luis García" and "Luis García López": the first family name is the one used.
  const NameWords& longer = a.size() > b.size() ? a : b;
  const NameWords& shorter = a.size() > b.size() ? b : a;
  if (longer.size() == shorter.size()) return false;
  for (uint32_t i = 0; i < shorter.size(); ++i) {
    if (longer[i].key != shorter[i].key) return false;
  }
  return true;
}

}  // namespace factline
