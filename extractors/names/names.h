#ifndef FACTLINE_EXTRACTORS_NAMES_NAMES_H_
#define FACTLINE_EXTRACTORS_NAMES_NAMES_H_

#include <memory>

#include "extractors/extractor.h"

namespace factline {

class NameList;

// `lexicon`, and `listed` where there is one, must outlive the extractor.  A listed
// name stands wherever it is found, whatever else the words could be.
std::unique_ptr<Extractor> NewNamesExtractor(const Lexicon& lexicon,
                                             const NameList* listed = nullptr);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_NAMES_H_
