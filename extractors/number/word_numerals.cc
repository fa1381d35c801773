// Numerals in words: cardinals, "and", hyphens and scales, added and multiplied as
// in speech: a scale multiplies what has been gathered since the last larger one.
// "two hundred and five thousand", "a dozen", "thirty-one", "one point three",
// "one and a half million", "half a million", "two-thirds".
//
// "Half" and "third" alone are left: a half of football and a third person are no
// numbers.

#include "extractors/number/numeral_reader.h"

namespace factline {

// A number in words as far as it has been read.
struct WordSum {
  Decimal total = Decimal(0);  // what larger scales have closed
  Decimal group = Decimal(0);  // what the next scale will multiply
  bool any = false;
  bool article = false;      // "a" stands for the first cardinal
  bool after_scale = false;  // the last word was a scale
  Decimal closed;            // the last scale from a thousand up, 0 where none
};

// A number in words as it stood behind its last scale.
struct WordCheckpoint {
  Decimal value;
  Decimal scale = Decimal(1);
  uint32_t scale_tokens = 0;
  uint32_t end = 0;  // 0: there has been no scale
};

namespace {

// Whether the word for `next` goes on the number read so far: "thirty" "one",
// "hundred" "five"; not "two" "three".
bool Follows(const WordSum& sum, const Decimal& next) {
  if (!sum.any || sum.after_scale) return true;
  auto group = sum.group.ToInteger(), n = next.ToInteger();
  if (!group || !n) return false;
  return *group % 100 >= 20 && *group % 10 == 0 && *n >= 1 && *n <= 9;
}

}  // namespace

bool NumeralReader::ReadWords(Numeral* numeral) {
  uint32_t begin = at_;
  WordSum sum;
  sum.article = reading_.Is(at_, "a") || reading_.Is(at_, "an");
  uint32_t first = at_ + sum.article;
  auto scale = first < end_ ? words_.ScaleAt(reading_, first) : std::nullopt;
  bool scale_first = scale && !scale->letter && !PluralScaleAt(first);
  if (sum.article && !scale_first) return false;
  if (!sum.article && scale_first) {
    // "million dollars", "million-dollar": one of them.  Not "60-odd million dollars".
    bool apart = first == begin_ || (!IsHyphen(first - 1) && !reading_.Is(first - 1, "odd"));
    sum.article = apart && CurrencyFollows(first + 1 + IsHyphen(first + 1));
  }
  if (!sum.article && !words_.CardinalAt(reading_, at_)) return false;
  if (sum.article) {
    sum.group = Decimal(1);
    sum.any = sum.after_scale = true;
    at_ = first;
  }
  uint32_t last_good = GatherWords(&sum, numeral);
  at_ = last_good;
  auto value = sum.total.Plus(sum.group);
  if (at_ == begin || !value) {
    at_ = begin;
    return false;
  }
  numeral->form = NumeralForm::kWords;
  numeral->amount.amount = *value;
  numeral->amount.precision = numeral->scale;
  AddPointDigits(numeral);
  AddAndAHalf(numeral);
  return true;
}

// Gathers words from at_ on; the token behind the last one that belongs, or where it
// began.
uint32_t NumeralReader::GatherWords(WordSum* sum, Numeral* numeral) {
  uint32_t last_good = numeral->tokens.begin;
  WordCheckpoint checkpoint;
  while (at_ < end_) {
    bool cardinal = reading_.Has(at_, Role::cardinal);
    if (!cardinal && checkpoint.end != 0 && BeginsAnother(*sum)) {
      // "a million and two million" are two numbers.
      sum->total = checkpoint.value;
      sum->group = Decimal(0);
      numeral->scale = checkpoint.scale;
      numeral->scale_tokens = checkpoint.scale_tokens;
      return checkpoint.end;
    }
    bool added = cardinal ? AddCardinal(sum, numeral) : AddScale(sum, numeral);
    if (!added) break;
    last_good = ++at_;
    if (!cardinal) {
      checkpoint = {sum->total.Plus(sum->group).value_or(sum->total), numeral->scale,
                    numeral->scale_tokens, at_};
    }
    if (!SkipJoint(sum->after_scale)) break;
  }
  return last_good;
}

// Whether the scale at at_ is no smaller than one that has gone before, with
// cardinals in between.
bool NumeralReader::BeginsAnother(const WordSum& sum) const {
  auto scale = words_.ScaleAt(reading_, at_);
  if (!scale || scale->letter || sum.after_scale) return false;
  if (!(scale->value < Decimal(1000))) return !sum.closed.is_zero() && sum.closed <= scale->value;
  return Decimal(99) < sum.group;
}

bool NumeralReader::AddCardinal(WordSum* sum, Numeral* numeral) {
  auto cardinal = words_.CardinalAt(reading_, at_);
  if (!cardinal || sum->article || !Follows(*sum, *cardinal)) return false;
  auto group = sum->group.Plus(*cardinal);
  if (!group) return false;
  sum->group = *group;
  sum->any = true;
  sum->after_scale = false;
  numeral->scale = Decimal(1);
  numeral->scale_tokens = 0;
  return true;
}

bool NumeralReader::AddScale(WordSum* sum, Numeral* numeral) {
  auto scale = words_.ScaleAt(reading_, at_);
  if (!scale || scale->letter || !sum->any) return false;
  if (PluralScaleAt(at_) && !scale->after_digits) return false;
  bool closes = Decimal(1000) <= scale->value;
  if (closes && sum->group.is_zero()) {
    if (!sum->after_scale) return false;  // "two thousand million"
    auto total = sum->total.Times(scale->value);
    if (!total) return false;
    sum->total = *total;
  } else {
    auto group = sum->group.Times(scale->value);
    if (!group) return false;
    if (closes) {
      auto total = sum->total.Plus(*group);
      if (!total) return false;
      sum->total = *total;
      sum->group = Decimal(0);
    } else {
      sum->group = *group;
    }
  }
  auto product = numeral->scale.Times(scale->value);
  if (!product) return false;
  if (closes) sum->closed = scale->value;
  numeral->scale = *product;
  ++numeral->scale_tokens;
  sum->after_scale = true;
  sum->article = false;
  return true;
}

// Steps over what may stand inside a number in words: a hyphen, "and" after a
// scale.  False where the number cannot go on.
bool NumeralReader::SkipJoint(bool after_scale) {
  if (at_ >= end_) return false;
  bool hyphen = IsHyphen(at_) && !reading_.token(at_).space_before;
  if (!hyphen && !(after_scale && reading_.Is(at_, "and"))) return true;
  if (at_ + 1 >= end_) return false;
  bool cardinal = words_.CardinalAt(reading_, at_ + 1).has_value();
  bool scale = hyphen && words_.ScaleAt(reading_, at_ + 1).has_value();
  if (!cardinal && !scale) return false;
  ++at_;
  return true;
}

// "one point three five"
void NumeralReader::AddPointDigits(Numeral* numeral) {
  if (!(numeral->scale == Decimal(1)) || !reading_.Is(at_, "point") || at_ >= end_) return;
  Decimal value = *numeral->amount.amount, place(1);
  uint32_t at = at_ + 1;
  for (; at < end_; ++at) {
    auto digit = words_.CardinalAt(reading_, at);
    if (!digit || !(*digit < Decimal(10))) break;
    place = *place.Times(Decimal::Of(1, -1));
    auto sum = value.Plus(digit->Times(place).value_or(Decimal(0)));
    if (!sum || at > at_ + 6) return;
    value = *sum;
  }
  if (at == at_ + 1) return;
  at_ = at;
  TakeScaled(value, place, numeral);
}

// "one and a half million", "23 and a half", "two and three-quarters", "a million and a half"
void NumeralReader::AddAndAHalf(Numeral* numeral) {
  uint32_t at = at_;
  bool hyphens = IsHyphen(at);
  at += hyphens;
  if (!reading_.Is(at, "and") || at + 2 >= end_) return;
  ++at;
  at += hyphens && IsHyphen(at);
  Decimal times(1);
  if (auto cardinal = words_.CardinalAt(reading_, at); cardinal && *cardinal < Decimal(10)) {
    times = *cardinal;
  } else if (!reading_.Is(at, "a")) {
    return;
  }
  ++at;
  at += IsHyphen(at);
  auto fraction = words_.FractionAt(reading_, at);
  if (at >= end_ || !fraction || !fraction->exact) return;
  auto part = fraction->value.Times(times);
  if (part) part = part->Times(numeral->scale);
  auto sum = part ? numeral->amount.amount->Plus(*part) : std::nullopt;
  if (!sum) return;
  at_ = at + 1;
  numeral->scale_tokens = 0;
  Decimal place = part->Precision();
  numeral->scale = Decimal(1);
  TakeScaled(*sum, place, numeral);
}

// "two-thirds", "one-tenth", "a quarter of"; "half a million", "a quarter of a million".
bool NumeralReader::ReadFractionWords(Numeral* numeral) {
  Decimal times(1);
  uint32_t at = at_;
  bool article = reading_.Is(at, "a") || reading_.Is(at, "an");
  auto cardinal = words_.CardinalAt(reading_, at);
  bool hyphen = false;
  if (cardinal || article) {
    if (cardinal) times = *cardinal;
    ++at;
    hyphen = IsHyphen(at) && !reading_.token(at).space_before;
    at += hyphen;
  }
  auto fraction = words_.FractionAt(reading_, at);
  if (at >= end_ || !fraction || !reading_.token(at).is_word()) return false;
  if (ReadFractionOfScale(*fraction, times, at + 1, numeral)) return true;
  if (!cardinal && !article) return false;
  bool plural = (reading_.Text(at).back() | 0x20) == 's';
  if (plural != (Decimal(1) < times) || Decimal(99) < times) return false;
  bool of = reading_.Is(at + 1, "of") || (at_ > begin_ && reading_.Is(at_ - 1, "by"));
  // "a third person", "one quarter", "three quarters": shares only before "of" or after "by".
  if (!of && (article || (!hyphen && fraction->denominator == 4) || fraction->denominator > 10)) {
    return false;
  }
  auto value = Decimal(fraction->numerator).Times(times);
  if (!value) return false;
  value = value->DividedBy(Decimal(fraction->denominator), 6);
  at_ = at + 1;
  numeral->form = NumeralForm::kFraction;
  numeral->amount.amount = *value;
  numeral->amount.precision = value->Precision();
  return true;
}

bool NumeralReader::ReadFractionOfScale(const NumberWords::Fraction& fraction, const Decimal& times,
                                        uint32_t next, Numeral* numeral) {
  uint32_t at = next;
  at += IsHyphen(at);
  if (reading_.Is(at, "of")) ++at;
  if (reading_.Is(at, "a")) {
    ++at;
    at += IsHyphen(at);
  }
  if (at >= end_ || !fraction.exact) return false;
  auto scale = words_.ScaleAt(reading_, at);
  if (!scale || scale->letter || PluralScaleAt(at)) return false;
  auto value = fraction.value.Times(times);
  if (!value) return false;
  at_ = at;
  numeral->form = NumeralForm::kWords;
  TakeScaled(*value, value->Precision(), numeral);
  return true;
}

bool NumeralReader::ReadFractionSign(Numeral* numeral) {
  if (reading_.token(at_).kind != TokenKind::kSymbol) return false;
  auto fraction = words_.FractionAt(reading_, at_);
  if (!fraction) return false;
  ++at_;
  numeral->form = NumeralForm::kFraction;
  TakeScaled(fraction->value, fraction->value.Precision(), numeral);
  return true;
}

void NumeralReader::TakeScaled(Decimal value, Decimal place, Numeral* numeral) {
  ReadScales(&value, &place, numeral);
  numeral->amount.amount = value;
  numeral->amount.precision = place;
}

}  // namespace factline
