#ifndef FACTLINE_EXTRACTORS_PERCENT_PERCENT_H_
#define FACTLINE_EXTRACTORS_PERCENT_PERCENT_H_

#include <memory>

#include "extractors/extractor.h"

namespace factline {

// `lexicon` must outlive the extractor.
std::unique_ptr<Extractor> NewPercentExtractor(const Lexicon& lexicon);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_PERCENT_PERCENT_H_
