// Parts of a year, centuries and decades told by number or name: "the third quarter
// of 2009", "second-quarter", "the first half of this year", "the 20th century",
// "the sixties".

#ifndef FACTLINE_EXTRACTORS_TIME_ORDINAL_PHRASE_H_
#define FACTLINE_EXTRACTORS_TIME_ORDINAL_PHRASE_H_

#include "extractors/time/time_phrase.h"

namespace factline {

// The phrase of the quarter, half or century `use` at tokens `unit` whose ordinal
// ends before token `end`.
std::optional<TimePhrase> ReadOrdinalPhrase(const TimePlace& place, const TimeUse& use,
                                            const Span& unit, uint32_t end);

// The quarter or half `index` of a year; its ordinal begins at token `begin`.
std::optional<TimePhrase> ReadPartOfYear(const TimePlace& place, const TimeUse& use,
                                         const Span& unit, int32_t index, uint32_t begin);

// "the sixties" at tokens `unit`, of the century before this one.
std::optional<TimePhrase> ReadNamedDecade(const TimePlace& place, const TimeUse& use,
                                          const Span& unit);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_ORDINAL_PHRASE_H_
