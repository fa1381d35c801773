#include "extractors/names/names.h"

namespace factline {
namespace {

class NamesExtractor : public Extractor {
 public:
  std::string_view name() const override { return "names"; }
  void Extract(const Reading&, std::vector<Mention>*) const override {}
};

}  // namespace

std::unique_ptr<Extractor> NewNamesExtractor(const Lexicon&) {
  return std::make_unique<NamesExtractor>();
}

}  // namespace factline
