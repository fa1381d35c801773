#include "extractors/time/time.h"

namespace factline {
namespace {

class TimeExtractor : public Extractor {
 public:
  std::string_view name() const override { return "time"; }
  void Extract(const Reading&, std::vector<Mention>*) const override {}
};

}  // namespace

std::unique_ptr<Extractor> NewTimeExtractor(const Lexicon&) {
  return std::make_unique<TimeExtractor>();
}

}  // namespace factline
