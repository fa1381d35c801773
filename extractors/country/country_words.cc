#include "extractors/country/country_words.h"

#include <algorithm>

namespace factline {
namespace {

constexpr std::string_view kNeeds[] = {"",         "mixed",   "hyphen",         "article",
                                       "inside",   "home",    "not_first_name", "not_surname",
                                       "not_name", "georgia", "congo",          "dominica",
                                       "jersey",   "language"};
constexpr std::string_view kLongerNames[] = {"whole", "before", "after", "open",
                                             "state", "speech", "tongue"};

template <size_t N>
uint16_t IndexIn(const std::string_view (&names)[N], std::string_view name) {
  auto at = std::find(std::begin(names), std::end(names), name);
  return static_cast<uint16_t>(at == std::end(names) ? 0 : at - std::begin(names));
}

CountryKind KindNamed(std::string_view name) {
  if (name == "demonym") return CountryKind::kDemonym;
  return name == "abbreviation" ? CountryKind::kAbbreviation : CountryKind::kName;
}

}  // namespace

CountryWords::CountryWords(const Lexicon& lexicon) : index_(lexicon.row_count()) {
  std::vector<LexiconRow> rows = lexicon.RowsOf(Role::country);
  for (const LexiconRow& row : rows) {
    if (row["name"].empty()) continue;
    auto known = [&](const CountryValue& code) { return code.iso == row["iso"]; };
    if (std::any_of(codes_.begin(), codes_.end(), known)) continue;
    codes_.push_back({row["iso"], row["iso3"], row["name"], CountryKind::kName});
  }
  for (const LexiconRow& row : rows) {
    CountryForm form;
    form.value = Coded(row["iso"]);
    form.value.kind = KindNamed(row["kind"]);
    form.needs = static_cast<Needs>(IndexIn(kNeeds, row["needs"]));
    index_[row.index()] = static_cast<uint16_t>(forms_.size());
    forms_.push_back(form);
  }
  for (const LexiconRow& row : lexicon.RowsOf(Role::country_cue)) {
    index_[row.index()] = static_cast<uint16_t>(cues_.size());
    cues_.push_back({row["for"], row["weight"].empty() ? 1 : row["weight"][0] - '0'});
  }
  for (const LexiconRow& row : lexicon.RowsOf(Role::not_country)) {
    index_[row.index()] = IndexIn(kLongerNames, row["use"]);
  }
}

const CountryValue& CountryWords::Coded(std::string_view iso) const {
  static const CountryValue kUnknown;
  auto at = std::find_if(codes_.begin(), codes_.end(),
                         [&](const CountryValue& code) { return code.iso == iso; });
  return at == codes_.end() ? kUnknown : *at;
}

}  // namespace factline
