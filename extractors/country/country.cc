#include "extractors/country/country.h"

namespace factline {
namespace {

class CountryExtractor : public Extractor {
 public:
  std::string_view name() const override { return "country"; }
  void Extract(const Reading&, std::vector<Mention>*) const override {}
};

}  // namespace

std::unique_ptr<Extractor> NewCountryExtractor(const Lexicon&) {
  return std::make_unique<CountryExtractor>();
}

}  // namespace factline
