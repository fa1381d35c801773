// Knows every kind of fact: the one place that includes them all.

#ifndef FACTLINE_EXTRACTORS_REGISTRY_H_
#define FACTLINE_EXTRACTORS_REGISTRY_H_

#include <memory>
#include <string_view>
#include <vector>

#include "extractors/extractor.h"

namespace factline {

class NameList;

// Every extractor, in a fixed order.  `lexicon`, and the user's own names where
// there are some, must outlive them.
std::vector<std::unique_ptr<Extractor>> AllExtractors(const Lexicon& lexicon,
                                                      const NameList* names = nullptr);

// The one named `name` ("money"), or null.
std::unique_ptr<Extractor> ExtractorNamed(std::string_view name, const Lexicon& lexicon);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_REGISTRY_H_
