#include "extractors/money/currencies.h"

#include <algorithm>
#include <charconv>

namespace factline {
namespace {

int YearOf(std::string_view text) {
  int year = 0;
  std::from_chars(text.data(), text.data() + text.size(), year);
  return year;
}

std::vector<std::string_view> SplitAt(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return parts;
}

CurrencyKind KindNamed(std::string_view name) {
  if (name == "code") return CurrencyKind::kCode;
  if (name == "symbol") return CurrencyKind::kSymbol;
  return name == "slang" ? CurrencyKind::kSlang : CurrencyKind::kName;
}

CurrencyNeeds NeedsNamed(std::string_view name) {
  if (name == "country") return CurrencyNeeds::kCountry;
  if (name == "large") return CurrencyNeeds::kLarge;
  if (name == "scale") return CurrencyNeeds::kScale;
  if (name == "paid") return CurrencyNeeds::kPaid;
  return name == "sum" ? CurrencyNeeds::kSum : CurrencyNeeds::kNothing;
}

}  // namespace

Currencies::Currencies(const Lexicon& lexicon) {
  std::vector<LexiconRow> rows = lexicon.RowsOf(Role::currency);
  ReadCodes(rows);
  for (const LexiconRow& row : rows) ReadForm(row);
  for (const auto& [row, form] : forms_) {
    if (form.row.surface() == "$") dollar_ = &form;
  }
}

void Currencies::ReadCodes(const std::vector<LexiconRow>& rows) {
  for (const LexiconRow& row : rows) {
    if (row["kind"] != "code") continue;
    Currency currency;
    currency.code = row["code"];
    currency.base = row["base"];
    currency.countries = SplitAt(row["countries"], ',');
    currency.since = YearOf(row["since"]);
    currency.until = YearOf(row["until"]);
    currency.before = row["before"];
    currency.point_groups = row["points"] == "thousands";
    codes_.emplace(currency.code, std::move(currency));
  }
  std::vector<std::string_view> order;
  for (const auto& [code, currency] : codes_) order.push_back(code);
  std::sort(order.begin(), order.end());
  for (std::string_view code : order) {
    const Currency& currency = codes_.at(code);
    if (!currency.base.empty()) by_base_[currency.base].push_back(&currency);
  }
}

void Currencies::ReadForm(const LexiconRow& row) {
  CurrencyForm form;
  form.row = row;
  form.code = row["code"];
  form.kind = KindNamed(row["kind"]);
  form.needs = NeedsNamed(row["needs"]);
  form.glued = !row["glued"].empty();
  std::string_view place = row["place"];
  // A name follows its number; "dlrs 210,000" and its like say so.
  bool name = form.kind == CurrencyKind::kName || form.kind == CurrencyKind::kSlang;
  if (place == "before")
    form.place = CurrencyPlace::kBefore;
  else if (place == "after" || (name && place != "either"))
    form.place = CurrencyPlace::kAfter;
  if (auto factor = Decimal::Parse(row["factor"])) form.factor = *factor;
  form.subunit = form.factor < Decimal(1);
  // In the generated table the base of a full name only says what it is built on.
  if (row["countries"].empty()) ReadBases(row["base"], &form);
  forms_.emplace(row.index(), std::move(form));
}

void Currencies::ReadBases(std::string_view bases, CurrencyForm* form) const {
  if (form->kind == CurrencyKind::kCode) return;
  for (std::string_view base : SplitAt(bases, '+')) {
    auto at = by_base_.find(base);
    if (at == by_base_.end()) continue;
    for (const Currency* currency : at->second) form->others.push_back(currency);
  }
}

const CurrencyForm* Currencies::FormOf(const LexiconRow& row) const {
  auto at = forms_.find(row.index());
  return at == forms_.end() ? nullptr : &at->second;
}

const Currency* Currencies::Find(std::string_view code) const {
  auto at = codes_.find(code);
  return at == codes_.end() ? nullptr : &at->second;
}

}  // namespace factline
