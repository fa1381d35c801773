#include "extractors/money/money.h"

namespace factline {
namespace {

class MoneyExtractor : public Extractor {
 public:
  std::string_view name() const override { return "money"; }
  void Extract(const Reading&, std::vector<Mention>*) const override {}
};

}  // namespace

std::unique_ptr<Extractor> NewMoneyExtractor(const Lexicon&) {
  return std::make_unique<MoneyExtractor>();
}

}  // namespace factline
