// A sum is a number with a currency beside it: "$5", "US$ 3.2 million", "EUR 20",
// "40 €", "ten pounds", "tens of billions of dollars", "10-dollar".
//
// A form that is also an English word, a unit or an acronym must be borne out: by
// the country, the size of the number or words of paying (currency_words.tsv,
// column needs).  "30 won" is a victory, "200 pounds" a weight, "COP 26" a
// conference.

#include "extractors/money/sum_reader.h"

#include <algorithm>

namespace factline {
namespace {

constexpr uint32_t kLongestForm = 4;  // tokens of a form before its number

}  // namespace

bool SumReader::IsLarge(const Numeral& n) {
  if (n.grouped || n.form == NumeralForm::kVague || !(n.scale == Decimal(1))) return true;
  if (!n.amount.amount) return false;
  if (n.amount.precision && *n.amount.precision < Decimal(1)) return true;
  return Decimal(1000) <= *n.amount.amount && !LooksLikeYear(n);
}

bool SumReader::LooksLikeYear(const Numeral& n) {
  return n.plain_integer && n.amount.amount && Decimal(1800) <= *n.amount.amount &&
         *n.amount.amount <= Decimal(2100);
}

bool SumReader::Read(const Numeral& number, uint32_t from, uint32_t to, Sum* sum) {
  *sum = Sum();
  sum->number = &number;
  sum->tokens = number.tokens;
  ReadBefore(from, to, sum);
  if (sum->form != nullptr)
    Refine(to, sum);
  else
    ReadAfter(to, sum);
  if (sum->form == nullptr) return false;
  ReadPoint(sum);
  ReadSign(from, sum);
  return true;
}

bool SumReader::ReadSingular(uint32_t article, uint32_t to, Sum* sum) {
  static const Numeral kOne = [] {
    Numeral one;
    one.amount.amount = one.amount.precision = Decimal(1);
    return one;
  }();
  Sense sense = reading_.At(article + 1, Role::currency);
  const CurrencyForm* form = sense ? currencies_.FormOf(sense.row) : nullptr;
  if (form == nullptr || form->kind < CurrencyKind::kName) return false;
  uint32_t end = article + 1 + sense.tokens;
  if (end > to || (reading_.Text(end - 1).back() | 0x20) == 's') return false;
  // "Make a quid", "pass the buck": slang alone is talk.
  bool talk = form->kind == CurrencyKind::kSlang && !form->subunit;
  if (form->needs != CurrencyNeeds::kNothing || talk) return false;
  *sum = Sum();
  sum->number = &kOne;
  sum->form = form;
  sum->tokens = {article, end};
  return true;
}

void SumReader::ReadBefore(uint32_t from, uint32_t to, Sum* sum) {
  uint32_t begin = sum->tokens.begin;
  if (begin <= from) return;
  // "$-5"
  bool minus = begin > from + 1 &&
               (reading_.token(begin - 1).is_hyphen() || reading_.token(begin - 1).is(kMinus)) &&
               !reading_.token(begin).space_before && !reading_.token(begin - 1).space_before &&
               reading_.Has(begin - 2, Role::currency) && reading_.token(begin - 2).is('$');
  uint32_t end = minus ? begin - 1 : begin;
  Sense sense = reading_.Before(end, Role::currency, std::min(kLongestForm, end - from));
  if (!sense) return;
  const CurrencyForm* form = currencies_.FormOf(sense.row);
  if (form == nullptr) return;
  // A name goes before the number only where it is a full one in a price list.
  bool listed = form->kind == CurrencyKind::kName && sense.tokens > 1 &&
                (sum->tokens.end >= to || !reading_.token(sum->tokens.end).is_word());
  if (form->place == CurrencyPlace::kAfter && !listed) return;
  const Token& first = reading_.token(begin);
  bool letters = reading_.token(end - 1).is_word();
  if (form->glued && first.space_before) return;
  // "Project R 5", "the P5": a letter alone counts only glued to a large number.
  bool letter = letters && reading_.token(end - 1).bytes.size() == 1;
  if (letter && (first.space_before || !IsLarge(*sum->number))) return;
  if (first.blank_before) return;
  if (!Satisfied(*form, *sum->number, sum->tokens.end, false)) return;
  sum->form = form;
  sum->before = true;
  sum->negative = minus;
  sum->tokens.begin = end - sense.tokens;
}

// "Rp 31.500": where the currency has no decimals to speak of, three digits behind a
// point are thousands.
void SumReader::ReadPoint(Sum* sum) const {
  if (sum->form->kind > CurrencyKind::kSymbol || sum->has_scale()) return;
  const Currency* currency = currencies_.Find(sum->form->code);
  if (currency == nullptr || !currency->point_groups || sum->number->tokens.size() != 1) return;
  std::string_view text = reading_.Text(sum->number->tokens.begin);
  size_t point = text.find('.');
  bool thousands = point != std::string_view::npos && point == text.rfind('.') &&
                   text.size() == point + 4 && point <= 3 && text[0] != '0' &&
                   text.find(',') == std::string_view::npos;
  if (thousands) sum->factor = Decimal(1000);
}

// "-$5 million": a minus glued to the sum and to nothing before it.
void SumReader::ReadSign(uint32_t from, Sum* sum) const {
  uint32_t begin = sum->tokens.begin;
  if (begin <= from || reading_.token(begin).space_before) return;
  const Token& sign = reading_.token(begin - 1);
  bool is_minus = sign.is('-') || sign.is(kMinus);
  bool apart = sign.space_before || (begin >= from + 2 && reading_.token(begin - 2).is('('));
  if (!is_minus || !apart) return;
  sum->negative = true;
  sum->tokens.begin = begin - 1;
}

void SumReader::ReadAfter(uint32_t to, Sum* sum) {
  uint32_t at = sum->tokens.end;
  if (at >= to || reading_.token(at).blank_before) return;
  bool hyphen = reading_.token(at).is('-') && !reading_.token(at).space_before && at + 1 < to &&
                !reading_.token(at + 1).space_before;
  bool of = reading_.Is(at, "of") && (sum->number->form == NumeralForm::kVague || sum->has_scale());
  uint32_t word = at + (hyphen || of ? 1 : 0);
  if (word >= to) return;
  const Lexed& lexed = reading_.lexed(word);
  if (!((lexed.roles | lexed.phrase_roles) & Bit(Role::currency))) return;
  Sense sense = reading_.At(word, Role::currency);
  const CurrencyForm* form = sense ? currencies_.FormOf(sense.row) : nullptr;
  if (form == nullptr || form->place == CurrencyPlace::kBefore) return;
  uint32_t end = word + sense.tokens;
  if (end > to) return;
  if (form->glued && reading_.token(word).space_before) return;
  if (form->kind <= CurrencyKind::kSymbol && BelongsToNext(word, end, to)) return;
  // "0.5 R" is a dose: behind its number a letter alone needs its country.
  bool letter = form->kind == CurrencyKind::kSymbol && end == word + 1 &&
                reading_.token(word).is_word() && reading_.token(word).bytes.size() == 1;
  // "The two Rs", "one CDF": a sign in letters goes with digits.
  if (form->kind <= CurrencyKind::kSymbol && reading_.token(word).is_word() &&
      sum->number->form == NumeralForm::kWords && !IsLarge(*sum->number)) {
    return;
  }
  if (letter && !form->subunit && !context_.Evidenced(*form)) return;
  if (of && form->kind <= CurrencyKind::kSymbol) return;
  if (IsVerb(*form, *sum->number, end)) return;
  uint32_t begin = sum->tokens.begin;
  bool prices_of = LooksLikeYear(*sum->number) && begin > 0 &&
                   (reading_.Is(begin - 1, "in") || reading_.Is(begin - 1, "constant") ||
                    reading_.Is(begin - 1, "current") || reading_.Is(begin - 1, "real"));
  if (prices_of) return;  // "in 2019 dollars"
  if (!Satisfied(*form, *sum->number, end, hyphen)) return;
  // The stop of "50 mln stg." may be the sentence's.
  if (form->kind == CurrencyKind::kName && end > word + 1 && reading_.token(end - 1).is('.')) --end;
  sum->form = form;
  sum->hyphenated = hyphen;
  sum->tokens.end = end;
}

// Whether the sign in [sign, after) is that of the number after it: "two $ 500 checks".
bool SumReader::BelongsToNext(uint32_t sign, uint32_t after, uint32_t to) const {
  if (after >= to || !reading_.token(after).is_number()) return false;
  return reading_.token(sign).space_before || !reading_.token(after).space_before;
}

// "150,000 won the vote": a verb where an object follows.
bool SumReader::IsVerb(const CurrencyForm& form, const Numeral& number, uint32_t after) const {
  if (form.code != "KRW" || !reading_.Is(after - 1, "won")) return false;
  if (SumReader::LooksLikeYear(number)) return true;
  return reading_.Is(after, "the") || reading_.Is(after, "a") || reading_.Is(after, "an") ||
         reading_.Is(after, "their") || reading_.Is(after, "his") || reading_.Is(after, "her") ||
         reading_.Is(after, "by");
}

// "$500 US", "$20 AUD", "US$ 5 dollars": what stands behind a sum with its sign.
void SumReader::Refine(uint32_t to, Sum* sum) const {
  uint32_t at = sum->tokens.end;
  if (at >= to || reading_.token(at).blank_before) return;
  uint32_t hyphen = reading_.token(at).is('-') && !reading_.token(at).space_before ? 1 : 0;
  Sense sense = at + hyphen < to ? reading_.At(at + hyphen, Role::currency) : Sense();
  const CurrencyForm* form = sense ? currencies_.FormOf(sense.row) : nullptr;
  uint32_t end = at + hyphen + sense.tokens;
  if (form != nullptr && end <= to && !form->subunit && !BelongsToNext(at, end, to)) {
    bool fits = form->code == sum->form->code ||
                std::any_of(sum->form->others.begin(), sum->form->others.end(),
                            [&](const Currency* c) { return c->code == form->code; });
    if (!fits) return;
    if (!form->ambiguous()) sum->code = form->code;
    sum->tokens.end = end;
    return;
  }
  if (!sum->form->ambiguous()) return;
  uint32_t tokens = 1;
  bool by_name = false;
  uint16_t iso = countries_.At(reading_, at, &tokens, &by_name);
  if (!by_name || at + tokens > to) return;
  bool closed = at + tokens >= to || !reading_.token(at + tokens).is_word();
  for (const Currency* c : sum->form->others) {
    if (CountryCodes::Pack(c->code.substr(0, 2)) != iso || c->until != 0) continue;
    if (!closed && !(c->code == "USD" && reading_.token(at).shape == Shape::kUpper)) continue;
    sum->code = c->code;
    sum->tokens.end = at + tokens;
    return;
  }
}

bool SumReader::Satisfied(const CurrencyForm& form, const Numeral& number, uint32_t end,
                          bool hyphenated) {
  switch (form.needs) {
    case CurrencyNeeds::kNothing:
      return true;
    case CurrencyNeeds::kScale:
      return !(number.scale == Decimal(1));
    case CurrencyNeeds::kLarge:
      // COP26 was about Colombia too.
      return IsLarge(number) || (form.kind != CurrencyKind::kCode && context_.Evidenced(form));
    case CurrencyNeeds::kCountry:
      return context_.Evidenced(form);
    case CurrencyNeeds::kPaid:
      return IsPriced(number);
    case CurrencyNeeds::kSum:
      return IsPaid(form, number, end, hyphenated);
  }
  return false;
}

// "20p", "35c": a price where the sentence pays; not "1080p", "section 201c".
bool SumReader::IsPriced(const Numeral& number) const {
  uint32_t begin = number.tokens.begin;
  const Document& document = reading_.document();
  bool pays = reading_.RolesOf(document.SentenceOf(begin)) & Bit(Role::payment);
  bool small = number.amount.amount && *number.amount.amount < Decimal(200);
  bool label = begin > 0 && (reading_.Is(begin - 1, "section") || reading_.Is(begin - 1, "rule") ||
                             reading_.token(begin - 1).is('/'));
  return pays && small && !label;
}

// Pounds, crowns, grand: money where the sentence pays or the country fits; never
// of a substance ("200 pounds of cocaine") or where something is weighed.
bool SumReader::IsPaid(const CurrencyForm& form, const Numeral& number, uint32_t end,
                       bool hyphenated) {
  const Document& document = reading_.document();
  uint32_t index = document.SentenceOf(number.tokens.begin);
  const Sentence& sentence = document.sentences[index];
  bool scaled = Decimal(100000) <= number.scale || number.form == NumeralForm::kVague;
  bool paid_of = end + 1 < sentence.tokens.end && reading_.Is(end, "of") &&
                 (reading_.Has(end + 1, Role::payment) ||
                  (end + 2 < sentence.tokens.end && reading_.Has(end + 2, Role::payment)));
  if (end < sentence.tokens.end && reading_.Is(end, "of") && !paid_of) return false;
  if (hyphenated) {
    return (end < sentence.tokens.end && reading_.Has(end, Role::payment)) ||
           (scaled && context_.Evidenced(form));
  }
  RoleSet roles = reading_.RolesOf(index);
  bool weighed = roles & Bit(Role::weighing);
  if (weighed && !(scaled && context_.Evidenced(form))) return false;
  if (context_.Evidenced(form) || (roles & Bit(Role::payment))) return true;
  return scaled || (number.tokens.begin == sentence.tokens.begin && end == sentence.tokens.end);
}

}  // namespace factline
