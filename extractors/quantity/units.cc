#include "extractors/quantity/units.h"

#include <string>

namespace factline {
namespace {

// "0.3048" or "5/18".
void ReadRatio(std::string_view text, Decimal* above, Decimal* below) {
  size_t slash = text.find('/');
  *above = Decimal::Parse(text.substr(0, slash)).value_or(Decimal(0));
  if (slash != std::string_view::npos) {
    *below = Decimal::Parse(text.substr(slash + 1)).value_or(Decimal(1));
  }
}

UnitForm FormNamed(std::string_view name) {
  if (name == "noun") return UnitForm::kNoun;
  if (name == "symbol") return UnitForm::kSymbol;
  return name == "letter" ? UnitForm::kLetter : UnitForm::kWord;
}

std::optional<Decimal> Ratio(const Decimal& value, const Decimal& above, const Decimal& below) {
  auto product = value.Times(above);
  if (!product || below == Decimal(1)) return product;
  return product->DividedBy(below, kSiDigits);
}

}  // namespace

std::optional<Decimal> Unit::ToSi(const Decimal& amount) const {
  if (!has_si()) return std::nullopt;
  auto scaled = Ratio(amount, factor, divisor);
  if (!scaled || offset.is_zero()) return scaled;
  auto shift = Ratio(Decimal(1), offset, offset_divisor);
  return shift ? scaled->Plus(*shift) : std::nullopt;
}

std::optional<Decimal> Unit::FromSi(const Decimal& amount) const {
  if (!has_si()) return std::nullopt;
  auto shift = Ratio(Decimal(1), offset, offset_divisor);
  auto without = shift ? amount.Minus(*shift) : std::nullopt;
  auto product = without ? without->Times(divisor) : std::nullopt;
  return product ? product->DividedBy(factor, kSiDigits) : std::nullopt;
}

Units::Units(const Lexicon& lexicon) {
  for (const LexiconRow& row : lexicon.RowsOf(Role::unit)) {
    Unit unit;
    unit.ucum = row["ucum"];
    if (unit.ucum.empty()) continue;
    unit.dimension = row["dimension"];
    unit.si = row["si"];
    ReadRatio(row["factor"], &unit.factor, &unit.divisor);
    ReadRatio(row["offset"], &unit.offset, &unit.offset_divisor);
    unit.form = FormNamed(row["form"]);
    const Unit& kept = units_.emplace(row.index(), unit).first->second;
    by_code_.emplace(kept.ucum, &kept);
  }
}

const Unit* Units::PowerOf(const Unit& unit, char power) const {
  std::string code = std::string(unit.ucum) + power;
  if (code == "[ft_i]3") code = "[cft_i]";
  if (code == "[in_i]3") code = "[cin_i]";
  auto at = by_code_.find(code);
  return at == by_code_.end() ? nullptr : at->second;
}

Units::Use Units::At(const Reading& reading, uint32_t i) const {
  Sense sense = reading.At(i, Role::unit);
  if (!sense) return {};
  auto at = units_.find(sense.row.index());
  if (at == units_.end()) return {};
  uint32_t end = i + sense.tokens;
  if (end < reading.size() && reading.token(end).is_number() && !reading.token(end).space_before) {
    std::string_view power = reading.Text(end);
    bool known = at->second.dimension == "length" && (power == "2" || power == "3");
    const Unit* unit = known ? PowerOf(at->second, power[0]) : nullptr;
    if (unit != nullptr) return {unit, sense.tokens + 1, sense.row.index()};
    return {};  // "24L202"
  }
  return {&at->second, sense.tokens, sense.row.index()};
}

}  // namespace factline
