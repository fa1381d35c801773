// Vague magnitudes: plural scales ("tens of billions", "dozens"), "several" and its
// like before a scale ("several hundred million", "a few dozen").
//
// A plural scale reaches up to ten times itself: "tens of billions" is 10 to 100
// billion.  Singular scales after it multiply: "tens of million".

#include "extractors/number/numeral_reader.h"

namespace factline {

bool NumeralReader::PluralScaleAt(uint32_t i) const {
  if (reading_.Is(i, "tens")) return true;
  auto scale = words_.ScaleAt(reading_, i);
  if (!scale || !reading_.token(i).is_word()) return false;
  std::string_view text = reading_.Text(i);
  return text.size() > 4 && (text.back() | 0x20) == 's';
}

std::optional<Decimal> NumeralReader::ScaleOrTensAt(uint32_t i) const {
  if (reading_.Is(i, "tens")) return Decimal(10);
  auto scale = words_.ScaleAt(reading_, i);
  if (!scale || scale->letter) return std::nullopt;
  return scale->value;
}

bool NumeralReader::ReadVague(Numeral* numeral) {
  uint32_t begin = at_;
  Decimal low(1), high(1);
  bool vague = false, any = false;
  if (auto several = words_.VagueAt(reading_, at_)) {
    uint32_t next = at_ + several->tokens;
    // "several" alone is no number; before a scale it is.  "Multimillion" is one alone.
    if (!several->max || next > end_) return false;
    if (!several->alone && (next >= end_ || !ScaleOrTensAt(next))) return false;
    low = several->min;
    high = *several->max;
    vague = true;
    any = several->alone;
    at_ = next;
  } else if (!PluralScaleAt(at_)) {
    return false;
  }
  while (at_ < end_) {
    uint32_t of = any && reading_.Is(at_, "of") ? 1 : 0;
    auto scale = at_ + of < end_ ? ScaleOrTensAt(at_ + of) : std::nullopt;
    if (!scale) break;
    bool plural = PluralScaleAt(at_ + of);
    auto new_low = low.Times(*scale), new_high = high.Times(*scale);
    if (plural && !any && !vague && new_high) new_high = new_high->Times(Decimal(10));
    if (!new_low || !new_high) break;
    low = *new_low;
    high = *new_high;
    vague |= plural;
    any = true;
    at_ += of + 1;
  }
  if (!any || !vague) {
    at_ = begin;
    return false;
  }
  numeral->form = NumeralForm::kVague;
  numeral->amount.min = low;
  numeral->amount.max = high;
  numeral->amount.modifier = Modifier::kVague;
  return true;
}

}  // namespace factline
