// Ages without their unit: "aged 46", "he was 85.", "Smith, 46, said".

#ifndef FACTLINE_EXTRACTORS_QUANTITY_AGE_H_
#define FACTLINE_EXTRACTORS_QUANTITY_AGE_H_

#include "extractors/extractor.h"
#include "extractors/quantity/surroundings.h"

namespace factline {

// Reads the age whose (first) number is `numeral`, inside tokens `sentence`.  False
// where none stands there.  `in_list` says that it goes on a list of ages.  `*next`:
// see MeasureReader::Read.
bool ReadAge(const Reading& reading, const Numeral& numeral, const Span& sentence,
             const Surroundings& surroundings, bool in_list, Mention* mention, uint32_t* next);

// Whether `numeral` follows the age in tokens `before` as the next of a list: "aged
// nine, ten and 49".
bool GoesOnWithAges(const Reading& reading, const Numeral& numeral, const Span& sentence,
                    const Span& before);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_QUANTITY_AGE_H_
