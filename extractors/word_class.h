// What a word is where it stands: noun, verb, adjective, …  The ground of phrases.
//
// Pure functions of a Reading: any number of threads.

#ifndef FACTLINE_EXTRACTORS_WORD_CLASS_H_
#define FACTLINE_EXTRACTORS_WORD_CLASS_H_

#include <cstdint>
#include <string_view>

#include "extractors/reading.h"

namespace factline {

// What a token is where it stands.
enum class WordClass : uint8_t {
  kOther,  // punctuation, signs, addresses
  kDeterminer,
  kPreposition,
  kPronoun,
  kConjunction,
  kAuxiliary,   // "was", "has", "will"
  kVerb,        // finite or infinitive
  kParticiple,  // "killed", "running": as a modifier or after an auxiliary
  kAdverb,
  kAdjective,
  kNoun,    // in the singular
  kPlural,  // a noun in the plural
  kName,    // a capitalised word inside a sentence, or one no lexicon knows
  kNumber,  // of a numeral, digits or words
};

// The class of token `i`, by its own roles, its spelling and its neighbours.
WordClass ClassOf(const Reading& reading, uint32_t i);

// Whether a token of this class can be the last word of a noun phrase.
inline bool IsNominal(WordClass c) {
  return c == WordClass::kNoun || c == WordClass::kPlural || c == WordClass::kName;
}

inline constexpr RoleSet kNominal = Bits(Role::noun, Role::plural);

// Whether token `i` can stand inside or at the end of a noun phrase.
bool MayBeNominal(const Reading& reading, uint32_t i);

// Whether a word that no lexicon knows looks like a plural.
bool PluralByEnding(std::string_view text);

inline bool EndsIn(std::string_view text, std::string_view ending) {
  return text.size() > ending.size() + 1 && text.substr(text.size() - ending.size()) == ending;
}

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_WORD_CLASS_H_
