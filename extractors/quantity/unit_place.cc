// A single letter is a unit only right behind digits, "in" only where no preposition
// can stand, and a word such as "cup" only where it modifies nothing.

#include "extractors/quantity/unit_place.h"

#include <algorithm>

#include "extractors/phrase.h"

namespace factline {
namespace {

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool IsPunctuation(const Token& token) { return token.kind == TokenKind::kPunctuation; }

bool IsWordAt(const Reading& reading, uint32_t i, const Span& sentence) {
  return i < sentence.end && reading.token(i).is_word();
}
// "one day they will return": no duration.  "One day after the vote", "in one day" are.
bool IsSomeDay(const Reading& reading, const Numeral& numeral, uint32_t unit) {
  uint32_t first = numeral.tokens.begin;
  if (!reading.Is(first, "one") || !reading.Is(unit, "day") || unit != first + 1) return false;
  bool before = first > 0 && (reading.Has(first - 1, Role::preposition) ||
                              reading.Has(first - 1, Role::modifier));
  bool after = unit + 1 < reading.size() &&
               (reading.Is(unit + 1, "after") || reading.Is(unit + 1, "before") ||
                reading.Is(unit + 1, "later") || reading.Is(unit + 1, "earlier") ||
                reading.Is(unit + 1, "ahead") || reading.Is(unit + 1, "of"));
  return !before && !after;
}

// Whether a quotation mark like the one at token `i` is open before it.
bool QuoteIsOpen(const Reading& reading, uint32_t i, const Span& sentence) {
  uint32_t reach = i - std::min(i - sentence.begin, 60u);
  bool open = false;
  for (uint32_t j = reach; j < i; ++j) {
    if (reading.token(j).sign == reading.token(i).sign) open = !open;
    if (reading.token(j).is(kOpenQuote)) open = true;
  }
  return open;
}
}  // namespace

UnitUse UnitPlace::Behind(const Reading& reading, const Numeral& numeral,
                          const Span& sentence) const {
  uint32_t i = numeral.tokens.end;
  if (i >= sentence.end) return {};
  UnitUse unit;
  const Token& token = reading.token(i);
  bool bracket = token.is('(') || token.is('<');
  bool vague = numeral.form == NumeralForm::kVague && reading.Is(i, "of");  // "hundreds of miles"
  if (token.is_hyphen() && !token.space_before && i + 1 < sentence.end &&
      !reading.token(i + 1).space_before) {
    unit.hyphen = true;
    ++i;
  } else if (bracket || vague) {
    ++i;
  }
  unit.use = units_.At(reading, i);
  if (!unit.use) return {};
  unit.begin = i;
  unit.end = i + unit.use.tokens;
  if (unit.end > sentence.end) return {};
  if (bracket) {
    bool closed = unit.end < sentence.end &&
                  (reading.token(unit.end).is(')') || reading.token(unit.end).is('>'));
    if (!closed) return {};
    ++unit.end;
  }
  if (!FormHolds(reading, numeral, sentence, unit)) return {};
  return unit;
}

bool UnitPlace::FormHolds(const Reading& reading, const Numeral& numeral, const Span& sentence,
                          const UnitUse& unit) const {
  uint32_t last = unit.end - 1;
  // "33°47′N" is a place.
  if (reading.token(last).kind == TokenKind::kSymbol && unit.end < sentence.end &&
      !reading.token(unit.end).space_before && !IsPunctuation(reading.token(unit.end))) {
    return false;
  }
  if (unit.begin > sentence.begin && reading.token(unit.begin).blank_before) return false;
  if (unit.use.unit->form == UnitForm::kLetter)
    return LetterHolds(reading, numeral, sentence, unit);
  if (reading.token(unit.begin).clitic) return false;
  if (unit.use.unit->dimension == "magnitude" && unit.end < sentence.end &&
      reading.token(unit.end).is_number()) {
    return false;  // "400 magnitude 2 earthquakes"
  }
  // "the 14 century emperor" lacks its ending.
  if (reading.Is(last, "century") && !unit.hyphen && numeral.amount.amount &&
      Decimal(1) < *numeral.amount.amount) {
    return false;
  }
  if (unit.use.unit->form != UnitForm::kNoun) return !IsSomeDay(reading, numeral, unit.begin);
  // "in 2016 Stone said", "the 2014 Cup"
  if (reading.token(last).shape == Shape::kCapital && !unit.hyphen) return false;
  std::string_view text = reading.Text(last);
  bool plural = EndsWith(text, "s") || EndsWith(text, "feet");
  if (plural) {
    // "two degrees in law", "degrees from Yale" are counted.
    bool degrees = unit.use.unit->dimension == "angle";
    return !degrees || !(reading.Is(unit.end, "in") || reading.Is(unit.end, "from"));
  }
  bool one = numeral.amount.amount && *numeral.amount.amount == Decimal(1);
  if (one || unit.hyphen) return true;
  return !IsWordAt(reading, unit.end, sentence) || !IsNominal(ClassOf(reading, unit.end));
}

bool UnitPlace::LetterHolds(const Reading& reading, const Numeral& numeral, const Span& sentence,
                            const UnitUse& unit) const {
  uint32_t i = unit.begin;
  const Token& token = reading.token(i);
  if (unit.end != unit.begin + unit.use.tokens) return false;  // "section 4(l)"
  if (numeral.amount.amount && numeral.amount.amount->is_zero()) return false;
  if (numeral.form == NumeralForm::kWords || numeral.form == NumeralForm::kVague) return false;
  if (unit.hyphen && token.is_word()) return reading.Text(i) != "in" && reading.Text(i) != "s";
  bool quote = token.is('"') || token.is('\'');
  if (quote) {
    // An inch or foot sign has nothing glued behind it, save the next number.
    bool tail = i + 1 < sentence.end && !reading.token(i + 1).space_before &&
                !reading.token(i + 1).is_number() && !IsPunctuation(reading.token(i + 1));
    return !tail && !QuoteIsOpen(reading, i, sentence);
  }
  bool glued = !token.space_before;
  char letter = reading.Text(i)[0];
  bool word_follows = IsWordAt(reading, i + 1, sentence);
  if (reading.Text(i) == "in") {
    if (glued) return true;
    uint32_t first = numeral.tokens.begin;
    Units::Use feet = first > sentence.begin ? units_.At(reading, first - 1) : Units::Use();
    if (feet && feet.unit->ucum == "[ft_i]") return true;
    return i + 1 < sentence.end ? reading.token(i + 1).is(')') : first == sentence.begin;
  }
  bool whole = numeral.plain_integer;
  if (glued) {
    if (letter == 's') return !whole;                   // "1990s", "the 60s"
    if (letter == 'G' || letter == 'R') return !whole;  // "5G"
    if (letter == 'K') return false;
    if (letter == 'm' && word_follows) {
      // "35m people", "35m of its devices": millions
      RoleSet next = reading.lexed(i + 1).roles;
      return !(next & Bit(Role::plural)) && !reading.Is(i + 1, "of");
    }
    return true;
  }
  if (reading.Text(i).size() > 1 || token.line_before) return false;
  if (letter == 'm' || letter == 'g' || letter == 'l' || letter == 'L' || letter == 'W')
    return true;
  return !word_follows && letter != 'G' && letter != 's';
}

}  // namespace factline
