// Finds years, dates and the other times of a day or longer, and says which
// they are.
//
// What qualifies: "2001", "the 1990s", "fiscal 2003", "May 3, 2025", "on Friday",
// "last year", "the third quarter".  What does not: durations ("73 months", a
// quantity), times of day, counts ("1984 seats"), labels ("Flight 2019").
// Relative times are counted from the article's day of publication, else from a
// date the text itself gives; where there is none the value stays empty.

#ifndef FACTLINE_EXTRACTORS_TIME_TIME_H_
#define FACTLINE_EXTRACTORS_TIME_TIME_H_

#include <memory>

#include "extractors/extractor.h"

namespace factline {

// `lexicon` must outlive the extractor.
std::unique_ptr<Extractor> NewTimeExtractor(const Lexicon& lexicon);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_TIME_H_
