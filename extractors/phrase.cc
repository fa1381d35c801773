// A noun phrase is read left to right: modifiers, nouns, names, words joined to them by
// hyphens; its head is the last noun.  Behind a number above one the first plural is
// the head unless another noun follows at once: "three men armed with", "20 security
// forces members".

#include "extractors/phrase.h"

#include <algorithm>

namespace factline {
namespace {

// With more unknown words than this, it is another language.
constexpr int kMostUnknown = 2;

// Reads a noun phrase from left to right.
class NounPhraseReader {
 public:
  NounPhraseReader(const Reading& reading, uint32_t first, uint32_t end, bool counted)
      : reading_(reading),
        first_(first),
        end_(std::min({end, reading.size(), first + kLongestPhrase})),
        counted_(counted) {}

  NounPhrase Read() {
    uint32_t i = SkipDeterminers();
    core_ = i;
    while (i < end_) {
      uint32_t next = Step(i);
      if (next == i) break;
      i = next;
    }
    NounPhrase phrase;
    if (!found_ || unknown_ > kMostUnknown) return phrase;
    phrase.tokens = {first_, head_ + 1};
    phrase.head = head_;
    phrase.core = std::min(core_, head_);
    phrase.plural = plural_;
    phrase.name = reading_.token(head_).capitalized();
    return phrase;
  }

 private:
  uint32_t SkipDeterminers() const {
    uint32_t i = first_;
    while (i < end_) {
      const Numeral* numeral = reading_.NumeralAt(i);
      if (numeral != nullptr) {
        i = numeral->tokens.end;
      } else if (ClassOf(reading_, i) == WordClass::kDeterminer) {
        ++i;
      } else {
        break;
      }
    }
    return i;
  }

  // The token after the one (or the joint) at `i`; `i` where the phrase ends.
  uint32_t Step(uint32_t i) {
    const Token& token = reading_.token(i);
    if (token.blank_before && i != first_) return i;
    if (token.is_hyphen()) return Glued(i) ? i + 1 : i;
    if (token.clitic) return Possessive(i);
    if (!token.is_word() && !token.is_number()) return Sign(i);
    if (found_ && Has(i, Bits(Role::month, Role::weekday))) return i;
    WordClass c = ClassOf(reading_, i);
    if (AfterHyphen(i)) return Compound(i, c);
    // "hard-working": the first half may be anything that modifies.
    bool half = i + 1 < end_ && reading_.token(i + 1).is_hyphen() && Glued(i + 1) &&
                (c == WordClass::kAdverb || c == WordClass::kAdjective);
    if (half && !Closed()) return i + 1;
    return Word(i, c);
  }

  uint32_t Word(uint32_t i, WordClass c) {
    switch (c) {
      case WordClass::kNoun:
        if (Closed() && !CompoundHead(i)) return i;
        return Take(i, false);
      case WordClass::kPlural:
        if (Closed() && !CompoundHead(i)) return i;
        return Take(i, true);
      case WordClass::kName:
        if (Closed() && !reading_.token(i - 1).capitalized()) return i;
        return Take(i, false);
      case WordClass::kAdjective:
      case WordClass::kParticiple:
        if (!found_ || (MidName(i) && !plural_)) return i + 1;
        if (!plural_ && Has(i, kNominal)) return Take(i, false);
        return LeadsToNoun(i) ? i + 1 : i;
      case WordClass::kAdverb:
        return found_ || i + 1 >= end_ || !Degree(i) || !Modifies(i + 1) ? i : i + 1;
      case WordClass::kNumber:
        return NumberInside(i);
      case WordClass::kVerb:
        // "one particular demand", "fourteen felony charges", "68 original cosponsors":
        // behind a number above one no verb is in the singular.
        if (counted_ && !plural_ && PluralByEnding(reading_.Text(i))) {
          return Take(i, true);
        }
        if (found_ && !(counted_ && !plural_ && Has(i, Bit(Role::plural)))) return i;
        return Has(i, kNominal) && i > first_ ? Take(i, Has(i, Bit(Role::plural))) : i;
      case WordClass::kConjunction:
        return Coordinates(i) ? i + 1 : i;
      default:
        return i;
    }
  }

  // After a hyphen anything goes on the word: "front-end", "vehicle-borne", "MiG-29".
  uint32_t Compound(uint32_t i, WordClass c) {
    bool plural = c == WordClass::kPlural;
    if (c == WordClass::kNoun || plural || c == WordClass::kName) return Take(i, plural);
    if (c == WordClass::kNumber && found_) head_ = i;
    if (c == WordClass::kParticiple) found_ = false;  // "good-paying" wants its noun
    return i + 1;
  }

  uint32_t Take(uint32_t i, bool plural) {
    unknown_ += reading_.lexed(i).word == 0 && !reading_.token(i).capitalized();
    found_ = true;
    plural_ = plural;
    head_ = i;
    return i + 1;
  }

  // A counted phrase is complete once it has its plural.
  bool Closed() const { return found_ && plural_; }

