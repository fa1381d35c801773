// Times told in units: "last year", "three years ago", "the following day", "the
// past two years", "the third quarter of 2009", "the 20th century".

#ifndef FACTLINE_EXTRACTORS_TIME_UNIT_PHRASE_H_
#define FACTLINE_EXTRACTORS_TIME_UNIT_PHRASE_H_

#include "extractors/time/time_phrase.h"

namespace factline {

// The phrase whose unit ("year", "fiscal year", "quarter") begins at token `unit`.
std::optional<TimePhrase> ReadUnitPhrase(const TimePlace& place, uint32_t unit);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_UNIT_PHRASE_H_
