// Percentages said without a sign: a change or a stake in fractions ("fell by a
// third", "a one-third stake"), odds ("one in five adults", "nine out of 10"), parts
// of one percent ("half a percentage point", "a quarter-point cut").
//
// A part of something counted is none: "two-thirds of the votes" is left to
// quantity, as "a quarter of a mile" is.  One in five years is a frequency.

#include "extractors/percent/percent_sentence.h"

namespace factline {
namespace {

constexpr float kFraction = 0.9f;
constexpr float kOneIn = 0.85f;
constexpr int kDigits = 6;  // of a share without an end: 33.3333

std::optional<Decimal> Hundredfold(const Decimal& part, const Decimal& whole) {
  auto times = part.Times(Decimal(100));
  return times ? times->DividedBy(whole, kDigits) : std::nullopt;
}

}  // namespace

// "one in five adults", "nine out of 10", "three in every four"
bool PercentSentence::ReadOneInFive(size_t k) {
  if (k + 1 >= numerals_.size()) return false;
  const Numeral &part = numerals_[k], &whole = numerals_[k + 1];
  uint32_t at = part.tokens.end;
  bool out = reading_.Is(at, "out") && reading_.Is(at + 1, "of");
  bool in = reading_.Is(at, "in");
  if (!out && !in) return false;
  at += out ? 2 : 1;
  bool every = reading_.Is(at, "every");
  at += every;
  if (whole.tokens.begin != at || !part.amount.amount || !whole.amount.amount) return false;
  auto a = part.amount.amount->ToInteger(), b = whole.amount.amount->ToInteger();
  if (!a || !b || *a < 1 || *a >= *b || *b < 2 || *a > 999) return false;
  bool round = *b <= 10 || *b == 100 || *b == 1000 || (*a == 1 && *b % 10 == 0);
  if (!round || (in && !every && *a != 1 && *b != 10 && *b != 100)) return false;
  uint32_t begin = part.tokens.begin;
  bool rank = begin > tokens_.begin &&
              (reading_.Is(begin - 1, "number") || reading_.Is(begin - 1, "ranked") ||
               reading_.token(begin - 1).is('#'));
  if (rank || !IsCounted(whole.tokens.end, in && !every)) return false;
  auto amount = Hundredfold(Decimal(*a), Decimal(*b));
  if (!amount) return false;
  Share share;
  share.number = &part;
  share.tokens = {part.tokens.begin, whole.tokens.end};
  share.amount.amount = amount;
  share.amount.precision = Decimal(1);
  Emit(share, "percent.one-in-five", kOneIn);
  return true;
}

// Whether what follows at `at` can be the whole of "one in five": people or things,
// no span of time, no places ("one in four states").
bool PercentSentence::IsCounted(uint32_t at, bool needs_noun) const {
  if (at >= tokens_.end) return !needs_noun;
  const Token& t = reading_.token(at);
  if (t.is_hyphen() || t.is('/')) return false;
  if (reading_.HasAny(at, Bits(Role::time_unit, Role::unit, Role::percent, Role::currency))) {
    return false;
  }
  if (!needs_noun) return true;
  static constexpr std::string_view kPlaces[] = {
      "states", "countries", "cities",  "games",  "matches", "cases",     "days",  "years",
      "months", "weeks",     "minutes", "visits", "tests",   "provinces", "towns", "districts"};
  for (std::string_view place : kPlaces) {
    if (reading_.Is(at, place)) return false;
  }
  return t.is_word();
}

// "fell by a third", "rose by two-thirds"; "a one-third stake", "a two-thirds majority"
bool PercentSentence::ReadFractionChange(const Numeral& n) {
  if (n.form != NumeralForm::kFraction || !n.amount.amount) return false;
  if (!(*n.amount.amount < Decimal(1)) || !reading_.token(n.tokens.end - 1).is_word()) return false;
  uint32_t at = n.tokens.end;
  bool stake = reading_.Is(at, "stake") || reading_.Is(at, "share") ||
               reading_.Is(at, "interest") || reading_.Is(at, "majority");
  bool by = n.tokens.begin >= tokens_.begin + 2 && reading_.Is(n.tokens.begin - 1, "by") &&
            reading_.Has(n.tokens.begin - 2, Role::change) && !reading_.Is(at, "of");
  if (!stake && !by) return false;
  Share share;
  share.number = &n;
  share.tokens = n.tokens;
  share.amount = n.amount;
  share.amount.amount = n.amount.amount->Times(Decimal(100));
  share.amount.precision = Decimal(1);
  Emit(share, stake ? "percent.fraction-stake" : "percent.by-a-fraction", kFraction);
  return true;
}

void PercentSentence::ReadParts() {
  for (uint32_t i = tokens_.begin; i < tokens_.end; ++i) {
    if (!reading_.Has(i, Role::fraction)) continue;
    if (reading_.Is(i, "half")) ReadPart(i, Decimal::Of(5, -1));
    if (reading_.Is(i, "quarter")) ReadPart(i, Decimal::Of(25, -2));
  }
}

// "half a percentage point", "a half percent", "a quarter-point cut"
void PercentSentence::ReadPart(uint32_t at, const Decimal& part) {
  if (reading_.NumeralAt(at) != nullptr || reading_.NumeralBefore(at + 1) != nullptr) return;
  uint32_t one = at + 1;
  if (one + 1 >= tokens_.end) return;
  // "Point nine and a half percent": the rest of a number that was not read.
  if (at >= tokens_.begin + 2 && reading_.Is(at - 2, "and")) return;
  bool hyphen = reading_.token(one).is_hyphen();
  bool of = reading_.Is(one, "of");
  one += hyphen || of;
  if (reading_.Is(one, "a") || reading_.Is(one, "one") || reading_.Is(one, "1")) ++one;
  uint32_t length = 0;
  Share share;
  share.tokens = {at, one};
  share.form = FormAt(one, &length);
  if (share.form != nullptr) {
    share.tokens.end = one + length;
  } else {
    bool point = reading_.Is(one, "point") && one + 1 < tokens_.end &&
                 reading_.Has(one + 1, Role::change) && (hyphen || reading_.Is(at, "quarter"));
    if (!point) return;
    share.tokens.end = one + 1;
    share.point = true;
  }
  if (at > tokens_.begin && (reading_.Is(at - 1, "a") || reading_.Is(at - 1, "one"))) {
    --share.tokens.begin;
  }
  share.amount.amount = part;
  share.amount.precision = part.Precision();
  Emit(share, "percent.part-of-a-percent", kFraction);
}

}  // namespace factline
