// The unit lexicon with its factors read: made once a lexicon, then read-only.

#ifndef FACTLINE_EXTRACTORS_QUANTITY_UNITS_H_
#define FACTLINE_EXTRACTORS_QUANTITY_UNITS_H_

#include <optional>
#include <string_view>
#include <unordered_map>

#include "extractors/lexicon.h"
#include "extractors/reading.h"
#include "schemas/decimal.h"

namespace factline {

// How freely a unit's form may be used.
enum class UnitForm : uint8_t {
  kWord,    // "kilometres"
  kNoun,    // "cups", "feet": in the singular also a modifier of what is counted
  kSymbol,  // "km"
  kLetter,  // "m": only right behind digits
};

// amount x factor / divisor + offset / offset_divisor is the amount in SI.
struct Unit {
  std::string_view ucum;
  std::string_view dimension;
  std::string_view si;  // empty where there is no SI amount
  Decimal factor = Decimal(1);
  Decimal divisor = Decimal(1);
  Decimal offset = Decimal(0);
  Decimal offset_divisor = Decimal(1);
  UnitForm form = UnitForm::kWord;

  bool has_si() const { return !si.empty(); }
  bool is_time() const { return dimension == "time"; }

  // `amount` in the SI unit: exact where that has an end, else rounded to
  // kSiDigits significant digits.  Nothing where there is no SI unit.
  std::optional<Decimal> ToSi(const Decimal& amount) const;
  // `amount` of the SI unit in this one, likewise.
  std::optional<Decimal> FromSi(const Decimal& amount) const;
};
inline constexpr int kSiDigits = 15;  // more than any measurement in news is good for

class Units {
 public:
  explicit Units(const Lexicon& lexicon);

  struct Use {
    const Unit* unit = nullptr;
    uint32_t tokens = 0;
    uint32_t row = 0;
    explicit operator bool() const { return unit != nullptr; }
  };

  // The unit whose words begin at token `i`, by the longest phrase; with a power
  // glued to it, "km2", its square or cube.
  Use At(const Reading& reading, uint32_t i) const;

  // The unit of a UCUM code, or null.
  const Unit* Named(std::string_view ucum) const {
    auto at = by_code_.find(ucum);
    return at == by_code_.end() ? nullptr : at->second;
  }

 private:
  const Unit* PowerOf(const Unit& unit, char power) const;

  std::unordered_map<uint32_t, Unit> units_;  // by row
  std::unordered_map<std::string_view, const Unit*> by_code_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_QUANTITY_UNITS_H_
