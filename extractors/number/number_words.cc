#include "extractors/number/number_words.h"

#include <array>
#include <charconv>

#include "extractors/reading.h"

namespace factline {
namespace {

int ToInt(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<Modifier> ModifierNamed(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Modifier::kVague); ++i) {
    if (Name(static_cast<Modifier>(i)) == name) return static_cast<Modifier>(i);
  }
  return std::nullopt;
}

}  // namespace

const NumberWords& NumberWords::Of(const Lexicon& lexicon) {
  if (&lexicon == &Lexicon::Shipped()) {
    static const NumberWords shipped(Lexicon::Shipped());
    return shipped;
  }
  thread_local const Lexicon* of = nullptr;
  thread_local std::optional<NumberWords> words;
  if (of != &lexicon) words.emplace(lexicon), of = &lexicon;
  return *words;
}

NumberWords::NumberWords(const Lexicon& lexicon) {
  for (Role role : {Role::cardinal, Role::scale}) {
    for (const LexiconRow& row : lexicon.RowsOf(role)) {
      if (auto value = Decimal::Parse(row["value"])) values_.emplace(row.index(), *value);
    }
  }
  for (const LexiconRow& row : lexicon.RowsOf(Role::fraction)) {
    std::string_view text = row["value"];
    size_t slash = text.find('/');
    Fraction f;
    f.numerator = ToInt(text.substr(0, slash));
    f.denominator = ToInt(text.substr(slash + 1));
    if (f.denominator == 0) continue;
    f.value = *Decimal(f.numerator).DividedBy(Decimal(f.denominator), 6);
    f.exact = *f.value.Times(Decimal(f.denominator)) == Decimal(f.numerator);
    fractions_.emplace(row.index(), f);
  }
  for (const LexiconRow& row : lexicon.RowsOf(Role::vague)) {
    std::string_view text = row["value"];
    size_t dots = text.find("..");
    Vague v;
    v.min = Decimal::Parse(text.substr(0, dots)).value_or(Decimal(0));
    v.max = Decimal::Parse(text.substr(dots + 2));
    v.alone = row["use"] == "alone";
    vague_.emplace(row.index(), v);
  }
  for (const LexiconRow& row : lexicon.RowsOf(Role::modifier)) {
    if (auto modifier = ModifierNamed(row["modifier"])) {
      modifiers_.emplace(row.index(), ModifierWord{*modifier, row["place"] == "after"});
    }
  }
}

std::optional<Decimal> NumberWords::CardinalAt(const Reading& reading, uint32_t token) const {
  if (!reading.Has(token, Role::cardinal)) return std::nullopt;
  return values_.at(reading.At(token, Role::cardinal).row.index());
}

std::optional<NumberWords::Scale> NumberWords::ScaleAt(const Reading& reading,
                                                       uint32_t token) const {
  if (token >= reading.size() || !reading.Has(token, Role::scale)) return std::nullopt;
  Scale scale;
  scale.value = values_.at(reading.At(token, Role::scale).row.index());
  scale.letter = reading.token(token).bytes.size() == 1 || reading.Is(token, "mm");
  scale.after_digits =
      reading.Is(token, "lakhs") || reading.Is(token, "crores") || reading.Is(token, "millones");
  return scale;
}

std::optional<NumberWords::Vague> NumberWords::VagueAt(const Reading& reading,
                                                       uint32_t token) const {
  Sense sense = reading.At(token, Role::vague);
  if (!sense) return std::nullopt;
  Vague vague = vague_.at(sense.row.index());
  vague.tokens = sense.tokens;
  return vague;
}

std::optional<NumberWords::Fraction> NumberWords::FractionAt(const Reading& reading,
                                                             uint32_t token) const {
  if (token >= reading.size() || !reading.Has(token, Role::fraction)) return std::nullopt;
  return fractions_.at(reading.At(token, Role::fraction).row.index());
}

const NumberWords::ModifierWord* NumberWords::ModifierOf(const LexiconRow& row) const {
  auto at = modifiers_.find(row.index());
  return at == modifiers_.end() ? nullptr : &at->second;
}

}  // namespace factline
