#include "extractors/quantity/age.h"

#include "extractors/number/number.h"
#include "extractors/phrase.h"
#include "extractors/quantity/measure.h"

namespace factline {
namespace {

bool IsPunctuation(const Token& token) { return token.kind == TokenKind::kPunctuation; }

// Whether the words before the number say that it is an age: "aged between", "at the age
// of", "he was 85.", "at 77,", "children under 12", "as young as ten", "when they turn 21".
bool SaysAge(const Reading& reading, const Numeral& numeral, const Span& sentence,
             const Surroundings& surroundings) {
  uint32_t first = numeral.tokens.begin, last = numeral.tokens.end;
  uint32_t word = first - 1;
  bool closed = last >= sentence.end || IsPunctuation(reading.token(last));
  if (word > sentence.begin &&
      (reading.Is(word, "between") || reading.Is(word, "of") || reading.Is(word, "from") ||
       reading.Is(word, "about") || reading.Is(word, "just") || reading.Is(word, "only"))) {
    --word;
  }
  if (reading.Is(word, "aged") || reading.Is(word, "age") || reading.Is(word, "ages")) return true;
  if (word >= sentence.begin + 2 && reading.Is(word, "as") && reading.Is(word - 2, "as") &&
      (reading.Is(word - 1, "young") || reading.Is(word - 1, "old"))) {
    return true;
  }
  bool goes_on = last < sentence.end && !closed && IsNominal(ClassOf(reading, last));
  bool bound = reading.Is(word, "under") || reading.Is(word, "over") || reading.Is(word, "below");
  if (word > sentence.begin && bound && !goes_on && surroundings.HasAge(reading, word - 1)) {
    return true;
  }
  closed |= reading.Is(last, "and") || reading.Is(last, "when");
  if (!closed || numeral.tokens.size() != 1) return false;
  if (reading.Is(word, "turn") || reading.Is(word, "turns") || reading.Is(word, "turned") ||
      reading.Is(word, "turning")) {
    return true;
  }
  if (word == sentence.begin)
    return reading.Is(word, "at") && last < sentence.end && reading.token(last).is(',');
  bool was = reading.Is(word, "was") || reading.Is(word, "is");
  bool person = reading.Is(word - 1, "he") || reading.Is(word - 1, "she") ||
                (reading.Is(word - 1, "i") && reading.Is(word, "was"));
  bool contracted =
      reading.Is(word, "i'm") || reading.Is(word, "he's") || reading.Is(word, "she's");
  return ((was && person) || contracted) &&
         !(last < sentence.end && reading.token(last).is_hyphen());
}

}  // namespace

bool GoesOnWithAges(const Reading& reading, const Numeral& numeral, const Span& sentence,
                    const Span& before) {
  uint32_t first = numeral.tokens.begin, last = numeral.tokens.end;
  if (first <= before.end || first - before.end > 2) return false;
  for (uint32_t i = before.end; i < first; ++i) {
    if (!reading.token(i).is(',') && !reading.Is(i, "and")) return false;
  }
  return last >= sentence.end || IsPunctuation(reading.token(last)) || reading.Is(last, "and");
}

bool ReadAge(const Reading& reading, const Numeral& numeral, const Span& sentence,
             const Surroundings& surroundings, bool in_list, Mention* mention, uint32_t* next) {
  uint32_t first = numeral.tokens.begin, last = numeral.tokens.end;
  if (!numeral.amount.amount || Decimal(125) < *numeral.amount.amount || first == sentence.begin) {
    return false;
  }
  Amount amount = numeral.amount;
  const Token& before = reading.token(first - 1);
  bool closed = last >= sentence.end || IsPunctuation(reading.token(last));
  if (numeral.scale_tokens != 0 || numeral.form == NumeralForm::kVague) return false;
  bool aged = in_list || SaysAge(reading, numeral, sentence, surroundings);
  bool apposed = before.is(',') && closed && *amount.amount <= Decimal(110) &&
                 first >= sentence.begin + 2 && numeral.plain_integer &&
                 reading.token(first - 2).is_word() &&
                 (reading.token(first - 2).capitalized() ||
                  reading.HasAny(first - 2, Bits(Role::occupation, Role::title))) &&
                 last < sentence.end && reading.token(last).is(',') &&
                 !reading.HasAny(first - 2, Bits(Role::month, Role::weekday));
  if (!aged && !apposed) return false;
  if (aged) {
    if (const Numeral* high = RangeEnd(reading, numeral, sentence.end)) {
      amount = RangeOf(numeral, *high);
      last = high->tokens.end;
    } else if (reading.Is(first - 1, "of") && reading.Is(first - 2, "ages") &&
               reading.Is(last, "and")) {
      // "between the ages of 6 and 17"
      if (const Numeral* upper = reading.NumeralAt(last + 1)) {
        amount = RangeOf(numeral, *upper);
        last = upper->tokens.end;
      }
    }
  }
  QuantityValue value;
  value.amount = amount;
  value.unit = "a";
  value.dimension = "time";
  if (amount.amount) value.si_amount = amount.amount->Times(Decimal(31557600));
  value.si_unit = "s";
  AddModifier(reading, first, last, &value.amount);
  mention->tokens = {first, last};
  mention->value = value;
  mention->rule = aged ? "quantity.aged" : "quantity.age-after-name";
  mention->confidence = aged ? 0.93f : 0.85f;
  SetBytes(reading, mention);
  *next = last;
  return true;
}

}  // namespace factline
