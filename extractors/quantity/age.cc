#include "extractors/quantity/age.h"

#include "extractors/number/number.h"
#include "extractors/quantity/measure.h"

namespace factline {
namespace {

bool IsPunctuation(const Token& token) { return token.kind == TokenKind::kPunctuation; }

// How many tokens before the number say that it is an age: "aged between", "at the age
// of", "he was 85.", "at 77,"; 0 where none do.
uint32_t WordsBefore(const Reading& reading, const Numeral& numeral, const Span& sentence) {
  uint32_t first = numeral.tokens.begin, last = numeral.tokens.end;
  uint32_t word = first - 1;
  bool closed = last >= sentence.end || IsPunctuation(reading.token(last));
  if (word > sentence.begin &&
      (reading.Is(word, "between") || reading.Is(word, "of") || reading.Is(word, "from") ||
       reading.Is(word, "about") || reading.Is(word, "just") || reading.Is(word, "only"))) {
    --word;
  }
  if (reading.Is(word, "aged") || reading.Is(word, "age") || reading.Is(word, "ages")) {
    return first - word;
  }
  if (!closed || numeral.tokens.size() != 1 || !numeral.plain_integer) return 0;
  if (reading.Is(word, "at") && word == sentence.begin && last < sentence.end &&
      reading.token(last).is(',')) {
    return first - word;
  }
  bool was = reading.Is(word, "was") || reading.Is(word, "is");
  bool person =
      was && word > sentence.begin && (reading.Is(word - 1, "he") || reading.Is(word - 1, "she"));
  return person && !(last < sentence.end && reading.token(last).is_hyphen()) ? 2 : 0;
}

}  // namespace

bool ReadAge(const Reading& reading, const Numeral& numeral, const Span& sentence, Mention* mention,
             uint32_t* next) {
  uint32_t first = numeral.tokens.begin, last = numeral.tokens.end;
  if (!numeral.amount.amount || Decimal(125) < *numeral.amount.amount || first == sentence.begin) {
    return false;
  }
  Amount amount = numeral.amount;
  const Token& before = reading.token(first - 1);
  bool closed = last >= sentence.end || IsPunctuation(reading.token(last));
  bool aged = WordsBefore(reading, numeral, sentence) != 0;
  bool apposed = before.is(',') && closed && first >= sentence.begin + 2 && numeral.plain_integer &&
                 reading.token(first - 2).is_word() && reading.token(first - 2).capitalized() &&
                 last < sentence.end && reading.token(last).is(',') &&
                 !reading.HasAny(first - 2, Bits(Role::month, Role::weekday));
  if (!aged && !apposed) return false;
  if (aged) {
    if (const Numeral* high = RangeEnd(reading, numeral, sentence.end)) {
      amount = RangeOf(numeral, *high);
      last = high->tokens.end;
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
