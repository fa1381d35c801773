#include "extractors/number/number.h"

#include "extractors/number/number_words.h"
#include "extractors/number/numeral_reader.h"
#include "extractors/reading.h"

namespace factline {

// Each token is visited once a numeral; nothing backs up further than the numeral
// in hand.
bool NumeralReader::ReadAt(uint32_t i, Numeral* numeral) {
  *numeral = Numeral();
  numeral->tokens.begin = at_ = i;
  const Token& token = reading_.token(i);
  bool read = token.is_number() ? ReadDigitsForm(numeral)
                                : ReadVague(numeral) || ReadFractionWords(numeral) ||
                                      ReadWords(numeral) || ReadFractionSign(numeral);
  numeral->tokens.end = at_;
  return read;
}

void AppendNumerals(const Reading& reading, const Span& tokens, std::vector<Numeral>* numerals) {
  static constexpr RoleSet kFirst = Bits(Role::cardinal, Role::scale, Role::fraction, Role::vague);
  NumeralReader reader(reading, tokens);
  Numeral numeral;
  for (uint32_t i = tokens.begin; i < tokens.end;) {
    const Lexed& lexed = reading.lexed(i);
    const Token& token = reading.token(i);
    uint32_t size = token.bytes.size();
    bool may = token.is_number() || ((lexed.roles | lexed.phrase_roles) & kFirst) ||
               (size <= 2 && (reading.Is(i, "a") || reading.Is(i, "an"))) ||
               (size == 4 && reading.Is(i, "tens"));
    if (may && reader.ReadAt(i, &numeral)) {
      numerals->push_back(numeral);
      i = numeral.tokens.end;
    } else {
      ++i;
    }
  }
}

ModifierUse ReadModifier(const Reading& reading, uint32_t first, uint32_t last) {
  const NumberWords& words = NumberWords::Of(reading.lexicon());
  ModifierUse use;
  if (Sense before = reading.Before(first, Role::modifier)) {
    if (const auto* word = words.ModifierOf(before.row); word && !word->after) {
      use.modifier = word->modifier;
      use.tokens_before = before.tokens;
      use.row = before.row.index();
    }
  }
  if (use.tokens_before == 0 && last < reading.size()) {
    if (Sense after = reading.At(last, Role::modifier)) {
      if (const auto* word = words.ModifierOf(after.row); word && word->after) {
        use.modifier = word->modifier;
        use.tokens_after = after.tokens;
        use.row = after.row.index();
      }
    }
  }
  return use;
}

bool OpensRange(const Reading& reading, uint32_t first) {
  return first > 0 && (reading.Is(first - 1, "between") || reading.Is(first - 1, "from"));
}

Joint RangeJoint(const Reading& reading, uint32_t after_first, bool between) {
  if (after_first + 1 >= reading.size()) return {};
  const Token& t = reading.token(after_first);
  if (t.is_hyphen() || t.is(kEmDash)) return {1, false};
  if (reading.Is(after_first, "to") || reading.Is(after_first, "through")) {
    return {reading.Is(after_first + 1, "as") ? 0u : 1u, false};
  }
  if (between && reading.Is(after_first, "and")) return {1, false};
  if (reading.Is(after_first, "or")) return {1, true};
  return {};
}

bool TellsOfChange(const Reading& reading, uint32_t begin, uint32_t from) {
  constexpr uint32_t kReach = 9;
  uint32_t last = from - begin > kReach ? from - kReach : begin;
  for (uint32_t i = from; i-- > last;) {
    const Token& t = reading.token(i);
    if (t.is_number() || t.is(',') || t.is(';') || t.is('(')) return false;
    if (reading.Is(i, "range") || reading.Is(i, "ranging") || reading.Is(i, "ranged")) return false;
    if (reading.Has(i, Role::change)) return true;
  }
  return false;
}

bool IsStep(const Reading& reading, uint32_t begin, uint32_t first) {
  constexpr uint32_t kReach = 4;
  uint32_t last = first - begin > kReach ? first - kReach : begin;
  for (uint32_t i = first; i-- > last;) {
    if (reading.Has(i, Role::change)) return true;
    const Lexed& lexed = reading.lexed(i);
    bool aside = ((lexed.roles | lexed.phrase_roles) & Bit(Role::modifier)) ||
                 reading.Is(i, "by") || reading.Is(i, "than") || reading.Is(i, "a") ||
                 reading.Is(i, "an");
    if (!aside) return false;
  }
  return false;
}

Amount RangeOf(const Numeral& low, const Numeral& high) {
  Amount range;
  range.min = low.amount.amount;
  range.max = high.amount.amount;
  range.precision = high.amount.precision;
  range.modifier = Modifier::kBetween;
  bool shares = low.scale == Decimal(1) && !(high.scale == Decimal(1));
  if (shares && range.min && range.max && *range.min < *range.max) {
    if (auto scaled = range.min->Times(high.scale); scaled && *scaled <= *range.max) {
      range.min = scaled;
    }
  }
  return range;
}

}  // namespace factline
