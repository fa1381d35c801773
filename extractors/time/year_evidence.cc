#include "extractors/time/year_evidence.h"

namespace factline {

bool YearEvidence::BelongsToSign() const {
  if (i_ > 0 && Glued(i_)) {
    const Token& before = r_.token(i_ - 1);
    if (before.is_word() && !p_.Is(i_ - 1, "fy")) return true;
    if (before.kind == TokenKind::kSymbol || before.is('/') || before.is('.') || before.is(':') ||
        before.is('@') || before.is('_') || before.is('\'')) {
      return true;
    }
    if (before.is_hyphen() && i_ > 1 && Glued(i_ - 1) && !LeadsYear(i_ - 2)) return true;
  }
  if (i_ > 0 && r_.token(i_ - 1).is('$')) return true;
  if (!Glued(i_ + 1)) return false;
  const Token& next = r_.token(i_ + 1);
  if (next.kind == TokenKind::kSymbol || next.is(':')) return true;
  if (next.is_word() && !next.clitic && !p_.Is(i_ + 1, "s")) return true;
  bool compound = next.is_hyphen() && Glued(i_ + 2) && r_.token(i_ + 2).is_word();
  return compound && !p_.IsAnyOf(i_ + 2, {"born", "era", "style", "vintage", "model", "based"});
}

// What may be glued to a year by a hyphen: "mid-2019", "pre-1914", "May-2019".
bool YearEvidence::LeadsYear(uint32_t i) const {
  return r_.Has(i, Role::month) ||
         p_.IsAnyOf(i, {"mid", "pre", "post", "late", "early", "since", "covid"});
}

bool YearEvidence::IsLabelled() const {
  if (!HasBefore()) return false;
  uint32_t before = i_ - 1;
  if (r_.token(before).is('.') && before > p_.sentence.begin) --before;
  if (p_.words.Before(r_, before + 1, Role::time_word).Is(TimeClass::kLabel)) return true;
  if (r_.HasAny(before, Bits(Role::currency, Role::scale))) {
    return !r_.token(before).is_word() || r_.token(before).shape == Shape::kUpper;
  }
  return IsBounded() || (p_.Is(before, "at") && number_ < 1960);
}

// Not "up to 2015", "from roughly 1948", "above 2013 levels".
bool YearEvidence::IsBounded() const {
  Sense modifier = r_.Before(i_, Role::modifier);
  if (!modifier || p_.Is(i_ + 1, "levels")) return false;
  if (p_.IsAnyOf(i_ - 1, {"around", "about", "over", "circa", "only", "just"})) return false;
  if (p_.Is(i_ - 1, "to") && p_.Is(i_ - 2, "up")) return false;
  uint32_t first = i_ - modifier.tokens;
  return first <= p_.sentence.begin ||
         !p_.IsAnyOf(first - 1, {"from", "in", "since", "until", "by", "between"});
}

bool YearEvidence::IsCount(uint32_t after) const {
  if (!p_.InSentence(after)) return false;
  const Token& next = r_.token(after);
  if (next.is('%') || r_.HasAny(after, Bits(Role::percent, Role::scale))) return true;
  if (r_.At(after, Role::currency) && !IsIntroduced()) return true;
  TimeUse word = p_.words.At(r_, after, Role::time_word);
  if (word.Is(TimeClass::kClock) || IsStreet(after)) return true;
  if (HasBefore() && p_.IsAnyOf(i_ - 1, {"in", "since", "during", "until", "by"})) return false;
  if (word.Is(TimeClass::kCounted)) {
    bool the = HasBefore() && p_.Is(i_ - 1, "the") && next.shape == Shape::kLower;
    return !the || number_ < kFirstUsualYear;
  }
  if (!IsPluralNoun(after)) return false;
  bool determined =
      HasBefore() &&
      (p_.IsAnyOf(i_ - 1, {"the", "its", "their", "his", "her", "our", "of", "from", "for"}) ||
       r_.token(i_ - 1).clitic);
  return !determined && (number_ % 100 == 0 || number_ < kFirstUsualYear);
}

bool YearEvidence::CountsLoosely() const {
  if (!p_.InSentence(i_ + 1)) return false;
  if (IsPluralNoun(i_ + 1)) return true;
  return p_.IsAnyOf(i_ - 1, {"of", "the"}) && r_.token(i_ + 1).shape == Shape::kLower;
}

bool YearEvidence::IsPluralNoun(uint32_t i) const {
  const Token& t = r_.token(i);
  if (t.shape != Shape::kLower || t.clitic) return false;
  std::string_view text = r_.Text(i);
  return text.size() > 3 && text.back() == 's' && text[text.size() - 2] != 's' &&
         !p_.IsAnyOf(i, {"was", "has", "does", "this"});
}

bool YearEvidence::IsStreet(uint32_t i) const {
  if (IsIntroduced()) return false;  // "the 2013 Silk Road trial"
  constexpr uint32_t kReach = 4;     // "1600 North Pennsylvania Avenue"
  for (uint32_t k = i; k < i + kReach && p_.InSentence(k); ++k) {
    if (!r_.token(k).capitalized()) return false;
    if (p_.words.At(r_, k, Role::time_word).Is(TimeClass::kStreet)) return true;
  }
  return false;
}

bool YearEvidence::IsIntroduced() const {
  if (!HasBefore()) return false;
  if (p_.IsAnyOf(i_ - 1, {"in", "since", "until", "till", "circa", "year", "during", "early",
                          "late", "from", "by", "before", "after", "between"})) {
    return true;
  }
  bool born = r_.token(i_ - 1).is('(') || p_.IsAnyOf(i_ - 1, {"born", "of", "the"});
  return born && number_ >= 1700;
}

bool YearEvidence::NamesThing() const {
  if (p_.Is(i_ + 1, "index")) return true;
  // "(2024 Friday, UTC)" is an hour.
  if (i_ + 1 < r_.size() && r_.Has(i_ + 1, Role::weekday)) return true;
  uint32_t before = i_;
  if (p_.FreeBefore(before, "of") || (HasBefore() && r_.token(i_ - 1).is(','))) --before;
  return before > p_.done && (r_.Text(before - 1) == "Act" || r_.Text(before - 1) == "Bill");
}

}  // namespace factline
