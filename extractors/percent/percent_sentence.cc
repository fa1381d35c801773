// A percentage is a number with its sign behind it; a range or a list may share one
// ("5 to 7 %", "5, 6 and 7 percent").  "Half of 1 percent" multiplies.  The sign of a
// change is part of it: "-1.3%".

#include "extractors/percent/percent_sentence.h"

#include <algorithm>

namespace factline {
namespace {

constexpr size_t kLongestList = 8;

// Of a rule's facts on the evaluation sets, the share that was right.
constexpr float kSure = 0.99f;
constexpr float kRange = 0.97f;
constexpr float kShared = 0.9f;
constexpr float kElliptic = 0.7f;

bool LooksLikeYear(const Numeral& n) {
  return n.plain_integer && n.amount.amount && Decimal(1000) <= *n.amount.amount;
}

}  // namespace

void PercentSentence::Read(uint32_t sentence, std::span<const Numeral> numerals) {
  tokens_ = reading_.document().sentences[sentence].tokens;
  numerals_ = numerals;
  from_ = tokens_.begin;
  any_ = false;
  size_t begin = found_.size();
  for (size_t k = 0; k < numerals_.size(); ++k) {
    if (numerals_[k].tokens.begin >= from_) ReadNumeral(k);
  }
  size_t parts = found_.size();
  ReadParts();
  if (parts == found_.size() || parts == begin) return;
  std::sort(found_.begin() + static_cast<ptrdiff_t>(begin), found_.end(),
            [](const Mention& a, const Mention& b) { return a.bytes.begin < b.bytes.begin; });
}

void PercentSentence::ReadNumeral(size_t k) {
  Share share;
  bool read = ReadShare(numerals_[k], &share);
  if (ReadRange(k, share)) return;
  if (!read) {
    if (ReadOneInFive(k) || ReadFractionChange(numerals_[k])) return;
    ReadElliptic(numerals_[k]);
    return;
  }
  ReadShared(k, share);
  switch (share.form->kind) {
    case PercentKind::kPercent:
      return Emit(share, "percent.amount-percent", kSure);
    case PercentKind::kPercentagePoint:
      return Emit(share, "percent.amount-percentage-point", kSure);
    case PercentKind::kBasisPoint:
      return Emit(share, "percent.amount-basis-point", kSure);
  }
}

// The sign at token `at`, over a hyphen too; null where none is.
const PercentForm* PercentSentence::FormAt(uint32_t at, uint32_t* tokens) const {
  if (at >= tokens_.end || reading_.token(at).blank_before) return nullptr;
  bool hyphen = reading_.token(at).is_hyphen() && !reading_.token(at).space_before &&
                at + 1 < tokens_.end && !reading_.token(at + 1).space_before;
  uint32_t word = at + hyphen;
  Sense sense = reading_.At(word, Role::percent);
  if (!sense || word + sense.tokens > tokens_.end) return nullptr;
  auto form = forms_.find(sense.row.index());
  if (form == forms_.end()) return nullptr;
  if (form->second.glued && reading_.token(word).space_before) return nullptr;
  uint32_t end = word + sense.tokens;
  if (form->second.last && end < tokens_.end && reading_.token(end).is_word()) return nullptr;
  *tokens = hyphen + sense.tokens;
  return &form->second;
}

bool PercentSentence::ReadShare(const Numeral& number, Share* share) const {
  share->number = &number;
  share->tokens = number.tokens;
  share->amount = number.amount;
  uint32_t length = 0;
  share->form = FormAt(number.tokens.end, &length);
  if (share->form == nullptr && number.form == NumeralForm::kFraction) {
    ReadOfOnePercent(share);
  } else if (share->form != nullptr) {
    share->tokens.end += length;
  }
  if (share->form == nullptr) return false;
  ReadSign(share);
  return true;
}

// "seven-tenths of 1 percent", "three-quarters of a percentage point"
void PercentSentence::ReadOfOnePercent(Share* share) const {
  uint32_t at = share->tokens.end;
  if (at + 2 >= tokens_.end || !reading_.Is(at, "of")) return;
  bool one = reading_.Is(at + 1, "a") || reading_.Is(at + 1, "one") || reading_.Is(at + 1, "1");
  if (!one) return;
  uint32_t length = 0;
  const PercentForm* form = FormAt(at + 2, &length);
  if (form == nullptr) return;
  share->form = form;
  share->tokens.end = at + 2 + length;
}

void PercentSentence::ReadSign(Share* share) const {
  uint32_t begin = share->tokens.begin;
  if (begin <= from_ || reading_.token(begin).space_before) return;
  const Token& sign = reading_.token(begin - 1);
  bool apart = sign.space_before || (begin >= 2 && reading_.token(begin - 2).is('('));
  bool minus = (sign.is('-') || sign.is(kMinus) || sign.is(kEnDash)) && apart;
  if (!minus || !share->amount.amount) return;
  share->amount.amount = share->amount.amount->Negated();
  share->tokens.begin = begin - 1;
}

// "rose from 5 percent to 7 percent" is two numbers, not a range.
bool PercentSentence::IsChange(uint32_t first) const {
  return first > tokens_.begin && reading_.Is(first - 1, "from") &&
         TellsOfChange(reading_, tokens_.begin, first - 1);
}

bool PercentSentence::ReadRange(size_t k, const Share& first) {
  if (k + 1 >= numerals_.size() || !first.amount.amount) return false;
  uint32_t at = first.tokens.end;
  if (at + 1 >= tokens_.end || reading_.token(at).blank_before) return false;
  Joint joint = RangeJoint(reading_, at, OpensRange(reading_, first.tokens.begin));
  if (joint.tokens == 0 || joint.is_or) return false;
  const Token& t = reading_.token(at);
  bool dash = t.is_hyphen() || t.is(kEmDash);
  uint32_t begin = at + joint.tokens;
  const Numeral& next = numerals_[k + 1];
  if (next.tokens.begin != begin) return false;
  Share second;
  if (!ReadShare(next, &second) || !second.amount.amount) return false;
  if (first.form == nullptr && (LooksLikeYear(*first.number) || first.number->grouped))
    return false;
  if (first.form != nullptr && first.form->kind != second.form->kind) return false;
  if (first.form != nullptr && IsChange(first.tokens.begin)) return false;
  // "led by 47 percent to 40 percent" is a contest; "from 4.8 percent to 4.7" a range.
  bool falls = *second.amount.amount < *first.amount.amount;
  // "rose 0.2 percent to 5.4 percent": a step and the level reached.
  auto threefold = first.amount.amount->Times(Decimal(3));
  bool level = threefold && *threefold <= *second.amount.amount;
  if (first.form != nullptr && level && IsStep(reading_, tokens_.begin, first.tokens.begin)) {
    return false;
  }
  if (first.form != nullptr && falls && !OpensRange(reading_, first.tokens.begin)) return false;
  bool spaced = t.space_before || reading_.token(begin).space_before;
  if (dash && spaced && !(*first.amount.amount < *second.amount.amount)) return false;
  if (first.form == nullptr && dash && spaced) return false;
  Share range = second;
  range.tokens.begin = first.tokens.begin;
  range.amount = RangeOf(*first.number, *second.number);
  if (*range.amount.max < *range.amount.min) std::swap(range.amount.min, range.amount.max);
  Emit(range, "percent.range", kRange);
  return true;
}

// The numbers before `last` that share its sign: "5, 6 and 7 percent".
void PercentSentence::ReadShared(size_t k, const Share& last) {
  if (!last.amount.amount) return;
  size_t first = k;
  uint32_t end = last.tokens.begin;
  while (first > 0 && k - first < kLongestList) {
    const Numeral& n = numerals_[first - 1];
    if (n.tokens.begin < from_ || n.tokens.end > end) break;
    uint32_t gap = end - n.tokens.end;
    bool word = gap >= 1 && (reading_.Is(end - 1, "and") || reading_.Is(end - 1, "or"));
    bool comma = gap >= 1 && reading_.token(n.tokens.end).is(',');
    bool joined = first == k ? word && (gap == 1 || (gap == 2 && comma)) : gap == 1 && comma;
    bool small = n.amount.amount && *n.amount.amount <= Decimal(100) && !n.grouped;
    if (!joined || !small || n.form == NumeralForm::kFraction) break;
    --first;
    end = n.tokens.begin;
  }
  for (; first < k; ++first) {
    Share share = last;
    share.number = &numerals_[first];
    share.tokens = share.number->tokens;
    share.amount = share.number->amount;
    Emit(share, "percent.shared-sign", kShared);
  }
}

// "rose by 2 percent, but the other fell by 1."
bool PercentSentence::ReadElliptic(const Numeral& n) {
  if (!any_ || n.form != NumeralForm::kDigits || n.grouped || !n.amount.amount) return false;
  if (!(*n.amount.amount < Decimal(100)) || !(n.scale == Decimal(1))) return false;
  uint32_t begin = n.tokens.begin, end = n.tokens.end;
  if (end < tokens_.end && !reading_.token(end).is('.') && !reading_.token(end).is(','))
    return false;
  bool led = begin >= tokens_.begin + 2 && reading_.Is(begin - 1, "by") &&
             reading_.Has(begin - 2, Role::change);
  if (!led) return false;
  Share share;
  share.number = &n;
  share.tokens = n.tokens;
  share.amount = n.amount;
  Emit(share, "percent.elliptic", kElliptic);
  return true;
}

void PercentSentence::Emit(const Share& share, std::string_view rule, float confidence) {
  Mention m;
  m.type = FactType::kPercent;
  m.tokens = share.tokens;
  m.bytes = reading_.document().BytesOf(m.tokens.begin, m.tokens.end);
  m.rule = rule;
  m.confidence = confidence;
  PercentValue value;
  value.amount = share.amount;
  if (value.amount.modifier == Modifier::kExact) {
    ModifierUse use = ReadModifier(reading_, m.tokens.begin, m.tokens.end);
    value.amount.modifier = use.modifier;
    if (use.row != UINT32_MAX) m.Because(reading_.lexicon().row(use.row));
  }
  if (share.form != nullptr) {
    value.kind = share.form->kind;
    m.Because(share.form->row);
  }
  if (share.point) value.kind = PercentKind::kPercentagePoint;
  m.value = value;
  found_.push_back(m);
  from_ = std::max(from_, m.tokens.end);
  any_ = true;
}

}  // namespace factline
