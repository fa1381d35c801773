#include "extractors/percent/percent.h"

namespace factline {
namespace {

class PercentExtractor : public Extractor {
 public:
  std::string_view name() const override { return "percent"; }
  void Extract(const Reading&, std::vector<Mention>*) const override {}
};

}  // namespace

std::unique_ptr<Extractor> NewPercentExtractor(const Lexicon&) {
  return std::make_unique<PercentExtractor>();
}

}  // namespace factline
