#include "extractors/money/money.h"

#include <algorithm>

#include "extractors/money/money_sentence.h"

namespace factline {
namespace {

class MoneyExtractor : public Extractor {
 public:
  explicit MoneyExtractor(const Lexicon& lexicon)
      : currencies_(lexicon), countries_(lexicon), rates_(lexicon) {}

  std::string_view name() const override { return "money"; }

  void Extract(const Reading& reading, std::vector<Mention>* found) const override {
    static constexpr RoleSet kTriggers = Bits(Role::currency, Role::payment, Role::outlay);
    const auto& sentences = reading.document().sentences;
    const std::vector<Numeral>& numerals = reading.numerals();
    CurrencyContext context(currencies_, countries_, reading);
    SumReader sums(reading, currencies_, countries_, &context);
    MoneySentence sentence(reading, &sums, rates_, &context, found);
    size_t first = 0;
    for (uint32_t s = 0; s < sentences.size(); ++s) {
      size_t last = first;
      while (last < numerals.size() && numerals[last].tokens.begin < sentences[s].tokens.end) {
        ++last;
      }
      if (reading.RolesOf(s) & kTriggers) {
        sentence.Read(s, std::span(numerals).subspan(first, last - first));
      }
      first = last;
    }
  }

 private:
  Currencies currencies_;
  CountryCodes countries_;
  Rates rates_;
};

}  // namespace

std::unique_ptr<Extractor> NewMoneyExtractor(const Lexicon& lexicon) {
  return std::make_unique<MoneyExtractor>(lexicon);
}

}  // namespace factline
