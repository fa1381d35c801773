// Whether the words around a time speak of what was or of what will be.

#ifndef FACTLINE_EXTRACTORS_TIME_TENSE_H_
#define FACTLINE_EXTRACTORS_TIME_TENSE_H_

#include "extractors/reading.h"
#include "extractors/time/time_words.h"

namespace factline {

enum class Tense : uint8_t { kUnknown, kPast, kFuture };

// The tense of the verb group nearest to `phrase` (tokens) within `sentence`
// (tokens); a comma between counts as distance, and of two equally near the one
// before wins.  Looks at a bounded number of tokens.
Tense TenseAround(const Reading& reading, const TimeWords& words, const Span& phrase,
                  const Span& sentence);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_TENSE_H_
