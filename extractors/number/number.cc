// How a numeral is read.
//
// Digits: one number token, perhaps a fraction glued or after "and" ("2 ½"), then
// scales ("4.82 billion", "15k", "3 hundred million").  Words: cardinals, "and",
// hyphens and scales, added and multiplied as in speech: a scale multiplies what
// has been gathered since the last larger scale.  Vague: plural scales ("tens of
// billions"), "several" and its like before a scale.
//
// Cost: each token is visited once a numeral; nothing backs up further than the
// numeral in hand.

#include "extractors/number/number.h"

#include <algorithm>

#include "extractors/number/number_words.h"
#include "extractors/reading.h"

namespace factline {
namespace {

bool AllDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Whether the groups between `separator`s are as thousands (or lakhs) are written.
bool GroupsAsThousands(std::string_view text, char separator) {
  size_t first = text.find(separator);
  if (first == 0 || first > 3) return false;
  std::string_view rest = text.substr(first);
  bool western = true, indian = true;
  size_t groups = 0;
  while (!rest.empty()) {
    rest.remove_prefix(1);
    size_t end = rest.find(separator);
    size_t size = end == std::string_view::npos ? rest.size() : end;
    bool last = end == std::string_view::npos;
    western &= size == 3;
    indian &= size == (last ? 3u : 2u);
    rest = last ? std::string_view() : rest.substr(end);
    ++groups;
  }
  return western || (indian && groups > 1 && first <= 2);
}

std::string_view WithoutSeparators(std::string_view text, char separator, char point, char* out) {
  size_t n = 0;
  for (char c : text) {
    if (c == separator) continue;
    out[n++] = c == point ? '.' : c;
  }
  return {out, n};
}

class NumeralReader {
 public:
  NumeralReader(const Reading& reading, const Span& tokens)
      : reading_(reading), words_(NumberWords::Of(reading.lexicon())), end_(tokens.end) {}

  // Reads the numeral that begins at token `i`; false where none does.
  bool ReadAt(uint32_t i, Numeral* numeral) {
    *numeral = Numeral();
    numeral->tokens.begin = at_ = i;
    const Token& token = reading_.token(i);
    bool read = token.is_number()
                    ? ReadDigitsForm(numeral)
                    : ReadVague(numeral) || ReadWords(numeral) || ReadFractionSign(numeral);
    numeral->tokens.end = at_;
    return read;
  }

 private:
  // Digits -----------------------------------------------------------------
  bool ReadDigitsForm(Numeral* numeral) {
    auto digits = ReadDigits(reading_.Text(at_));
    if (!digits) return false;
    numeral->form = NumeralForm::kDigits;
    numeral->grouped = digits->grouped;
    numeral->plain_integer = AllDigits(reading_.Text(at_));
    Decimal value = digits->value;
    ++at_;
    AddFractionSign(&value, numeral);
    if (at_ < end_ && GluedOrdinal()) return false;
    Decimal place = value.Precision();
    ReadScales(&value, &place, numeral);
    numeral->amount.amount = value;
    numeral->amount.precision = place;
    return true;
  }

  bool GluedOrdinal() const {
    if (reading_.token(at_).space_before) return false;
    return reading_.Is(at_, "th") || reading_.Is(at_, "st") || reading_.Is(at_, "nd") ||
           reading_.Is(at_, "rd");
  }

  void AddFractionSign(Decimal* value, Numeral* numeral) {
    if (at_ >= end_ || reading_.token(at_).kind != TokenKind::kSymbol) return;
    auto fraction = words_.FractionAt(reading_, at_);
    if (!fraction || !fraction->exact) return;
    *value = value->Plus(fraction->value).value_or(*value);
    numeral->plain_integer = false;
    ++at_;
  }

  void ReadScales(Decimal* value, Decimal* place, Numeral* numeral) {
    while (at_ < end_) {
      uint32_t skip = reading_.token(at_).is_hyphen() && at_ + 1 < end_ ? 1 : 0;
      auto scale = words_.ScaleAt(reading_, at_ + skip);
      if (!scale || scale->plural_only) return;
      if (scale->letter && reading_.token(at_).space_before) return;
      if (skip && reading_.token(at_).space_before) return;
      auto scaled = value->Times(scale->value);
      auto scale_product = numeral->scale.Times(scale->value);
      auto place_product = place->Times(scale->value);
      if (!scaled || !scale_product || !place_product) return;
      *value = *scaled;
      *place = *place_product;
      numeral->scale = *scale_product;
      numeral->scale_tokens += 1 + skip;
      numeral->plain_integer = false;
      at_ += 1 + skip;
    }
  }

