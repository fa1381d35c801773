#include "schemas/value_text.h"

namespace factline {
namespace {

// "4820000000.5" -> "4,820,000,000.5"
std::string Grouped(const Decimal& number) {
  std::string digits = number.ToString();
  size_t first = digits[0] == '-' ? 1 : 0;
  size_t point = std::min(digits.find('.'), digits.size());
  for (size_t at = point; at > first + 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string Bounds(const Amount& a) {
  if (a.amount) return Grouped(*a.amount);
  if (a.min && a.max) return Grouped(*a.min) + " – " + Grouped(*a.max);
  if (a.min) return Grouped(*a.min) + " or more";
  if (a.max) return Grouped(*a.max) + " or less";
  return "?";
}

std::string_view Prefix(Modifier modifier) {
  switch (modifier) {
    case Modifier::kAbout:
      return "about ";
    case Modifier::kOver:
      return "over ";
    case Modifier::kUnder:
      return "under ";
    case Modifier::kAtLeast:
      return "at least ";
    case Modifier::kAtMost:
      return "at most ";
    case Modifier::kVague:
      return "roughly ";
    case Modifier::kExact:
    case Modifier::kBetween:
      break;
  }
  return "";
}

struct ValueWords {
  FactType type;

  std::string operator()(const MoneyValue& v) const {
    std::string text(Prefix(v.amount.modifier));
    text.append(v.currency.empty() ? "?" : v.currency).append(" ").append(Bounds(v.amount));
    if (!v.per.empty()) text.append(" per ").append(v.per);
    return text;
  }
  std::string operator()(const PercentValue& v) const {
    static constexpr const char* kSigns[] = {" %", " percentage points", " basis points"};
    return std::string(Prefix(v.amount.modifier)) + Bounds(v.amount) +
           kSigns[static_cast<int>(v.kind)];
  }
  std::string operator()(const QuantityValue& v) const {
    std::string text = std::string(Prefix(v.amount.modifier)) + Bounds(v.amount);
    if (v.unit != "count") text.append(" ").append(v.unit);
    if (!v.of.empty()) text.append(" ").append(v.of);
    return text;
  }
  std::string operator()(const TimeValue& v) const {
    std::string text;
    if (!v.timex.empty()) {
      text = v.timex;
    } else if (v.start || v.end) {
      text =
          (v.start ? std::to_string(*v.start) : "") + "–" + (v.end ? std::to_string(*v.end) : "");
    } else if (v.year) {
      text = std::to_string(*v.year);
    } else {
      text = "unresolved";
    }
    if (v.fiscal) text += " (fiscal)";
    if (!v.reason.empty()) text.append(" (").append(v.reason).append(")");
    return text;
  }
  std::string operator()(const CountryValue& v) const {
    return std::string(v.iso) + " " + std::string(v.name);
  }
  std::string operator()(const NameValue& v) const {
    std::string text(v.name);
    if (!v.title.empty()) text.insert(0, std::string(v.title) + " ");
    if (!v.acronym.empty()) text.append(" (").append(v.acronym).append(")");
    if (type == FactType::kLocation && !v.iso.empty()) text.append(", ").append(v.iso);
    return text;
  }
};

}  // namespace

std::string ValueText(FactType type, const Value& value) {
  return std::visit(ValueWords{type}, value);
}

}  // namespace factline