  // "security forces members": a plural may go on when the next word is nothing but
  // a noun in small letters.
  bool CompoundHead(uint32_t i) const {
    RoleSet roles = reading_.lexed(i).roles;
    if (reading_.token(i).capitalized()) return reading_.token(i - 1).capitalized();
    if (!(roles & kNominal)) return false;
    return !(roles & Bits(Role::verb, Role::participle, Role::adverb, Role::adjective));
  }

  // "severely injured", "most popular"; not "also discussed".
  bool Degree(uint32_t i) const {
    return EndsIn(reading_.Text(i), "ly") || reading_.Is(i, "very") || reading_.Is(i, "most");
  }

  bool Modifies(uint32_t i) const {
    WordClass c = ClassOf(reading_, i);
    return c == WordClass::kAdjective || c == WordClass::kParticiple;
  }

  // A modifier after a noun in the singular: "heart surgery patients", "crew senior men".
  bool LeadsToNoun(uint32_t i) const {
    if (plural_ || i + 1 >= end_) return false;
    RoleSet next = reading_.lexed(i + 1).roles;
    bool noun = reading_.token(i + 1).is_word() && next & kNominal;
    return noun && (counted_ || !(next & Bit(Role::verb)));
  }

  bool MidName(uint32_t i) const {
    return reading_.token(i).capitalized() && reading_.token(i - 1).capitalized();
  }

  uint32_t NumberInside(uint32_t i) const {
    // "Model 3 sedans", "three 9 litre cases"
    const Numeral* numeral = reading_.NumeralOver(i);
    uint32_t after = numeral != nullptr ? numeral->tokens.end : i + 1;
    bool noun = after < end_ && MayBeNominal(reading_, after);
    if (!found_) {
      // "the last two days", but "the firm hired ten men"
      bool verb = i > first_ && reading_.Has(i - 1, Role::participle);
      return noun && i != first_ && !verb ? after : i;
    }
    return reading_.token(i - 1).capitalized() && noun ? after : i;
  }

  bool Glued(uint32_t i) const {
    return i > first_ && i + 1 < end_ && !reading_.token(i).space_before &&
           !reading_.token(i + 1).space_before;
  }
  bool AfterHyphen(uint32_t i) const {
    return i > first_ && reading_.token(i - 1).is_hyphen() && !reading_.token(i).space_before;
  }

  uint32_t Possessive(uint32_t i) {
    if (!found_ || (counted_ && plural_) || i + 1 >= end_) return i;
    if (!MayBeNominal(reading_, i + 1) && reading_.NumeralAt(i + 1) == nullptr && !Degree(i + 1)) {
      return i;
    }
    found_ = false;
    const Numeral* numeral = i + 1 < end_ ? reading_.NumeralAt(i + 1) : nullptr;
    core_ = numeral != nullptr ? numeral->tokens.end : i + 1;
    return core_;
  }

  uint32_t Sign(uint32_t i) const {
    const Token& token = reading_.token(i);
    if (token.is_quote() && !found_ && i == core_) return i + 1;
    // "600 official “unsafe staffing” reports"
    if (token.is_quote() && counted_ && !plural_ && i + 1 < end_ && MayBeNominal(reading_, i + 1)) {
      return i + 1;
    }
    if (token.is('&') && found_ && MayBeNominal(reading_, i + 1)) return i + 1;
    if (token.is(',') && !found_ && i > core_ && MayBeNominal(reading_, i + 1)) return i + 1;
    if (token.is('/') && Glued(i) && !plural_) return i + 1;
    return i;
  }

  // "clean and safe buses", "Kia and Hyundai vehicles": both halves belong to one noun.
  bool Coordinates(uint32_t i) const {
    if (!reading_.Is(i, "and") && !reading_.Is(i, "or")) return false;
    if (i == core_ || Closed() || !counted_) return false;
    for (uint32_t j = i + 1; j < end_ && j < i + 7; ++j) {
      if (reading_.token(j).is_hyphen()) continue;
      if (!MayBeNominal(reading_, j) && !Modifies(j)) return false;
      if (reading_.Has(j, Role::plural)) return true;
    }
    return false;
  }

  bool Has(uint32_t i, RoleSet roles) const { return reading_.HasAny(i, roles); }

