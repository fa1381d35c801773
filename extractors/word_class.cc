// How a word gets its class.
//
// It is looked up, not guessed, as far as the lexicons go.  Where they leave a choice
// ("strikes", "clean", "building") the two neighbours settle it: after a determiner,
// an adjective, a number or a preposition it is a noun, after "to", a modal or a
// pronoun a verb.  Unclear cases lean towards the noun: who asks stands at a number
// or at a fact.

#include "extractors/word_class.h"

namespace factline {
namespace {

constexpr RoleSet kOpen =
    Bits(Role::noun, Role::plural, Role::verb, Role::participle, Role::adjective, Role::adverb);
constexpr RoleSet kClosed =
    Bits(Role::determiner, Role::preposition, Role::pronoun, Role::conjunction, Role::auxiliary);

// What an unknown word in small letters looks like.
WordClass ByEnding(std::string_view text) {
  if (EndsIn(text, "ly")) return WordClass::kAdverb;
  if (EndsIn(text, "ed") || EndsIn(text, "ing")) return WordClass::kParticiple;
  if (EndsIn(text, "ous") || EndsIn(text, "ful") || EndsIn(text, "less") || EndsIn(text, "able") ||
      EndsIn(text, "ible") || EndsIn(text, "ical")) {
    return WordClass::kAdjective;
  }
  return PluralByEnding(text) ? WordClass::kPlural : WordClass::kNoun;
}

bool IsFirst(const Reading& reading, uint32_t i) {
  if (i == 0) return true;
  const Token& before = reading.token(i - 1);
  return before.is('.') || before.is('!') || before.is('?') || before.is(':') ||
         before.is_quote() || reading.token(i).blank_before;
}

// What the word before says of a word that can be several things.
enum class Lean : uint8_t { kNone, kNoun, kVerb };

Lean LeanOf(const Reading& reading, uint32_t i) {
  if (i == 0) return Lean::kNone;
  const Token& before = reading.token(i - 1);
  if (before.clitic || before.is_number() || reading.NumeralOver(i - 1) != nullptr) {
    return Lean::kNoun;
  }
  if (!before.is_word()) return Lean::kNone;
  if (before.shape == Shape::kUpper) return Lean::kNone;  // "US", not "us"
  RoleSet roles = reading.lexed(i - 1).roles;
  if (reading.Is(i - 1, "to")) return Lean::kVerb;
  if (roles & Bit(Role::auxiliary)) {
    bool modal = !reading.Is(i - 1, "is") && !reading.Is(i - 1, "was") &&
                 !reading.Is(i - 1, "are") && !reading.Is(i - 1, "were") &&
                 !reading.Is(i - 1, "had") && !reading.Is(i - 1, "has") &&
                 !reading.Is(i - 1, "have");
    return modal ? Lean::kVerb : Lean::kNone;
  }
  if (roles & Bits(Role::determiner, Role::preposition)) return Lean::kNoun;
  if (roles & Bit(Role::pronoun)) return Lean::kVerb;
  if ((roles & kOpen) == Bit(Role::adjective)) return Lean::kNoun;
  return Lean::kNone;
}

// Whether what follows `i` reads like the object of a verb: "attacks the", "reports that".
bool ObjectFollows(const Reading& reading, uint32_t i) {
  if (i + 1 >= reading.size() || !reading.token(i + 1).is_word()) return false;
  return reading.HasAny(i + 1, Bits(Role::determiner, Role::pronoun));
}

WordClass OpenClass(const Reading& reading, uint32_t i, RoleSet roles) {
  bool nominal = roles & kNominal;
  WordClass noun = roles & Bit(Role::plural) ? WordClass::kPlural : WordClass::kNoun;
  Lean lean = LeanOf(reading, i);
  bool next_nominal = MayBeNominal(reading, i + 1);
  if (roles & Bit(Role::verb)) {
    if (lean == Lean::kVerb) return WordClass::kVerb;
    if (nominal && lean != Lean::kNoun && ObjectFollows(reading, i)) return WordClass::kVerb;
    if (!nominal && !(roles & Bits(Role::adjective, Role::participle, Role::adverb))) {
      return WordClass::kVerb;
    }
  }
  if (roles & Bit(Role::adjective)) {
    if (next_nominal || !nominal) {
      if (roles & Bit(Role::participle)) return WordClass::kParticiple;
      if (roles & Bit(Role::adverb) && !next_nominal) return WordClass::kAdverb;
      if (next_nominal || lean != Lean::kNone || !(roles & Bit(Role::verb))) {
        return WordClass::kAdjective;
      }
      return WordClass::kVerb;
    }
    return lean == Lean::kNoun ? noun : WordClass::kAdjective;
  }
  if (roles & Bit(Role::participle)) {
    return nominal && lean == Lean::kNoun ? noun : WordClass::kParticiple;
  }
  if (nominal) return noun;
  return roles & Bit(Role::adverb) ? WordClass::kAdverb : WordClass::kVerb;
}

WordClass ClosedClass(const Reading& reading, uint32_t i, RoleSet roles) {
  if (roles & Bit(Role::auxiliary)) return WordClass::kAuxiliary;
  bool determiner = roles & Bit(Role::determiner);
  if (determiner && roles & (kClosed & ~Bit(Role::determiner))) {
    determiner = MayBeNominal(reading, i + 1);
  }
  if (determiner) return WordClass::kDeterminer;
  if (roles & Bit(Role::plural)) return WordClass::kPlural;  // "others"
  if (roles & Bit(Role::pronoun)) return WordClass::kPronoun;
  if (roles & Bit(Role::conjunction)) return WordClass::kConjunction;
  return WordClass::kPreposition;
}

}  // namespace

bool MayBeNominal(const Reading& reading, uint32_t i) {
  if (i >= reading.size()) return false;
  const Token& token = reading.token(i);
  if (!token.is_word() || token.clitic) return false;
  RoleSet roles = reading.lexed(i).roles;
  if (roles & kClosed) return false;
  return (roles & (kNominal | Bit(Role::adjective))) || token.capitalized() || !(roles & kOpen);
}

bool PluralByEnding(std::string_view text) {
  return EndsIn(text, "s") && !EndsIn(text, "ss") && !EndsIn(text, "us") && !EndsIn(text, "is");
}

WordClass ClassOf(const Reading& reading, uint32_t i) {
  const Token& token = reading.token(i);
  if (token.is_number()) return WordClass::kNumber;
  if (!token.is_word() || token.clitic) return WordClass::kOther;
  // Words of other scripts are no part of an English phrase.
  if (static_cast<unsigned char>(reading.Text(i)[0]) >= 0xCD) return WordClass::kOther;
  RoleSet roles = reading.lexed(i).roles;
  bool inside = token.capitalized() && !IsFirst(reading, i);
  if (reading.NumeralOver(i) != nullptr) return WordClass::kNumber;
  if (roles & kClosed && !(inside && token.shape == Shape::kUpper)) {
    return ClosedClass(reading, i, roles);
  }
  if (inside) {
    if (roles & Bit(Role::plural)) return WordClass::kPlural;
    // "Argentinians", "Democrats", "NGOs"
    if (!(roles & kOpen) && token.shape != Shape::kUpper && PluralByEnding(reading.Text(i))) {
      return WordClass::kPlural;
    }
    // "Iraqis", "Yemenis"
    if (roles & Bit(Role::country) && token.shape == Shape::kCapital &&
        EndsIn(reading.Text(i), "is")) {
      return WordClass::kPlural;
    }
    bool only_verb = (roles & kOpen) == Bit(Role::verb);
    return only_verb ? WordClass::kVerb : WordClass::kName;
  }
  if (!(roles & kOpen)) {
    return token.capitalized() ? WordClass::kName : ByEnding(reading.Text(i));
  }
  return OpenClass(reading, i, roles);
}

}  // namespace factline
