// Measures: a number with its unit.
//
//   "30-kilometre", "5 ft 2 in", "40 barrels a day", "3 to 5 km", "46-year-old"
//
// The span is number and unit.

#ifndef FACTLINE_EXTRACTORS_QUANTITY_MEASURE_H_
#define FACTLINE_EXTRACTORS_QUANTITY_MEASURE_H_

#include "extractors/extractor.h"
#include "extractors/quantity/unit_place.h"

namespace factline {

class MeasureReader {
 public:
  explicit MeasureReader(const Lexicon& lexicon) : place_(lexicon) {}

  // Reads the measure whose (first) number is `numeral`, inside tokens `sentence`.
  // False where none stands there.  `*next` is the token from which numbers have
  // not been used yet.
  bool Read(const Reading& reading, const Numeral& numeral, const Span& sentence, Mention* mention,
            uint32_t* next) const;

  // Reads "half a litre", "quarter-mile", "a tenth of a gallon" whose fraction
  // word is token `i`.
  bool ReadFraction(const Reading& reading, uint32_t i, const Span& sentence,
                    Mention* mention) const;

 private:
  uint32_t ReadRange(const Reading& reading, const Numeral& numeral, const Span& sentence,
                     UnitUse* unit, Amount* amount) const;
  bool ReadSecondEnd(const Reading& reading, const Numeral& numeral, const Span& sentence,
                     UnitUse* unit, Amount* amount) const;
  bool ReadTolerance(const Reading& reading, const Numeral& numeral, const Span& sentence,
                     UnitUse* unit) const;
  bool ReadShared(const Reading& reading, const Numeral& numeral, const Span& sentence,
                  UnitUse* unit) const;
  bool AddBareInches(const Reading& reading, const Span& sentence, UnitUse* unit,
                     Amount* amount) const;
  void AddSmaller(const Reading& reading, const Span& sentence, UnitUse* unit,
                  Amount* amount) const;
  void AddRate(const Reading& reading, const Span& sentence, UnitUse* unit,
               QuantityValue* value) const;
  uint32_t OldEnd(const Reading& reading, const UnitUse& unit, const Span& sentence) const;
  bool IsMagnitude(const Reading& reading, const Numeral& numeral, const Span& sentence,
                   Mention* mention) const;

  UnitPlace place_;
};

// Sets the bytes of `mention` from its tokens.
void SetBytes(const Reading& reading, Mention* mention);

// `amount` with what bounds it by the words around tokens [first, last).
void AddModifier(const Reading& reading, uint32_t first, uint32_t last, Amount* amount);

// The numeral that ends a range begun by `numeral`, or null: "5 to 7", "one-to-two
// hundred", "between 5 and about 7".
const Numeral* RangeEnd(const Reading& reading, const Numeral& numeral, uint32_t end);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_QUANTITY_MEASURE_H_
