// Numeral by numeral, left to right.  A sum may be the first end of a range ("$5-$10
// million", "15-20 euros", "between $5 and 10 million"), the last of a list that
// shares its currency ("5, 6 and 7 million euros"), or go on in subunits ("five
// dollars and 20 cents").  A numeral without a currency is a sum only where its
// neighbour lends one.
//
// "from $5 to $7" is a range where prices run, two sums where one rose.

#include "extractors/money/money_sentence.h"

#include <algorithm>

namespace factline {
namespace {

constexpr size_t kLongestList = 8;  // sums that share one currency

// Of a rule's facts on the evaluation sets, the share that was right.
constexpr float kSure = 0.98f;
constexpr float kRange = 0.95f;
constexpr float kVagueSum = 0.95f;
constexpr float kShared = 0.85f;
constexpr float kElliptic = 0.7f;
constexpr float kByDefault = 0.9f;  // the factor where the currency is the default

}  // namespace

void MoneySentence::Read(uint32_t sentence, std::span<const Numeral> numerals) {
  sentence_ = sentence;
  tokens_ = reading_.document().sentences[sentence].tokens;
  numerals_ = numerals;
  from_ = tokens_.begin;
  last_ = Sum();
  size_t first = found_.size();
  for (size_t k = 0; k < numerals_.size(); ++k) {
    if (numerals_[k].tokens.begin >= from_) ReadNumeral(k);
  }
  size_t bare = found_.size();
  ReadArticleSums();
  if (bare == found_.size() || bare == first) return;
  std::sort(found_.begin() + static_cast<ptrdiff_t>(first), found_.end(),
            [](const Mention& a, const Mention& b) { return a.bytes.begin < b.bytes.begin; });
}

void MoneySentence::ReadNumeral(size_t k) {
  const Numeral& numeral = numerals_[k];
  Sum sum;
  bool read = sums_.Read(numeral, from_, tokens_.end, &sum);
  if (ReadRange(k, sum)) return;
  if (ReadAlternatives(k, sum)) return;
  if (!read) {
    if (!ReadMillions(numeral)) ReadElliptic(numeral);
    return;
  }
  Amount amount = AmountOf(sum);
  bool compound = ReadSubunits(k, &sum, &amount);
  if (!compound && !sum.before) ReadShared(k, sum);
  bool vague = numeral.form == NumeralForm::kVague;
  Emit(sum, sum.tokens, amount, compound ? "money.amount-currency-subunits" : RuleOf(sum),
       vague ? kVagueSum : kSure);
}

std::string_view MoneySentence::RuleOf(const Sum& sum) const {
  if (sum.form->needs == CurrencyNeeds::kScale) return "money.lost-sign-amount";
  if (sum.number->form == NumeralForm::kVague) return "money.vague-amount-currency";
  bool scale = sum.has_scale();
  switch (sum.form->kind) {
    case CurrencyKind::kCode:
      if (sum.before) return scale ? "money.code-amount-scale" : "money.code-amount";
      return scale ? "money.amount-scale-code" : "money.amount-code";
    case CurrencyKind::kSymbol:
      if (sum.before) return scale ? "money.symbol-amount-scale" : "money.symbol-amount";
      return scale ? "money.amount-scale-symbol" : "money.amount-symbol";
    case CurrencyKind::kSlang:
      return "money.amount-slang";
    case CurrencyKind::kName:
      break;
  }
  if (sum.form->subunit) return "money.amount-subunit";
  if (sum.before) return "money.currency-amount";
  return scale ? "money.amount-scale-currency" : "money.amount-currency";
}

// The tokens of what joins `first` to a second sum; 0 where nothing does.
uint32_t MoneySentence::JointAt(uint32_t at, const Sum& first, bool* is_or) const {
  *is_or = false;
  if (at + 1 >= tokens_.end || reading_.token(at).blank_before) return 0;
  const Token& t = reading_.token(at);
  bool glued = !t.space_before && !reading_.token(at + 1).space_before;
  if (t.is('/')) return glued && first.form != nullptr ? 1 : 0;
  if (t.is_hyphen() || t.is(kEmDash)) {
    bool spaced = t.space_before && reading_.token(at + 1).space_before;
    return glued || (spaced && !t.is(kEmDash)) ? 1 : 0;
  }
  Joint joint = RangeJoint(reading_, at, OpensRange(reading_, first.tokens.begin));
  *is_or = joint.is_or;
  return joint.tokens;
}

// Whether "from" before token `first` tells of a change rather than of a spread:
// "rose from $5 to $7".
bool MoneySentence::IsChange(uint32_t first) const {
  return first > tokens_.begin && reading_.Is(first - 1, "from") &&
         TellsOfChange(reading_, tokens_.begin, first - 1);
}

// Whether two ends joined at token `joint` make one range.
bool MoneySentence::Joins(const Sum& first, const Sum& second, uint32_t joint) const {
  const Token& t = reading_.token(joint);
  bool hyphen = t.is_hyphen() || t.is(kEmDash) || t.is('/');
  if (first.number->form == NumeralForm::kVague && second.number->form != NumeralForm::kVague) {
    return false;
  }
  if (first.form != nullptr && second.form != nullptr) {
    if (first.form->subunit != second.form->subunit) return false;
    bool same = first.form->code == second.form->code && first.code == second.code;
    if (!same && !(first.form->ambiguous() || second.form->ambiguous())) return false;
    if (hyphen && t.space_before) {  // "$5 million - $2 million more than"
      Decimal low = *AmountOf(first).amount, high = *AmountOf(second).amount;
      if (!first.number->amount.amount || !second.number->amount.amount || !(low < high))
        return false;
    }
    return true;
  }
  if (first.form != nullptr) {
    // "$5-10 million", "between $5 and 10 million"; not "$5 million to 20 people"
    if (!first.before) return false;
    if (hyphen && !t.space_before) return !SumReader::LooksLikeYear(*second.number);
    return !first.has_scale() && second.has_scale();
  }
  if (second.form == nullptr || SumReader::LooksLikeYear(*first.number)) return false;
  if (!second.before) return !hyphen || !t.space_before;
  return hyphen && !t.space_before && !first.has_scale();
}

bool MoneySentence::ReadRange(size_t k, const Sum& first) {
  if (k + 1 >= numerals_.size()) return false;
  bool is_or;
  uint32_t joint = first.tokens.end;
  uint32_t tokens = JointAt(joint, first, &is_or);
  if (tokens == 0 || is_or) return false;
  uint32_t begin = joint + tokens;
  const Numeral& next = numerals_[k + 1];
  if (next.tokens.begin < begin || next.tokens.begin > begin + 4) return false;
  Sum second;
  sums_.Read(next, begin, tokens_.end, &second);
  if (second.tokens.begin != begin || !Joins(first, second, joint)) return false;
  if (first.form == nullptr && second.form == nullptr) return false;
  bool own = first.form != nullptr && second.form != nullptr;
  if (own && IsChange(first.tokens.begin)) return false;
  // "$5 million to $3 million" is a contest or a cut, unless "from" opens it.
  const auto &a = first.number->amount.amount, &b = second.number->amount.amount;
  bool opened = OpensRange(reading_, first.tokens.begin);
  if (own && a && b && *b < *a && !opened) return false;
  // "rose $2 to $35": a step and the level reached.
  auto threefold = own && a ? a->Times(Decimal(3)) : std::nullopt;
  if (threefold && b && *threefold <= *b && IsStep(reading_, tokens_.begin, first.tokens.begin)) {
    return false;
  }
  const Sum& like = second.form != nullptr ? second : first;
  Sum low = first, high = second;
  low.form = high.form = like.form;
  Amount amount;
  if (first.number->form == NumeralForm::kVague) {
    amount = AmountOf(high);
    amount.min = AmountOf(low).min;
  } else {
    if (second.number->form == NumeralForm::kVague) return false;
    amount = RangeOf(*first.number, *second.number);
    for (auto* part : {&amount.min, &amount.max, &amount.precision}) {
      if (*part) *part = (*part)->Times(like.form->factor);
    }
    if (amount.min && amount.max && *amount.max < *amount.min) std::swap(amount.min, amount.max);
  }
  Emit(like, {first.tokens.begin, second.tokens.end}, amount, "money.range", kRange);
  return true;
}

// "8 or $9", "eight or nine euros": two sums, the first without a currency of its own.
bool MoneySentence::ReadAlternatives(size_t k, const Sum& first) {
  if (k + 1 >= numerals_.size()) return false;
  bool is_or;
  uint32_t tokens = JointAt(first.tokens.end, first, &is_or);
  if (tokens == 0 || !is_or) return false;
  uint32_t begin = first.tokens.end + tokens;
  const Numeral& next = numerals_[k + 1];
  if (next.tokens.begin < begin || next.tokens.begin > begin + 4) return false;
  Sum second;
  sums_.Read(next, begin, tokens_.end, &second);
  if (second.form == nullptr || second.tokens.begin != begin) return false;
  if (!first.number->amount.amount || !second.number->amount.amount) return false;
  bool lends = first.form == nullptr && !SumReader::LooksLikeYear(*first.number);
  bool scales = first.form != nullptr && first.before && second.before && !first.has_scale();
  if (!lends && !scales) return false;
  Sum low = first;
  if (lends) low.form = second.form;
  bool smaller = *low.number->amount.amount < *second.number->amount.amount;
  Amount amount = second.has_scale() && !low.has_scale() && smaller
                      ? Scaled(low, second.number->scale)
                      : AmountOf(low);
  // "a family of four or $27,000": alternatives are of one size.
  auto tenfold = amount.amount->Times(Decimal(10));
  if (lends && tenfold && *tenfold < *AmountOf(second).amount && second.before) return false;
  Emit(low, first.tokens, amount, lends ? "money.shared-currency" : RuleOf(low), kShared);
  return true;
}

// The numbers before `last` that share its currency: "5, 6 and 7 million euros".
void MoneySentence::ReadShared(size_t k, const Sum& last) {
  if (!last.number->amount.amount) return;
  std::vector<Sum> shared;
  uint32_t end = last.number->tokens.begin;
  for (size_t i = k; i-- > 0 && shared.size() < kLongestList;) {
    const Numeral& n = numerals_[i];
    if (n.tokens.begin < from_ || end == 0) break;
    uint32_t gap = end - n.tokens.end;
    bool word = gap >= 1 && (reading_.Is(end - 1, "and") || reading_.Is(end - 1, "or"));
    bool comma = gap >= 1 && reading_.token(n.tokens.end).is(',');
    bool joined = shared.empty() ? word && (gap == 1 || (gap == 2 && comma)) : gap == 1 && comma;
    if (!joined || SumReader::LooksLikeYear(n) || !n.amount.amount) break;
    Sum sum = last;
    sum.number = &n;
    sum.tokens = n.tokens;
    shared.push_back(sum);
    end = n.tokens.begin;
  }
  for (size_t i = shared.size(); i-- > 0;) {
    Sum& sum = shared[i];
    bool scales = last.has_scale() && !sum.has_scale() &&
                  *sum.number->amount.amount < *last.number->amount.amount;
    Amount amount = scales ? Scaled(sum, last.number->scale) : AmountOf(sum);
    Emit(sum, sum.tokens, amount, "money.shared-currency", kShared);
  }
}

// "five dollars and 20 cents", "20 ringgit 43 sen"; a price that is all there is may
// leave the subunit out: "twenty dollars and 43".
bool MoneySentence::ReadSubunits(size_t k, Sum* sum, Amount* amount) {
  if (sum->form->subunit || sum->has_scale() || !amount->amount) return false;
  if (k + 1 >= numerals_.size() || *amount->precision < Decimal(1)) return false;
  const Numeral& next = numerals_[k + 1];
  uint32_t at = sum->tokens.end;
  if (at < tokens_.end && reading_.Is(at, "and")) ++at;
  if (next.tokens.begin != at || !next.amount.amount || !(*next.amount.amount < Decimal(100))) {
    return false;
  }
  Sum small;
  Decimal part = Decimal::Of(1, -2);
  uint32_t end = next.tokens.end;
  bool alone = sum->tokens.begin == tokens_.begin && end == tokens_.end && !next.grouped;
  bool letter = reading_.Is(end, "c") && end < tokens_.end && !reading_.token(end).space_before;
  if (sums_.Read(next, at, tokens_.end, &small) && !small.before && small.form->subunit) {
    part = small.form->factor;
    end = small.tokens.end;
  } else if (letter) {
    ++end;
  } else if (!alone) {
    return false;
  }
  auto cents = next.amount.amount->Times(part);
  auto total = cents ? amount->amount->Plus(*cents) : std::nullopt;
  if (!total) return false;
  amount->amount = total;
  amount->precision = part;
  sum->tokens.end = end;
  return true;
}

// "84.75 cents, while the lowest is 74.07": a number written to the same place, near
// in size, with nothing of its own behind it.
bool MoneySentence::ReadElliptic(const Numeral& n) {
  if (last_.form == nullptr || last_.has_scale() || n.form != NumeralForm::kDigits) return false;
  if (!n.amount.amount || !last_.number->amount.amount || n.grouped) return false;
  const Decimal &a = *n.amount.amount, &b = *last_.number->amount.amount;
  bool decimals =
      *n.amount.precision < Decimal(1) && *n.amount.precision == *last_.number->amount.precision;
  if (!decimals || b.Times(Decimal(2)).value_or(a) < a || a.Times(Decimal(2)).value_or(b) < b) {
    return false;
  }
  uint32_t end = n.tokens.end, begin = n.tokens.begin;
  if (end < tokens_.end) {
    const Token& t = reading_.token(end);
    if (!t.is('.') && !t.is(',') && !t.is(';') && !t.is(')')) return false;
  }
  bool led =
      begin > tokens_.begin && (reading_.Is(begin - 1, "is") || reading_.Is(begin - 1, "was") ||
                                reading_.Is(begin - 1, "to") || reading_.Is(begin - 1, "at") ||
                                reading_.Is(begin - 1, "from") || reading_.Is(begin - 1, "of"));
  if (!led) return false;
  Sum sum = last_;
  sum.number = &n;
  sum.tokens = n.tokens;
  Emit(sum, sum.tokens, AmountOf(sum), "money.elliptic", kElliptic);
  return true;
}

Amount MoneySentence::AmountOf(const Sum& sum) const { return Scaled(sum, Decimal(1)); }

Amount MoneySentence::Scaled(const Sum& sum, const Decimal& scale) const {
  Amount amount = sum.number->amount;
  auto factor = sum.factor.Times(scale);
  if (factor && sum.form != nullptr) factor = factor->Times(sum.form->factor);
  for (auto* part : {&amount.amount, &amount.min, &amount.max, &amount.precision}) {
    if (*part && factor) *part = (*part)->Times(*factor);
  }
  if (sum.negative && amount.amount) amount.amount = amount.amount->Negated();
  return amount;
}

void MoneySentence::Emit(const Sum& like, const Span& tokens, Amount amount, std::string_view rule,
                         float confidence) {
  if (!amount.amount && !amount.min && !amount.max) return;
  Mention m;
  m.type = FactType::kMoney;
  m.tokens = tokens;
  m.bytes = reading_.document().BytesOf(tokens.begin, tokens.end);
  m.rule = rule;
  MoneyValue value;
  auto resolved = context_.Resolve(*like.form, sentence_);
  value.currency = like.code.empty() ? resolved.code : like.code;
  value.currency_by = like.code.empty() ? resolved.by : CurrencyBy::kContext;
  if (amount.modifier == Modifier::kExact) {
    ModifierUse use = ReadModifier(reading_, tokens.begin, tokens.end);
    amount.modifier = use.modifier;
    if (use.row != UINT32_MAX) m.Because(reading_.lexicon().row(use.row));
  }
  value.amount = amount;
  value.per = rates_.ReadAt(reading_, tokens.end, tokens_.end);
  m.confidence = value.currency_by == CurrencyBy::kDefault ? confidence * kByDefault : confidence;
  m.value = value;
  m.Because(like.form->row);
  found_.push_back(m);
  context_.Saw(value.currency, sentence_);
  from_ = std::max(from_, tokens.end);
  last_ = like;
}

}  // namespace factline
