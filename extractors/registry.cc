#include "extractors/registry.h"

#include "extractors/country/country.h"
#include "extractors/money/money.h"
#include "extractors/names/names.h"
#include "extractors/percent/percent.h"
#include "extractors/quantity/quantity.h"
#include "extractors/time/time.h"

namespace factline {

std::vector<std::unique_ptr<Extractor>> AllExtractors(const Lexicon& lexicon,
                                                      const NameList* names) {
  std::vector<std::unique_ptr<Extractor>> all;
  all.push_back(NewMoneyExtractor(lexicon));
  all.push_back(NewPercentExtractor(lexicon));
  all.push_back(NewTimeExtractor(lexicon));
  all.push_back(NewCountryExtractor(lexicon));
  all.push_back(NewNamesExtractor(lexicon, names));
  all.push_back(NewQuantityExtractor(lexicon));
  return all;
}

std::unique_ptr<Extractor> ExtractorNamed(std::string_view name, const Lexicon& lexicon) {
  for (auto& extractor : AllExtractors(lexicon)) {
    if (extractor->name() == name) return std::move(extractor);
  }
  return nullptr;
}

}  // namespace factline
