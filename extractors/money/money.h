#ifndef FACTLINE_EXTRACTORS_MONEY_MONEY_H_
#define FACTLINE_EXTRACTORS_MONEY_MONEY_H_

#include <memory>

#include "extractors/extractor.h"

namespace factline {

// `lexicon` must outlive the extractor.
std::unique_ptr<Extractor> NewMoneyExtractor(const Lexicon& lexicon);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_MONEY_MONEY_H_
