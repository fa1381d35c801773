// NameWords: the words of a name, folded, so that names can be compared.
//
//   "George W. Bush" -> george, w (an initial), bush;  "al-Assad" -> assad

#ifndef FACTLINE_PIPELINE_ENTITIES_NAME_WORDS_H_
#define FACTLINE_PIPELINE_ENTITIES_NAME_WORDS_H_

#include <array>
#include <cstdint>
#include <span>

#include "extractors/extractor.h"

namespace factline {

// The folded form of token `i` as one number, "U.N." as "UN"; 0 of a sign.
// Equal words have equal keys; unequal ones have not, but for one pair in four
// thousand million.
uint32_t WordKey(const Reading& reading, uint32_t i);

class NameWords {
 public:
  static constexpr uint32_t kMost = 16;  // words beyond are left out

  struct Word {
    uint32_t key = 0;
    uint32_t token = 0;
    char letter = 0;  // the first, lower case; 0 where it is not ASCII
    bool initial = false;
    bool capital = false;
  };

  NameWords() = default;

  // Of a person: without small words ("al-", "van") and "Jr.".
  static NameWords OfPerson(const Reading& reading, const Span& tokens);
  // Of an organization: without legal forms at its end.
  static NameWords OfOrganization(const Reading& reading, const Span& tokens);

  uint32_t size() const { return count_; }
  const Word& operator[](uint32_t i) const { return words_[i]; }
  const Word& front() const { return words_[0]; }
  const Word& back() const { return words_[count_ - 1]; }
  std::span<const Word> all() const { return {words_.data(), count_}; }

  // One number for the words [first, last).
  uint32_t KeyOf(uint32_t first, uint32_t last) const;
  uint32_t KeyFrom(uint32_t first) const { return KeyOf(first, count_); }

  // The key of "Jr." or "III" that was left out; 0 where none was.
  uint32_t suffix() const { return suffix_; }

 private:
  NameWords(const Reading& reading, const Span& tokens);

  std::array<Word, kMost> words_{};
  uint32_t count_ = 0;
  uint32_t suffix_ = 0;
};

// Whether two names of people, both of two words or more, can be one person's:
// one family name, and given names that are equal, left out or abbreviated.
bool CanBeOnePerson(const NameWords& a, const NameWords& b);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_ENTITIES_NAME_WORDS_H_
