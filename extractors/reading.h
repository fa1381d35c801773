// A Reading is a Document in which every token has been looked up once.
//
// Extractors see nothing else: tokens, what the lexicon says of each word and
// of the longest phrase that begins at it, and the numerals.  Made once an
// article, reused for the next; read-only for extractors.

#ifndef FACTLINE_EXTRACTORS_READING_H_
#define FACTLINE_EXTRACTORS_READING_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "extractors/lexicon.h"
#include "extractors/number/numeral.h"
#include "extractors/recent_words.h"
#include "schemas/arena.h"
#include "schemas/article.h"

namespace factline {

// What the lexicon says of one token.
struct Lexed {
  uint32_t word = 0;    // entry of the token's own form; 0 unknown
  uint32_t phrase = 0;  // entry of the longest phrase that begins here
  uint16_t phrase_tokens = 0;
  uint32_t state = 0;        // where phrases that begin with the word go on, or 0
  RoleSet roles = 0;         // of the word, as it is written here
  RoleSet phrase_roles = 0;  // of every phrase that begins here
};

// A use of the lexicon at a place: which line, over how many tokens.
struct Sense {
  LexiconRow row;
  uint32_t tokens = 0;
  explicit operator bool() const { return tokens != 0; }
};

class Reading {
 public:
  explicit Reading(const Lexicon& lexicon) : lexicon_(&lexicon) {}

  // Reads `article`; all that was read before is gone.  `article` must outlive
  // this reading.
  void Read(const Article& article);

  const Article& article() const { return *article_; }
  const Document& document() const { return document_; }
  const Lexicon& lexicon() const { return *lexicon_; }

  uint32_t size() const { return static_cast<uint32_t>(document_.tokens.size()); }
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  std::string_view Text(uint32_t i) const { return document_.Text(document_.tokens[i]); }

  const Lexed& lexed(uint32_t i) const { return lexed_[i]; }
  bool Has(uint32_t i, Role role) const { return lexed_[i].roles & Bit(role); }
  bool HasAny(uint32_t i, RoleSet roles) const { return lexed_[i].roles & roles; }

  // The longest phrase, else the word, that plays `role` from token `i` on.
  Sense At(uint32_t i, Role role) const;
  // The same for a phrase or word that ends before token `end`, looking back at
  // most `reach` tokens.
  Sense Before(uint32_t end, Role role, uint32_t reach = 4) const;

  // Union of the roles of a sentence's words and phrases, and whether it has a digit.
  RoleSet RolesOf(uint32_t sentence) const { return sentence_roles_[sentence]; }
  bool HasDigit(uint32_t sentence) const { return sentence_digit_[sentence]; }

  // Whether token `i`, lower-cased ASCII, is `lower`.  For the few words a
  // grammar itself is made of; words that carry knowledge are in lexicons.
  bool Is(uint32_t i, std::string_view lower) const {
    return i < size() && token(i).bytes.size() == lower.size() && Spells(i, lower);
  }

  // Numerals in order of place; none overlaps another.
  const std::vector<Numeral>& numerals() const { return numerals_; }
  // The numeral that covers token `i`, or null.
  const Numeral* NumeralOver(uint32_t i) const {
    if (i >= numeral_at_.size() || numeral_at_[i] == 0) return nullptr;
    return &numerals_[numeral_at_[i] - 1];
  }
  // The numeral that begins at token `i`, or null.
  const Numeral* NumeralAt(uint32_t i) const;
  // The numeral that ends before token `i`, or null.
  const Numeral* NumeralBefore(uint32_t i) const;

  // For strings that records need and that do not stand in the text.
  Arena& arena() const { return arena_; }

 private:
  // A word on its way through the lexicon.
  struct Wanted {
    uint32_t token, size, hash;
    char text[kLongestKey + 8];
  };
  void LookUpAll();
  // Makes the key of token `i`.  False where the lexicon has nothing of its kind.
  bool Want(uint32_t i, Wanted* wanted) const;
  RoleSet WordRoles(uint32_t i) const;
  void FindPhrases();
  void WalkPhrases(uint32_t i);
  RoleSet ExactRoles(uint32_t entry, uint32_t first, uint32_t tokens, RoleSet roles) const;
  bool SenseHolds(const lexicon_image::Sense& sense, uint32_t first, uint32_t tokens) const;
  Sense FindSense(uint32_t entry, uint32_t first, uint32_t tokens, Role role) const;
  void ReadNumerals();
  // Is(), of a token as long as `lower`.
  bool Spells(uint32_t i, std::string_view lower) const;

  const Lexicon* lexicon_;
  const Article* article_ = nullptr;
  Document document_;
  std::vector<Lexed> lexed_;
  RecentWords recent_words_;
  std::vector<RoleSet> sentence_roles_;
  std::vector<bool> sentence_digit_;
  std::vector<Numeral> numerals_;
  std::vector<uint32_t> numeral_at_;  // per token: 1 + index of the numeral that covers it
  mutable Arena arena_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_READING_H_