  const Reading& reading_;
  uint32_t first_, end_;
  bool counted_;
  uint32_t core_ = 0, head_ = 0;
  int unknown_ = 0;  // words in small letters that no lexicon knows
  bool found_ = false, plural_ = false;
};

bool IsBe(const Reading& reading, uint32_t i) {
  return reading.Is(i, "was") || reading.Is(i, "were") || reading.Is(i, "been") ||
         reading.Is(i, "is") || reading.Is(i, "are") || reading.Is(i, "be") ||
         reading.Is(i, "being");
}

Span SentenceTokens(const Reading& reading, uint32_t i) {
  const Document& document = reading.document();
  return document.sentences[document.SentenceOf(i)].tokens;
}

bool OpensClause(const Reading& reading, uint32_t i, uint32_t end) {
  const Token& token = reading.token(i);
  if (token.is(';') || token.is(':') || token.is(kEmDash) || token.is('(') || token.is(')')) {
    return true;
  }
  bool dash = token.is_hyphen() && token.space_before && i + 1 < end &&
              reading.token(i + 1).space_before && !reading.token(i + 1).is_number();
  if (dash) return true;
  if (reading.Is(i, "because") || reading.Is(i, "which") || reading.Is(i, "while") ||
      reading.Is(i, "although") || reading.Is(i, "when") || reading.Is(i, "whereas") ||
      reading.Is(i, "who") || reading.Is(i, "if")) {
    return true;
  }
  bool joint = token.is(',') || reading.Is(i, "and") || reading.Is(i, "but");
  if (!joint || i + 2 >= end) return false;
  uint32_t next = i + 1 + (token.is(',') && (reading.Is(i + 1, "and") || reading.Is(i + 1, "but")));
  if (VerbGroupAt(reading, next, end)) return true;
  NounPhrase subject = NounPhraseAt(reading, next, end);
  return subject && VerbGroupAt(reading, subject.tokens.end, end);
}

}  // namespace

NounPhrase NounPhraseAt(const Reading& reading, uint32_t first, uint32_t end, bool counted) {
  if (first >= end || first >= reading.size()) return {};
  return NounPhraseReader(reading, first, end, counted).Read();
}

NounPhrase NounPhraseBefore(const Reading& reading, uint32_t end, uint32_t begin) {
  if (end <= begin || !IsNominal(ClassOf(reading, end - 1))) return {};
  uint32_t first = end - 1;
  uint32_t reach = end - begin > kLongestPhrase ? end - kLongestPhrase : begin;
  while (first > reach) {
    const Token& token = reading.token(first - 1);
    WordClass c = ClassOf(reading, first - 1);
    bool joined = token.is_hyphen() && !token.space_before && !reading.token(first).space_before;
    if (joined || token.clitic || IsNominal(c) || c == WordClass::kAdjective ||
        c == WordClass::kParticiple || c == WordClass::kNumber) {
      --first;
    } else if (c == WordClass::kDeterminer) {
      --first;
      if (first == reach || !reading.token(first - 1).clitic) break;
    } else {
      break;
    }
  }
  while (first < end && !reading.token(first).is_word() && !reading.token(first).is_number())
    ++first;
  NounPhrase phrase;
  phrase.tokens = {first, end};
  phrase.head = end - 1;
  phrase.core = first;
  while (phrase.core < phrase.head && (ClassOf(reading, phrase.core) == WordClass::kDeterminer ||
                                       ClassOf(reading, phrase.core) == WordClass::kNumber)) {
    ++phrase.core;
  }
  phrase.plural = ClassOf(reading, phrase.head) == WordClass::kPlural;
  phrase.name = reading.token(phrase.head).capitalized();
  return phrase;
}

VerbGroup VerbGroupAt(const Reading& reading, uint32_t first, uint32_t end) {
  VerbGroup group;
  bool be = false, auxiliary = false, found = false;
  uint32_t last = std::min({end, reading.size(), first + kLongestPhrase});
  uint32_t i = first;
  for (; i < last; ++i) {
    WordClass c = ClassOf(reading, i);
    if (c == WordClass::kAuxiliary) {
      if (found) break;
      be = IsBe(reading, i);
      auxiliary = true;
      group.verb = i;
      std::string_view text = reading.Text(i);
      group.negated |= EndsIn(text, "n't") || EndsIn(text, "n’t");
    } else if (reading.Is(i, "not") || reading.Is(i, "never")) {
      group.negated = true;
    } else if (c == WordClass::kVerb || c == WordClass::kParticiple) {
      bool ing = EndsIn(reading.Text(i), "ing");
      if (found || (ing && !auxiliary)) break;
      group.verb = i;
      group.passive = be && c == WordClass::kParticiple && !ing;
      found = true;
    } else if (c != WordClass::kAdverb && !reading.Is(i, "yet")) {
      break;
    }
  }
  if (!found && !auxiliary) return {};
  group.tokens = {first, i};
  return group;
}

Span ClauseAround(const Reading& reading, uint32_t i) {
  Span sentence = SentenceTokens(reading, i);
  sentence.begin = i - std::min(i - sentence.begin, kLongestClause);
  sentence.end = std::min(sentence.end, i + kLongestClause);
  Span clause{i, i + 1};
  while (clause.begin > sentence.begin && !OpensClause(reading, clause.begin - 1, sentence.end)) {
    --clause.begin;
  }
  while (clause.end < sentence.end && !OpensClause(reading, clause.end, sentence.end)) ++clause.end;
  while (clause.end > i + 1 && reading.token(clause.end - 1).kind == TokenKind::kPunctuation) {
    --clause.end;
  }
  return clause;
}

}  // namespace factline
