// Years in figures: "2001", "2020-24", "1999/2000", "the 1990s", "'98", "fiscal
// 2003", "FY24", "the 1999 fiscal year", "Q3 2009".

#ifndef FACTLINE_EXTRACTORS_TIME_YEAR_PHRASE_H_
#define FACTLINE_EXTRACTORS_TIME_YEAR_PHRASE_H_

#include "extractors/time/time_phrase.h"

namespace factline {

// The phrase around the number at token `number`.
std::optional<TimePhrase> ReadYearPhrase(const TimePlace& place, uint32_t number);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_YEAR_PHRASE_H_
