#ifndef FACTLINE_EXTRACTORS_TIME_TIME_H_
#define FACTLINE_EXTRACTORS_TIME_TIME_H_

#include <memory>

#include "extractors/extractor.h"

namespace factline {

// `lexicon` must outlive the extractor.
std::unique_ptr<Extractor> NewTimeExtractor(const Lexicon& lexicon);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_TIME_H_
