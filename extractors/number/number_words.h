// The number lexicon with its values read: made once a lexicon, then read-only.

#ifndef FACTLINE_EXTRACTORS_NUMBER_NUMBER_WORDS_H_
#define FACTLINE_EXTRACTORS_NUMBER_NUMBER_WORDS_H_

#include <optional>
#include <unordered_map>

#include "extractors/lexicon.h"
#include "schemas/decimal.h"
#include "schemas/fact.h"

namespace factline {

class Reading;

class NumberWords {
 public:
  // The table of `lexicon`; built at the first call, the same for every thread.
  static const NumberWords& Of(const Lexicon& lexicon);

  explicit NumberWords(const Lexicon& lexicon);

  struct Scale {
    Decimal value;
    bool letter = false;        // "k", "m", "b": must be glued to its digits
    bool after_digits = false;  // a plural that may follow digits: "5 lakhs"
  };
  struct Vague {
    Decimal min;
    std::optional<Decimal> max;
    bool alone = false;  // a number without a scale after it: "multimillion"
    uint32_t tokens = 0;
  };
  struct Fraction {
    Decimal value;      // rounded where it has no end
    bool exact = true;  // 1/3 is not
    int numerator = 1, denominator = 1;
  };
  struct ModifierWord {
    Modifier modifier = Modifier::kExact;
    bool after = false;
  };

  std::optional<Decimal> CardinalAt(const Reading& reading, uint32_t token) const;
  std::optional<Scale> ScaleAt(const Reading& reading, uint32_t token) const;
  std::optional<Vague> VagueAt(const Reading& reading, uint32_t token) const;
  std::optional<Fraction> FractionAt(const Reading& reading, uint32_t token) const;
  const ModifierWord* ModifierOf(const LexiconRow& row) const;

 private:
  std::unordered_map<uint32_t, Decimal> values_;  // by row
  std::unordered_map<uint32_t, Vague> vague_;
  std::unordered_map<uint32_t, Fraction> fractions_;
  std::unordered_map<uint32_t, ModifierWord> modifiers_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NUMBER_NUMBER_WORDS_H_
