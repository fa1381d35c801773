#ifndef FACTLINE_EXTRACTORS_COUNTRY_COUNTRY_H_
#define FACTLINE_EXTRACTORS_COUNTRY_COUNTRY_H_

#include <memory>

#include "extractors/extractor.h"

namespace factline {

// `lexicon` must outlive the extractor.
std::unique_ptr<Extractor> NewCountryExtractor(const Lexicon& lexicon);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_COUNTRY_COUNTRY_H_
