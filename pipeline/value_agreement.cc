// When a found value says what the gold value says.  The gold value decides what is
// compared: a date by its day where the gold has one, else by its year; a range
// by the ends that the gold gives; a plain "$" by the number alone.

#include <cctype>

#include "corpus/text/unicode.h"
#include "pipeline/accuracy.h"
#include "schemas/decimal.h"

namespace factline {
namespace {

using Fields = std::map<std::string, std::string>;

// The field, or empty: gold and records write no empty fields that matter here.
const std::string& At(const Fields& value, const std::string& key) {
  static const std::string kNone;
  auto at = value.find(key);
  return at == value.end() ? kNone : at->second;
}

bool IsTrue(const std::string& field) {
  return !field.empty() && field != "false" && field != "0" && field != "[]" && field != "{}";
}

std::optional<Decimal> NumberOf(const std::string& text) {
  size_t e = text.find_first_of("eE");
  auto mantissa = Decimal::Parse(std::string_view(text).substr(0, e));
  if (!mantissa || e == std::string::npos) return mantissa;
  return mantissa->Times(Decimal::Of(1, std::atoi(text.c_str() + e + 1)));
}

bool SameNumber(const std::string& a, const std::string& b) {
  auto x = NumberOf(a), y = NumberOf(b);
  return x.has_value() == y.has_value() && (!x || *x == *y);
}

// First and last year of a value, or nothing.
std::optional<std::pair<int, int>> YearsOf(const Fields& value) {
  if (const std::string& year = At(value, "year"); !year.empty()) {
    return std::pair(std::stoi(year), std::stoi(year));
  }
  const std::string &start = At(value, "start"), &end = At(value, "end");
  if (start.empty() || end.empty()) return std::nullopt;
  return std::pair(std::stoi(start.substr(0, 4)), std::stoi(end.substr(0, 4)));
}

bool Digits(const std::string& text, size_t at, size_t count) {
  if (text.size() < at + count) return false;
  for (size_t i = at; i < at + count; ++i) {
    if (!std::isdigit(static_cast<unsigned char>(text[i]))) return false;
  }
  return true;
}

// The part of a TIMEX3 value that is finer than a year, down to the day, week,
// month or quarter; empty where it is not finer.
std::string FinerThanAYear(const std::string& timex) {
  if (!Digits(timex, 0, 4) || timex.size() < 7 || timex[4] != '-') return {};
  auto ends_at = [&](size_t at) {
    return timex.size() <= at || (!Digits(timex, at, 1) && timex[at] != 'X');
  };
  if (Digits(timex, 5, 2)) {
    if (timex.size() > 7 && timex[7] == '-' && Digits(timex, 8, 2) && ends_at(10)) {
      return timex.substr(0, 10);
    }
    return ends_at(7) ? timex.substr(0, 7) : std::string();
  }
  if (timex[5] == 'W' && Digits(timex, 6, 2) && ends_at(8)) return timex.substr(0, 8);
  if (timex[5] == 'Q' && Digits(timex, 6, 1) && ends_at(7)) return timex.substr(0, 7);
  return {};
}

Agreement Of(bool agrees) { return agrees ? Agreement::kAgrees : Agreement::kDiffers; }

Agreement CompareAmounts(const StoredRecord& gold, const StoredRecord& found) {
  bool compared = false, agrees = true;
  auto check = [&](bool same) {
    compared = true;
    agrees = agrees && same;
  };
  if (const std::string& amount = At(gold.value, "amount"); !amount.empty()) {
    check(NumberOf(amount) && SameNumber(At(found.value, "amount"), amount));
  } else {
    for (const char* end : {"min", "max"}) {
      const std::string& bound = At(gold.value, end);
      if (!bound.empty()) check(SameNumber(At(found.value, end), bound));
    }
  }
  const std::string& currency = At(gold.value, "currency");
  if (gold.type == "money" && !currency.empty() && !IsTrue(At(gold.value, "ambiguous"))) {
    check(At(found.value, "currency") == currency);
  }
  return compared ? Of(agrees) : Agreement::kNothingToCompare;
}

Agreement CompareTimes(const StoredRecord& gold, const StoredRecord& found) {
  const std::string& timex = At(gold.value, "timex");
  if (std::string fine = FinerThanAYear(timex); !fine.empty()) {
    return Of(At(found.value, "timex").rfind(fine, 0) == 0);
  }
  if (auto years = YearsOf(gold.value)) return Of(YearsOf(found.value) == years);
  if (timex.size() == 4 && Digits(timex, 0, 4)) {
    return Of(YearsOf(found.value) == std::pair(std::stoi(timex), std::stoi(timex)));
  }
  return Agreement::kNothingToCompare;
}

}  // namespace

Agreement CompareValues(const StoredRecord& gold, const StoredRecord& found) {
  const std::string& type = gold.type;
  if (type == "money" || type == "percent" || type == "quantity") {
    return CompareAmounts(gold, found);
  }
  if (type == "year" || type == "date") return CompareTimes(gold, found);
  if (type == "country") {
    const std::string& iso = At(gold.value, "iso");
    return iso.empty() ? Agreement::kNothingToCompare : Of(At(found.value, "iso") == iso);
  }
  if (type == "person" || type == "organization") {
    const std::string& name = At(gold.value, "name");
    if (name.empty()) return Agreement::kNothingToCompare;
    return Of(CaseFolded(At(found.value, "name")) == CaseFolded(name));
  }
  return Agreement::kNothingToCompare;
}

}  // namespace factline
