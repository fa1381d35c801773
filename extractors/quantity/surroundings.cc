#include "extractors/quantity/surroundings.h"

#include <algorithm>

#include "extractors/number/number.h"
#include "extractors/phrase.h"

namespace factline {
namespace {

constexpr RoleSet kMoneyOrPercent = Bits(Role::currency, Role::percent);

bool IsDigits(const Reading& reading, uint32_t i) {
  return i < reading.size() && reading.token(i).is_number();
}

// Whether tokens i-1 and i stand together without a space.
bool Glued(const Reading& reading, uint32_t i) {
  return i > 0 && i < reading.size() && !reading.token(i).space_before;
}

// "COVID-19", "MiG-29", "555-1234", "3-1", "F16", "9/11", "5:30", "1.5.2": the number
// is the tail of something longer.
bool IsTail(const Reading& reading, const Numeral& numeral, const Span& sentence) {
  uint32_t i = numeral.tokens.begin;
  if (i == sentence.begin) return false;
  // "1977/ 78", "2010 - 11"
  if (i > sentence.begin + 1 && IsDigits(reading, i - 2)) {
    bool years = reading.token(i - 1).is_hyphen() && reading.Text(i - 2).size() == 4 &&
                 reading.Text(i).size() <= 2 && numeral.plain_integer;
    if (years || reading.token(i - 1).is('/')) return true;
  }
  if (!Glued(reading, i)) return false;
  const Token& before = reading.token(i - 1);
  if (before.is_word()) return !before.clitic;
  if (before.is_number()) return true;
  if (!Glued(reading, i - 1) || i - 1 == sentence.begin) return before.is('#') || before.is('@');
  const Token& second = reading.token(i - 2);
  bool joint = before.is_hyphen() || before.is('/') || before.is(':') || before.is('.') ||
               before.is('_') || before.is('&');
  if (!joint) return false;
  if (before.is_hyphen() &&
      (reading.Is(i - 2, "sub") || reading.Is(i - 2, "to") || reading.Is(i - 2, "plus") ||
       reading.Is(i - 2, "minus") || reading.Is(i - 2, "magnitude"))) {
    return false;
  }
  return second.is_word() || second.is_number();
}

// "9/11", "5:30", "24/7", "3D", "2nd", "10-Q": something longer goes on behind it.
bool IsFront(const Reading& reading, const Numeral& numeral, const Span& sentence) {
  uint32_t i = numeral.tokens.end;
  // "401k", "401(k)": a savings plan
  if (reading.Text(numeral.tokens.begin) == "401" &&
      (numeral.scale_tokens != 0 || (i < sentence.end && reading.token(i).is('(')))) {
    return true;
  }
  // "221 U.S. 1": a report of cases
  if (i + 1 < sentence.end && reading.Is(i, "u.s.") && IsDigits(reading, i + 1)) return true;
  uint32_t first = numeral.tokens.begin;
  if (first > sentence.begin + 1 && reading.Is(first - 1, "x") && IsDigits(reading, first - 2)) {
    return true;
  }
  // "30 x 30", "1-800 number", "forty-sixth", "7(a)"
  if (i + 1 < sentence.end && reading.token(i).is_word() && reading.Is(i, "x") &&
      IsDigits(reading, i + 1)) {
    return true;
  }
  if (i + 1 >= sentence.end || !Glued(reading, i)) return false;
  if (reading.token(i).is_hyphen() && Glued(reading, i + 1)) {
    if (reading.HasAny(i + 1, Bits(Role::ordinal, Role::fraction))) return true;
    std::string_view next = reading.Text(i + 1);
    if (reading.Text(i - 1) == "1" && next.size() == 3 && next[0] == '8') return true;
  }
  if (reading.token(i).is('(') && i + 2 < sentence.end && reading.token(i + 2).is(')') &&
      reading.token(i + 1).is_word()) {
    return true;
  }
  const Token& after = reading.token(i);
  if (after.is_word() && reading.token(i - 1).is_number()) return true;
  if (reading.Text(i) == "°" || reading.Text(i) == "º") return true;  // "33°47′N"
  if (!Glued(reading, i + 1)) return false;
  const Token& second = reading.token(i + 1);
  if (after.is('/') || after.is(':')) return second.is_number() || second.is_word();
  if (after.is('@') || after.is('_')) return true;
  return after.is_hyphen() && second.is_word() && second.capitalized() &&
         reading.token(i - 1).is_number() && second.shape == Shape::kUpper;
}

}  // namespace

bool Surroundings::IsTailOfWord(const Reading& reading, const Numeral& numeral,
                                const Span& sentence) {
  return IsTail(reading, numeral, sentence);
}

Surroundings::Surroundings(const Lexicon& lexicon) {
  static constexpr std::pair<std::string_view, Kind> kNames[] = {
      {"before", Kind::kBefore}, {"dotted", Kind::kDotted}, {"maybe", Kind::kMaybe},
      {"street", Kind::kStreet}, {"clock", Kind::kClock},   {"person", Kind::kPerson},
      {"rank", Kind::kRank},     {"order", Kind::kOrder},   {"behind", Kind::kBehind},
      {"grown", Kind::kGrown}};
  for (const LexiconRow& row : lexicon.RowsOf(Role::label)) {
    for (const auto& [name, kind] : kNames) {
      if (row["kind"] == name) kinds_.emplace(row.index(), kind);
    }
  }
}

Surroundings::Kind Surroundings::KindAt(const Reading& reading, uint32_t i) const {
  Sense sense = reading.At(i, Role::label);
  if (!sense) return Kind::kNone;
  auto at = kinds_.find(sense.row.index());
  return at == kinds_.end() ? Kind::kNone : at->second;
}

Surroundings::Kind Surroundings::KindBefore(const Reading& reading, uint32_t end,
                                            uint32_t begin) const {
  Sense sense = reading.Before(end, Role::label, std::min(end - begin, 3u));
  if (!sense) return Kind::kNone;
  auto at = kinds_.find(sense.row.index());
  if (at == kinds_.end()) return Kind::kNone;
  if (at->second == Kind::kDotted) {
    bool number = reading.token(end - 1).shape == Shape::kCapital && end - 1 != begin &&
                  reading.token(end).is_number() && reading.Is(end - 1, "no");  // "Order No 3"
    return number || reading.Text(end - 1).back() == '.' ? Kind::kBefore : Kind::kNone;
  }
  return at->second;
}

bool Surroundings::IsMoneyOrPercent(const Reading& reading, const Numeral& numeral,
                                    const Span& sentence) const {
  uint32_t first = numeral.tokens.begin;
  // A name before the number ("won 2 million votes") leaves it to money to know better.
  if (first > sentence.begin && reading.Has(first - 1, Role::currency) &&
      reading.token(first - 1).shape != Shape::kLower) {
    return true;
  }
  if (first > sentence.begin && reading.token(first - 1).kind == TokenKind::kSymbol &&
      !reading.token(first - 1).is('~') && !reading.token(first - 1).is('<') &&
      !reading.token(first - 1).is('>') && !reading.token(first - 1).is('*')) {
    return true;  // a sign of a currency, "#", "@"
  }
  // The sign may stand behind the last number of a list or range: "5, 6 and 7 percent".
  uint32_t i = numeral.tokens.end;
  for (int numbers = 0; numbers < 4 && i < sentence.end; ++numbers) {
    if (reading.token(i).is_hyphen() && i + 1 < sentence.end) ++i;
    RoleSet roles = reading.lexed(i).roles | reading.lexed(i).phrase_roles;
    // "200 pounds": where it is money, the sum outranks the weight.
    if ((roles & kMoneyOrPercent) && !(roles & Bit(Role::unit))) return true;
    bool joint = reading.token(i).is(',') || reading.token(i - 1).is_hyphen() ||
                 reading.Is(i, "to") || reading.Is(i, "and") || reading.Is(i, "or");
    if (!joint) return false;
    if (!reading.token(i - 1).is_hyphen() || !reading.NumeralAt(i)) ++i;
    const Numeral* next = reading.NumeralAt(i);
    if (next == nullptr) return false;
    i = next->tokens.end;
  }
  return false;
}

bool Surroundings::IsDateOrClock(const Reading& reading, const Numeral& numeral,
                                 const Span& sentence) const {
  uint32_t first = numeral.tokens.begin, last = numeral.tokens.end;
  bool digits = IsDigits(reading, first);
  // "in May 2013, 700 firms": no day of a month.
  bool day = numeral.amount.amount && *numeral.amount.amount <= Decimal(31);
  if (digits && (day || LooksLikeYear(reading, numeral)) && first > sentence.begin) {
    uint32_t before = first - 1;
    // "May 5-7", "May 5 and 6": the month may stand before the first day.
    for (int hops = 0; hops < 2 && before > sentence.begin; ++hops) {
      bool joint = reading.token(before).is_hyphen() || reading.token(before).is(',') ||
                   reading.Is(before, "and") || reading.Is(before, "to");
      if (!joint || !IsDigits(reading, before - 1) || before - 1 == sentence.begin) break;
      if (!reading.Has(before - 2, Role::month)) break;
      before -= 2;
    }
    if (reading.Has(before, Role::month) && reading.token(before).capitalized()) return true;
  }
  if (last >= sentence.end) return false;
  if (digits && reading.Has(last, Role::month) && reading.token(last).capitalized()) return true;
  // "ten past ten"
  if (reading.Is(last, "past") && last + 1 < sentence.end && reading.NumeralAt(last + 1))
    return true;
  if (first > sentence.begin + 1 && reading.Is(first - 1, "past") &&
      reading.NumeralBefore(first - 1) != nullptr) {
    return true;
  }
  Kind behind = KindAt(reading, last);
  return behind == Kind::kClock || behind == Kind::kBehind;
}

bool Surroundings::IsAddress(const Reading& reading, const Numeral& numeral,
                             const Span& sentence) const {
  if (!numeral.plain_integer) return false;
  uint32_t last = std::min(sentence.end, numeral.tokens.end + 5);
  for (uint32_t i = numeral.tokens.end; i < last; ++i) {
    const Token& token = reading.token(i);
    bool name = (token.is_word() && token.capitalized()) || token.is_number();
    if (i > numeral.tokens.end && KindAt(reading, i) == Kind::kStreet) return true;
    if (!name) return false;
  }
  return false;
}

bool Surroundings::IsOfAnotherKind(const Reading& reading, const Numeral& numeral,
                                   const Span& sentence, bool may_be_year) const {
  if (IsTail(reading, numeral, sentence) || IsFront(reading, numeral, sentence)) return true;
  if (IsMoneyOrPercent(reading, numeral, sentence)) return true;
  if (IsDateOrClock(reading, numeral, sentence)) return true;
  if (may_be_year && IsYear(reading, numeral)) return true;
  uint32_t first = numeral.tokens.begin;
  if (first > sentence.begin) {
    Kind kind = KindBefore(reading, first, sentence.begin);
    if (kind == Kind::kBefore) return true;
    // "seven per 100,000": what the rate is counted by
    if (reading.Is(first - 1, "per")) return true;
  }
  // A number alone on its line or in brackets: a list's mark, a page, part of a telephone number.
  bool opens = first == sentence.begin || reading.token(first - 1).is('(');
  bool closes = numeral.tokens.end == sentence.end || reading.token(numeral.tokens.end).is(')') ||
                (reading.token(numeral.tokens.end).is('.') && first == sentence.begin);
  if (opens && closes && numeral.plain_integer) return true;
  return IsAddress(reading, numeral, sentence);
}

Surroundings::Label Surroundings::LabelOf(const Reading& reading, const Numeral& numeral,
                                          const Span& sentence) const {
  uint32_t first = numeral.tokens.begin, last = numeral.tokens.end;
  if (first == sentence.begin) return Label::kNo;
  const Token& before = reading.token(first - 1);
  if (!before.is_word()) return Label::kNo;
  bool inside = first - 1 != sentence.begin && before.capitalized();
  bool digits = numeral.plain_integer && reading.token(first).is_number();
  // "the Group of Seven"
  if (reading.token(first).is_word() && reading.token(first).capitalized() &&
      reading.Is(first - 1, "of") && first - 1 > sentence.begin &&
      reading.token(first - 2).capitalized()) {
    return Label::kYes;
  }
  if (KindBefore(reading, first, sentence.begin) == Kind::kMaybe) {
    return inside && digits ? Label::kYes : Label::kMaybe;
  }
  // "Apollo 11", "Windows 10", "Phase Two"
  bool capital = reading.token(first).is_word() && reading.token(first).capitalized();
  if (!digits && !capital) return Label::kNo;
  if (!before.capitalized()) return Label::kNo;
  bool closed = reading.HasAny(first - 1, Bits(Role::determiner, Role::preposition));
  bool name = inside && !closed && ClassOf(reading, first - 1) == WordClass::kName;
  bool acronym = before.shape == Shape::kUpper && before.bytes.size() > 1 && !closed;
  if (!name && !acronym) return Label::kNo;
  // "iPhone 11 Pro cameras"
  bool goes_on =
      last < sentence.end && reading.token(last).is_word() && reading.token(last).capitalized();
  return goes_on && !before.line_before ? Label::kYes : Label::kMaybe;
}

bool Surroundings::LooksLikeYear(const Reading& reading, const Numeral& numeral) {
  uint32_t first = numeral.tokens.begin;
  if (!numeral.plain_integer || numeral.tokens.size() != 1 || !numeral.amount.amount) return false;
  auto value = numeral.amount.amount->ToInteger();
  if (!value || reading.Text(first).size() != 4) return false;
  return *value >= 1000 && *value <= 2100;
}

bool Surroundings::IsYear(const Reading& reading, const Numeral& numeral) {
  if (!LooksLikeYear(reading, numeral)) return false;
  int64_t value = *numeral.amount.amount->ToInteger();
  if (value < 1900 || value > 2035) return false;
  uint32_t first = numeral.tokens.begin;
  // "About 1950 men"; but "below 2015 levels" is said of a year.
  ModifierUse use = ReadModifier(reading, first, numeral.tokens.end);
  bool preposition =
      first > 0 && reading.Has(first - 1, Role::preposition) && !reading.Is(first - 1, "about");
  if (use.tokens_before > (preposition ? 1u : 0u) && use.modifier != Modifier::kExact) return false;
  bool round = value % 100 == 0;
  if (round && use.tokens_before != 0) return false;
  bool determined = first > 0 && (reading.Has(first - 1, Role::determiner) || preposition ||
                                  reading.token(first - 1).clitic);
  return determined || !round;
}

bool Surroundings::IsPronounOne(const Reading& reading, uint32_t i, const Span& sentence) const {
  if (!reading.Is(i, "one")) return false;
  if (i > sentence.begin) {
    WordClass before = ClassOf(reading, i - 1);
    bool determined = before == WordClass::kDeterminer && !reading.Is(i - 1, "the");
    if (determined || reading.token(i - 1).clitic) return true;
  }
  if (i + 1 >= sentence.end || !reading.token(i + 1).is_word()) return true;
  // "One resident said" tells who, not how many.
  if (reading.token(i).capitalized()) return true;
  if (KindAt(reading, i + 1) == Kind::kRank || reading.token(i + 1).clitic) return true;
  WordClass after = ClassOf(reading, i + 1);
  return after != WordClass::kNoun && after != WordClass::kAdjective &&
         after != WordClass::kParticiple && after != WordClass::kName &&
         after != WordClass::kNumber;
}

}  // namespace factline
