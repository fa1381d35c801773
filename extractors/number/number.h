// Reads numbers: the ground on which money, percent, quantity and time stand.
//
// What qualifies: "1,234.5", "4.82 billion", "15k", "thirty-one", "two hundred and
// five", "a dozen", "one and a half million", "½", "tens of millions", "several
// hundred".  What does not: "the third" (an ordinal), "MiG-29" (glued to a word by
// a hyphen is read, and left to the kinds), "F16", "COVID19" (letters before).

#ifndef FACTLINE_EXTRACTORS_NUMBER_NUMBER_H_
#define FACTLINE_EXTRACTORS_NUMBER_NUMBER_H_

#include <vector>

#include "extractors/number/digits.h"
#include "extractors/number/numeral.h"
#include "schemas/fact.h"

namespace factline {

class Reading;

// Appends the numerals among the tokens of one sentence, left to right.  Linear.
void AppendNumerals(const Reading& reading, const Span& sentence_tokens,
                    std::vector<Numeral>* numerals);

// What bounds or blurs the number in tokens [first, last): "more than" before it,
// "or so" after it.
struct ModifierUse {
  Modifier modifier = Modifier::kExact;
  uint32_t tokens_before = 0;
  uint32_t tokens_after = 0;
  uint32_t row = UINT32_MAX;  // of the lexicon
};
ModifierUse ReadModifier(const Reading& reading, uint32_t first, uint32_t last);

// What joins the two ends of a range, from the token after the first end.
//   "5 to 7", "5-7", "between 5 and 7", "5 or 6"
// The tokens of the joint, 0 where there is none.
//   `between` says that "between" or "from" stands before the first end.
struct Joint {
  uint32_t tokens = 0;
  bool is_or = false;
};
Joint RangeJoint(const Reading& reading, uint32_t after_first, bool between);
// Whether "between"/"from" stands before token `first`.
bool OpensRange(const Reading& reading, uint32_t first);

// Whether "from" at token `from` follows a verb of change, which makes "from 5 to 7"
// two numbers: "rose from 5 to 7".  Looks back at most nine tokens, not before
// `begin` nor past another number.
bool TellsOfChange(const Reading& reading, uint32_t begin, uint32_t from);

// Whether a verb of change stands right before token `first`, modifiers and "by"
// aside: "rose by nearly $2".  What follows "to" then may be the level reached.
bool IsStep(const Reading& reading, uint32_t begin, uint32_t first);

// The range whose ends are `low` and `high`: min, max, modifier between.  The
// lower end takes the scale of the upper one when it has none and is the smaller
// number ("5-10 million").
Amount RangeOf(const Numeral& low, const Numeral& high);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NUMBER_NUMBER_H_
