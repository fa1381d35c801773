#ifndef FACTLINE_EXTRACTORS_NAMES_NAMES_H_
#define FACTLINE_EXTRACTORS_NAMES_NAMES_H_

#include <memory>

#include "extractors/extractor.h"

namespace factline {

// `lexicon` must outlive the extractor.
std::unique_ptr<Extractor> NewNamesExtractor(const Lexicon& lexicon);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_NAMES_H_
