#include "schemas/fact.h"

#include <array>

namespace factline {
namespace {

constexpr std::array<std::string_view, kFactTypes> kTypeNames = {
    "money",   "percent",  "quantity", "year",        "date",
    "country", "location", "person",   "organization"};
constexpr std::array<std::string_view, 8> kModifierNames = {
    "exact", "about", "over", "under", "at_least", "at_most", "between", "vague"};
constexpr std::array<std::string_view, 5> kCurrencyByNames = {"code", "symbol", "name", "context",
                                                              "default"};
constexpr std::array<std::string_view, 3> kPercentKindNames = {"percent", "percentage_point",
                                                               "basis_point"};
constexpr std::array<std::string_view, 3> kAnchorNames = {"", "published", "text"};
constexpr std::array<std::string_view, 3> kCountryKindNames = {"name", "demonym", "abbreviation"};
constexpr std::array<std::string_view, 6> kRoleNames = {"said_by", "equivalent", "period",
                                                        "place",   "about",      "compared_with"};

template <typename E, size_t N>
std::string_view Lookup(const std::array<std::string_view, N>& names, E e) {
  return names[static_cast<size_t>(e)];
}

}  // namespace

std::string_view Name(FactType type) { return Lookup(kTypeNames, type); }
std::string_view Name(Modifier modifier) { return Lookup(kModifierNames, modifier); }
std::string_view Name(CurrencyBy by) { return Lookup(kCurrencyByNames, by); }
std::string_view Name(PercentKind kind) { return Lookup(kPercentKindNames, kind); }
std::string_view Name(Anchor anchor) { return Lookup(kAnchorNames, anchor); }
std::string_view Name(CountryKind kind) { return Lookup(kCountryKindNames, kind); }
std::string_view Name(LinkRole role) { return Lookup(kRoleNames, role); }

std::optional<FactType> FactTypeNamed(std::string_view name) {
  for (size_t i = 0; i < kTypeNames.size(); ++i) {
    if (kTypeNames[i] == name) return static_cast<FactType>(i);
  }
  return std::nullopt;
}

}  // namespace factline
