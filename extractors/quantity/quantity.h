#ifndef FACTLINE_EXTRACTORS_QUANTITY_QUANTITY_H_
#define FACTLINE_EXTRACTORS_QUANTITY_QUANTITY_H_

#include <memory>

#include "extractors/extractor.h"

namespace factline {

// `lexicon` must outlive the extractor.
std::unique_ptr<Extractor> NewQuantityExtractor(const Lexicon& lexicon);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_QUANTITY_QUANTITY_H_
