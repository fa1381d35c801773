// A measure is read from its number on: the unit behind it, or behind the second end
// of its range ("3 to 5 km"), or behind the last of its list ("7- or 8-inch").  Then
// what may follow: a smaller unit ("5 ft 2 in", given in the smaller one, so that
// the amount stays exact), a rate ("a day"), "old".
// Cost: a fixed number of tokens a number.

#include "extractors/quantity/measure.h"

#include <algorithm>

#include "extractors/number/number.h"
#include "extractors/number/number_words.h"
#include "extractors/phrase.h"

namespace factline {
namespace {

constexpr Modifier kExact = Modifier::kExact;

// An amount with the sign of a hyphen or minus right before it: "-5 degrees".
void AddSign(const Reading& reading, const Span& sentence, uint32_t* first, Amount* amount) {
  if (*first == sentence.begin || !amount->amount) return;
  if (reading.Is(*first - 1, "minus")) {
    amount->amount = amount->amount->Negated();
    --*first;
    return;
  }
  const Token& sign = reading.token(*first - 1);
  if (!(sign.is_hyphen() || sign.is(kMinus)) || reading.token(*first).space_before) return;
  bool minus = *first >= sentence.begin + 2 && reading.Is(*first - 2, "minus");
  if (!sign.space_before && !sign.is(kMinus) && !minus) return;
  amount->amount = amount->amount->Negated();
  --*first;
}

std::string_view Joined(const Reading& reading, std::string_view a, char by, std::string_view b) {
  char* at = reading.arena().Allocate(a.size() + 1 + b.size());
  std::copy(a.begin(), a.end(), at);
  at[a.size()] = by;
  std::copy(b.begin(), b.end(), at + a.size() + 1);
  return {at, a.size() + 1 + b.size()};
}

}  // namespace
void SetBytes(const Reading& reading, Mention* mention) {
  mention->type = FactType::kQuantity;
  mention->bytes = reading.document().BytesOf(mention->tokens.begin, mention->tokens.end);
}

void AddModifier(const Reading& reading, uint32_t first, uint32_t last, Amount* amount) {
  if (amount->modifier != kExact && amount->modifier != Modifier::kBetween) return;
  ModifierUse use = ReadModifier(reading, first, last);
  if (use.tokens_before + use.tokens_after == 0) return;
  if (amount->modifier == kExact) amount->modifier = use.modifier;
}

const Numeral* RangeEnd(const Reading& reading, const Numeral& numeral, uint32_t end) {
  uint32_t i = numeral.tokens.end;
  bool between = OpensRange(reading, numeral.tokens.begin);
  Joint joint = RangeJoint(reading, i, between);
  if (joint.tokens == 0 || i + joint.tokens >= end) return nullptr;
  bool hyphen = reading.token(i).is_hyphen();
  i += joint.tokens;
  // "one-to-two hundred", "5- to 10-inch"
  if (hyphen && reading.Is(i, "to")) {
    ++i;
    if (i < end && reading.token(i).is_hyphen()) ++i;
  } else if (hyphen && reading.token(i).space_before && !reading.token(i - 1).space_before) {
    return nullptr;
  }
  if (i < end && (reading.Is(i, "about") || reading.token(i).is('~'))) ++i;
  return i < end ? reading.NumeralAt(i) : nullptr;
}
uint32_t MeasureReader::ReadRange(const Reading& reading, const Numeral& numeral,
                                  const Span& sentence, UnitUse* unit, Amount* amount) const {
  const Numeral* high = RangeEnd(reading, numeral, sentence.end);
  if (high == nullptr) return 0;
  *unit = place_.Behind(reading, *high, sentence);
  if (!*unit) return 0;
  *amount = RangeOf(numeral, *high);
  return high->tokens.end;
}

// "between 2 kg and about 7 kg": each end has its unit.
bool MeasureReader::ReadSecondEnd(const Reading& reading, const Numeral& numeral,
                                  const Span& sentence, UnitUse* unit, Amount* amount) const {
  uint32_t first = numeral.tokens.begin, i = unit->end;
  if (first == sentence.begin || !reading.Is(first - 1, "between") || !reading.Is(i, "and")) {
    return false;
  }
  ++i;
  if (reading.Is(i, "about") || reading.Is(i, "around")) ++i;
  const Numeral* high = i < sentence.end ? reading.NumeralAt(i) : nullptr;
  if (high == nullptr) return false;
  UnitUse second = place_.Behind(reading, *high, sentence);
  if (!second || second.use.unit->ucum != unit->use.unit->ucum) return false;
  *amount = RangeOf(numeral, *high);
  *unit = second;
  return true;
}

// "1010 ± 195 light years": the amount is the first, the unit stands behind the second.
bool MeasureReader::ReadTolerance(const Reading& reading, const Numeral& numeral,
                                  const Span& sentence, UnitUse* unit) const {
  uint32_t i = numeral.tokens.end;
  if (i + 1 >= sentence.end || reading.Text(i) != "±") return false;
  const Numeral* tolerance = reading.NumeralAt(i + 1);
  if (tolerance == nullptr) return false;
  *unit = place_.Behind(reading, *tolerance, sentence);
  return static_cast<bool>(*unit);
}

// "5, 6 and 7 km", "7- or 8-inch": the unit stands behind the last.
bool MeasureReader::ReadShared(const Reading& reading, const Numeral& numeral, const Span& sentence,
                               UnitUse* unit) const {
  const Numeral* last = &numeral;
  bool joined = false;
  for (int hops = 0; hops < 5; ++hops) {
    uint32_t i = last->tokens.end;
    if (i < sentence.end && reading.token(i).is_hyphen() && !reading.token(i).space_before) ++i;
    bool comma = i < sentence.end && reading.token(i).is(',');
    if (comma) ++i;
    bool word = reading.Is(i, "and") || reading.Is(i, "or");
    if (word) ++i;
    if (!comma && !word) return false;
    last = i < sentence.end ? reading.NumeralAt(i) : nullptr;
    if (last == nullptr) return false;
    joined |= word;
    if (UnitUse found = place_.Behind(reading, *last, sentence)) {
      if (!joined) return false;
      *unit = found;
      return true;
    }
    if (word) return false;
  }
  return false;
}

// "6-foot-4"
bool MeasureReader::AddBareInches(const Reading& reading, const Span& sentence, UnitUse* unit,
                                  Amount* amount) const {
  uint32_t i = unit->end;
  if (unit->use.unit->ucum != "[ft_i]" || i + 1 >= sentence.end || !reading.token(i).is_hyphen() ||
      reading.token(i + 1).space_before) {
    return false;
  }
  const Numeral* inches = reading.NumeralAt(i + 1);
  const Unit* inch = place_.units().Named("[in_i]");
  if (inches == nullptr || inch == nullptr || !inches->amount.amount ||
      !(*inches->amount.amount < Decimal(12))) {
    return false;
  }
  auto whole = amount->amount->Times(Decimal(12));
  amount->amount = whole->Plus(*inches->amount.amount);
  unit->use.unit = inch;
  unit->end = inches->tokens.end;
  return true;
}

// "5 ft 2 in", "7 feet, 10 inches", "two hours and 30 minutes"
void MeasureReader::AddSmaller(const Reading& reading, const Span& sentence, UnitUse* unit,
                               Amount* amount) const {
  for (int hops = 0; hops < 2 && amount->amount; ++hops) {
    uint32_t i = unit->end;
    if (unit->hyphen && AddBareInches(reading, sentence, unit, amount)) return;
    if (i < sentence.end && reading.token(i).is(',')) ++i;
    if (reading.Is(i, "and")) ++i;
    const Numeral* next = i < sentence.end ? reading.NumeralAt(i) : nullptr;
    if (next == nullptr || !next->amount.amount) return;
    UnitUse smaller = place_.Behind(reading, *next, sentence);
    if (!smaller || !smaller.use.unit->has_si()) return;
    const Unit& big = *unit->use.unit;
    const Unit& small = *smaller.use.unit;
    if (big.dimension != small.dimension || big.dimension == "temperature") return;
    if (!(big.divisor == Decimal(1)) || !(small.divisor == Decimal(1))) return;
    bool joined = i != unit->end;
    auto ratio = big.factor.DividedBy(small.factor, kSiDigits);
    if (!ratio || !(Decimal(1) < *ratio)) return;
    if (joined && !(*next->amount.amount < *ratio)) return;
    if (!amount->amount->ToInteger()) return;  // "8.26 metres, three centimetres ahead"
    if (!(*ratio->Times(small.factor) == big.factor)) return;
    auto whole = amount->amount->Times(*ratio);
    auto sum = whole ? whole->Plus(*next->amount.amount) : std::nullopt;
    if (!sum) return;
    amount->amount = sum;
    amount->precision = next->amount.precision;
    *unit = smaller;
  }
}

// "barrels a day", "km per second", "m/s", "people per square kilometre"
void MeasureReader::AddRate(const Reading& reading, const Span& sentence, UnitUse* unit,
                            QuantityValue* value) const {
  uint32_t i = unit->end;
  if (i + 1 >= sentence.end) return;
  bool hyphens = reading.token(i).is_hyphen() && !reading.token(i).space_before;
  if (hyphens) ++i;
  bool per = reading.Is(i, "per") || reading.token(i).is('/');
  bool article =
      reading.Is(i, "a") || reading.Is(i, "an") || reading.Is(i, "each") || reading.Is(i, "every");
  if (!per && !article) return;
  ++i;
  if (hyphens && i < sentence.end && reading.token(i).is_hyphen()) ++i;
  if (i >= sentence.end) return;
  Units::Use below = place_.units().At(reading, i);
  const Unit& above = *unit->use.unit;
  if (above.ucum == "[lb_av]") return;  // "pounds a year" are money where pounds can be
  if (!below || (article && !below.unit->is_time()) || (above.is_time() && below.unit->is_time()) ||
      below.unit->dimension == above.dimension) {
    return;
  }
  value->unit = Joined(reading, above.ucum, '/', below.unit->ucum);
  bool speed = above.dimension == "length" && below.unit->is_time();
  value->dimension = speed ? "speed" : Joined(reading, above.dimension, '/', below.unit->dimension);
  if (value->si_amount && below.unit->has_si() && below.unit->offset.is_zero() &&
      above.offset.is_zero()) {
    auto scaled = value->si_amount->Times(below.unit->divisor);
    value->si_amount = scaled ? scaled->DividedBy(below.unit->factor, kSiDigits) : std::nullopt;
    value->si_unit = Joined(reading, above.si, '/', below.unit->si);
  } else {
    value->si_amount.reset();
  }
  unit->end = i + below.tokens;
}

// The token after "old" in "46-year-old", "30 years old", "years of age"; 0 without it.
uint32_t MeasureReader::OldEnd(const Reading& reading, const UnitUse& unit,
                               const Span& sentence) const {
  if (!unit.use.unit->is_time()) return 0;
  uint32_t i = unit.end;
  if (i < sentence.end && reading.token(i).is_hyphen()) ++i;
  if (i < sentence.end && (reading.Is(i, "old") || reading.Is(i, "olds"))) return i + 1;
  if (reading.Is(i, "of") && reading.Is(i + 1, "age") && i + 1 < sentence.end) return i + 2;
  return 0;
}

// "magnitude 5.2", "magnitude-5.2"
bool MeasureReader::IsMagnitude(const Reading& reading, const Numeral& numeral,
                                const Span& sentence, Mention* mention) const {
  uint32_t first = numeral.tokens.begin;
  if (first > sentence.begin + 1 && reading.token(first - 1).is_hyphen()) --first;
  if (first == sentence.begin || numeral.form != NumeralForm::kDigits) return false;
  // "a magnitude of 4.9", "its magnitude was 5.5": the word is no part of the span.
  uint32_t last = numeral.tokens.end;
  bool richter =
      last + 2 < sentence.end && reading.Is(last, "on") && reading.Is(last + 2, "richter");
  bool apart = richter || (first > sentence.begin + 1 && reading.Is(first - 2, "magnitude") &&
                           (reading.Is(first - 1, "of") || reading.Is(first - 1, "was") ||
                            reading.Is(first - 1, "at")));
  if (!apart && !reading.Is(first - 1, "magnitude")) return false;
  first = apart ? numeral.tokens.begin : first - 1;
  QuantityValue value;
  value.amount = numeral.amount;
  value.unit = "{magnitude}";
  value.dimension = "magnitude";
  mention->tokens = {first, numeral.tokens.end};
  AddModifier(reading, first, numeral.tokens.end, &value.amount);
  mention->value = value;
  mention->rule = "quantity.magnitude";
  mention->confidence = 0.95f;
  SetBytes(reading, mention);
  return true;
}

bool MeasureReader::Read(const Reading& reading, const Numeral& numeral, const Span& sentence,
                         Mention* mention, uint32_t* next) const {
  *next = numeral.tokens.end;
  if (IsMagnitude(reading, numeral, sentence, mention)) return true;
  QuantityValue value;
  value.amount = numeral.amount;
  uint32_t first = numeral.tokens.begin;
  UnitUse unit = place_.Behind(reading, numeral, sentence);
  mention->rule = "quantity.number-unit";
  mention->confidence = 0.95f;
  bool shared = false;
  if (!unit) {
    uint32_t end = ReadRange(reading, numeral, sentence, &unit, &value.amount);
    if (end != 0) {
      mention->rule = "quantity.range-unit";
    } else if (ReadTolerance(reading, numeral, sentence, &unit)) {
      mention->rule = "quantity.tolerance-unit";
    } else if (ReadShared(reading, numeral, sentence, &unit)) {
      shared = true;
      mention->rule = "quantity.shared-unit";
      mention->confidence = 0.75f;
    } else {
      return false;
    }
  }
  if (!shared && value.amount.amount) {
    if (ReadSecondEnd(reading, numeral, sentence, &unit, &value.amount)) {
      mention->rule = "quantity.range-unit";
    }
  }
  AddSign(reading, sentence, &first, &value.amount);
  if (!shared) AddSmaller(reading, sentence, &unit, &value.amount);
  value.unit = unit.use.unit->ucum;
  value.dimension = unit.use.unit->dimension;
  if (value.amount.amount) value.si_amount = unit.use.unit->ToSi(*value.amount.amount);
  value.si_unit = unit.use.unit->si;
  if (unit.use.unit->form == UnitForm::kLetter) mention->confidence -= 0.1f;
  mention->rows[0] = unit.use.row;
  uint32_t last = numeral.tokens.end;
  if (!shared) {
    AddRate(reading, sentence, &unit, &value);
    last = unit.end;
    if (uint32_t old = OldEnd(reading, unit, sentence)) {
      last = old;
      mention->rule = "quantity.age";
    }
    *next = last;
  }
  AddModifier(reading, first, last, &value.amount);
  mention->tokens = {first, last};
  mention->value = value;
  SetBytes(reading, mention);
  return true;
}

bool MeasureReader::ReadFraction(const Reading& reading, uint32_t i, const Span& sentence,
                                 Mention* mention) const {
  auto fraction = NumberWords::Of(reading.lexicon()).FractionAt(reading, i);
  if (!fraction || reading.NumeralOver(i) != nullptr) return false;
  uint32_t unit = i + 1;
  if (unit < sentence.end && reading.token(unit).is_hyphen()) ++unit;
  if (reading.Is(unit, "of")) ++unit;
  if (reading.Is(unit, "a") || reading.Is(unit, "an")) ++unit;
  if (unit >= sentence.end) return false;
  Units::Use use = place_.units().At(reading, unit);
  if (!use || use.unit->form == UnitForm::kLetter || unit + use.tokens > sentence.end) return false;
  if (use.unit->is_time() && unit == i + 1) return false;  // "second half day", "first quarter"
  uint32_t first = i;
  if (first > sentence.begin && (reading.Is(first - 1, "a") || reading.Is(first - 1, "one"))) {
    --first;
  }
  QuantityValue value;
  value.amount.amount = fraction->value;
  value.amount.precision = fraction->value.Precision();
  value.unit = use.unit->ucum;
  value.dimension = use.unit->dimension;
  value.si_amount = use.unit->ToSi(fraction->value);
  value.si_unit = use.unit->si;
  AddModifier(reading, first, unit + use.tokens, &value.amount);
  mention->tokens = {first, unit + use.tokens};
  mention->value = value;
  mention->rule = "quantity.fraction-unit";
  mention->confidence = 0.9f;
  mention->rows[0] = use.row;
  SetBytes(reading, mention);
  return true;
}

}  // namespace factline
