#include "extractors/quantity/quantity.h"

namespace factline {
namespace {

class QuantityExtractor : public Extractor {
 public:
  std::string_view name() const override { return "quantity"; }
  void Extract(const Reading&, std::vector<Mention>*) const override {}
};

}  // namespace

std::unique_ptr<Extractor> NewQuantityExtractor(const Lexicon&) {
  return std::make_unique<QuantityExtractor>();
}

}  // namespace factline