  // Vague ------------------------------------------------------------------
  bool ReadVague(Numeral* numeral) {
    uint32_t begin = at_;
    Decimal low(1), high(1);
    bool vague = false;
    if (auto several = words_.VagueAt(reading_, at_)) {
      // "several" alone is no number; before a scale it is.
      uint32_t next = at_ + several->tokens;
      auto scale = words_.ScaleAt(reading_, next);
      if (!scale || next >= end_ || !several->max) return false;
      low = several->min;
      high = *several->max;
      vague = true;
      at_ = next;
    } else if (!PluralScaleAt(at_)) {
      return false;
    }
    bool any = false;
    while (at_ < end_) {
      uint32_t of = any && reading_.Is(at_, "of") ? 1 : 0;
      auto scale = at_ + of < end_ ? ScaleOrTensAt(at_ + of) : std::nullopt;
      if (!scale) break;
      bool plural = PluralScaleAt(at_ + of);
      low = low.Times(*scale).value_or(low);
      high = high.Times(*scale).value_or(high);
      // "tens of" reaches up to the next power of ten.
      if (plural && !any && !vague) high = high.Times(Decimal(10)).value_or(high);
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

  bool PluralScaleAt(uint32_t i) const {
    if (reading_.Is(i, "tens")) return true;
    auto scale = words_.ScaleAt(reading_, i);
    if (!scale || !reading_.token(i).is_word()) return false;
    std::string_view text = reading_.Text(i);
    return text.size() > 4 && (text.back() | 0x20) == 's';
  }

  std::optional<Decimal> ScaleOrTensAt(uint32_t i) const {
    if (reading_.Is(i, "tens")) return Decimal(10);
    auto scale = words_.ScaleAt(reading_, i);
    if (!scale || scale->letter) return std::nullopt;
    return scale->value;
  }

  // Words ------------------------------------------------------------------
  bool ReadWords(Numeral* numeral) {
    uint32_t begin = at_;
    bool article = (reading_.Is(at_, "a") || reading_.Is(at_, "an")) && at_ + 1 < end_;
    if (article) {
      auto scale = words_.ScaleAt(reading_, at_ + 1);
      if (!scale || scale->letter || PluralScaleAt(at_ + 1)) return ReadFractionWords(numeral);
    } else if (!words_.CardinalAt(reading_, at_)) {
      return false;
    }
    Decimal total(0), group(article ? 1 : 0), scale_product(1);
    at_ += article;
    bool any = article;
    uint32_t last_good = at_;
    Decimal last_value(0);
    bool after_scale = false;
    while (at_ < end_) {
      if (auto cardinal = words_.CardinalAt(reading_, at_)) {
        if (any && !article && !Follows(group, *cardinal, after_scale)) break;
        if (!any || after_scale || Follows(group, *cardinal, false)) {
          group = group.Plus(*cardinal).value_or(group);
        }
        scale_product = Decimal(1);
        numeral->scale_tokens = 0;
        after_scale = false;
      } else if (auto scale = words_.ScaleAt(reading_, at_);
                 scale && !scale->letter && any && !PluralScaleAt(at_)) {
        if (Decimal(1000) <= scale->value) {
          if (group.is_zero()) break;
          total = total.Plus(group.Times(scale->value).value_or(group)).value_or(total);
          group = Decimal(0);
        } else {
          group = group.Times(scale->value).value_or(group);
        }
        scale_product = scale_product.Times(scale->value).value_or(scale_product);
        ++numeral->scale_tokens;
        after_scale = true;
      } else {
        break;
      }
      article = false;
      any = true;
      ++at_;
      last_good = at_;
      last_value = total.Plus(group).value_or(total);
      if (!SkipJoint(after_scale)) break;
    }
    at_ = last_good;
    if (!any || at_ == begin) {
      at_ = begin;
      return false;
    }
    numeral->form = NumeralForm::kWords;
    numeral->scale = scale_product;
    numeral->amount.amount = last_value;
    numeral->amount.precision = last_value.is_zero() ? Decimal(1) : scale_product;
    AddAndAHalf(numeral);
    return true;
  }

  // Whether the word for `next` goes on the number read so far: "thirty" "one",
  // "hundred" "five"; not "two" "three".
  static bool Follows(const Decimal& group, const Decimal& next, bool after_scale) {
    if (after_scale || group.is_zero()) return true;
    auto g = group.ToInteger(), n = next.ToInteger();
    if (!g || !n) return false;
    if (*g % 100 >= 20 && *g % 10 == 0) return *n >= 1 && *n <= 9;
    return false;
  }

  // Steps over what may stand inside a number in words: a hyphen, "and" after a
  // scale.  False where the number cannot go on.
  bool SkipJoint(bool after_scale) {
    if (at_ >= end_) return false;
    const Token& t = reading_.token(at_);
    uint32_t skip = 0;
    if (t.is_hyphen() && !t.space_before)
      skip = 1;
    else if (after_scale && reading_.Is(at_, "and"))
      skip = 1;
    if (skip == 0) return true;
    if (at_ + 1 >= end_) return false;
    bool cardinal = words_.CardinalAt(reading_, at_ + 1).has_value();
    bool scale = t.is_hyphen() && words_.ScaleAt(reading_, at_ + 1).has_value();
    if (!cardinal && !scale) return false;
    at_ += skip;
    return true;
  }

  // "one and a half million", "two and a half"
  void AddAndAHalf(Numeral* numeral) {
    if (!reading_.Is(at_, "and") || at_ + 2 >= end_) return;
    uint32_t next = at_ + 1 + (reading_.Is(at_ + 1, "a") || reading_.Is(at_ + 1, "one"));
    auto fraction = words_.FractionAt(reading_, next);
    if (!fraction || !fraction->exact || next == at_ + 1) return;
    auto sum = numeral->amount.amount->Plus(fraction->value);
    if (!sum) return;
    at_ = next + 1;
    Decimal value = *sum, place = fraction->value.Precision();
    ReadScales(&value, &place, numeral);
    numeral->amount.amount = value;
    numeral->amount.precision = place;
  }

  // Fractions --------------------------------------------------------------
  bool ReadFractionWords(Numeral*) { return false; }  // percent and quantity read "a third"

  bool ReadFractionSign(Numeral* numeral) {
    if (reading_.token(at_).kind != TokenKind::kSymbol) return false;
    auto fraction = words_.FractionAt(reading_, at_);
    if (!fraction) return false;
    ++at_;
    numeral->form = NumeralForm::kFraction;
    Decimal value = fraction->value, place = value.Precision();
    ReadScales(&value, &place, numeral);
    numeral->amount.amount = value;
    numeral->amount.precision = place;
    return true;
  }

  const Reading& reading_;
  const NumberWords& words_;
  uint32_t end_;
  uint32_t at_ = 0;
};

}  // namespace

std::optional<DigitsValue> ReadDigits(std::string_view text) {
  if (text.empty() || text.size() > 40) return std::nullopt;
  char plain[40];
  size_t commas = static_cast<size_t>(std::count(text.begin(), text.end(), ','));
  size_t points = static_cast<size_t>(std::count(text.begin(), text.end(), '.'));
  auto as = [&](char separator, char point, bool grouped) -> std::optional<DigitsValue> {
    auto value = Decimal::Parse(WithoutSeparators(text, separator, point, plain));
    if (!value) return std::nullopt;
    return DigitsValue{*value, grouped};
  };
  if (commas == 0 && points <= 1) return as(0, '.', false);
  if (points == 0) {
    if (GroupsAsThousands(text, ',')) return as(',', '.', true);
    if (commas == 1) return as(0, ',', false);  // a decimal comma
    return std::nullopt;
  }
  if (commas == 0) return GroupsAsThousands(text, '.') ? as('.', 0, true) : std::nullopt;
  bool point_last = text.rfind('.') > text.rfind(',');
  if (point_last && points == 1 && GroupsAsThousands(text.substr(0, text.find('.')), ',')) {
    return as(',', '.', true);
  }
  if (!point_last && commas == 1 && GroupsAsThousands(text.substr(0, text.find(',')), '.')) {
    return as('.', ',', true);
  }
  return std::nullopt;
}

void AppendNumerals(const Reading& reading, const Span& tokens, std::vector<Numeral>* numerals) {
  static constexpr RoleSet kFirst = Bits(Role::cardinal, Role::scale, Role::fraction, Role::vague);
  NumeralReader reader(reading, tokens);
  Numeral numeral;
  for (uint32_t i = tokens.begin; i < tokens.end;) {
    const Lexed& lexed = reading.lexed(i);
    bool may = reading.token(i).is_number() || ((lexed.roles | lexed.phrase_roles) & kFirst) ||
               reading.Is(i, "a") || reading.Is(i, "an") || reading.Is(i, "tens");
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
