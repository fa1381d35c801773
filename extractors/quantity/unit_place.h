// Where a unit may stand behind its number, and in which form.

#ifndef FACTLINE_EXTRACTORS_QUANTITY_UNIT_PLACE_H_
#define FACTLINE_EXTRACTORS_QUANTITY_UNIT_PLACE_H_

#include "extractors/quantity/units.h"

namespace factline {

// A unit where it stands.
struct UnitUse {
  Units::Use use;
  uint32_t begin = 0;  // first token of the unit's own words
  uint32_t end = 0;    // after the unit and a closing bracket
  bool hyphen = false;
  explicit operator bool() const { return use.unit != nullptr; }
};

class UnitPlace {
 public:
  explicit UnitPlace(const Lexicon& lexicon) : units_(lexicon) {}

  const Units& units() const { return units_; }

  // The unit right behind `numeral`, inside tokens `sentence`: after a space, a
  // hyphen, an opening bracket or, of a vague number, "of".  Empty (false) where
  // there is none or its form is something else there.
  UnitUse Behind(const Reading& reading, const Numeral& numeral, const Span& sentence) const;

 private:
  bool FormHolds(const Reading& reading, const Numeral& numeral, const Span& sentence,
                 const UnitUse& unit) const;
  bool LetterHolds(const Reading& reading, const Numeral& numeral, const Span& sentence,
                   const UnitUse& unit) const;

  Units units_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_QUANTITY_UNIT_PLACE_H_
