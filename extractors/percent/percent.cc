#include "extractors/percent/percent.h"

#include "extractors/percent/percent_sentence.h"

namespace factline {
namespace {

PercentForms ReadForms(const Lexicon& lexicon) {
  PercentForms forms;
  for (const LexiconRow& row : lexicon.RowsOf(Role::percent)) {
    PercentForm form;
    form.row = row;
    std::string_view kind = row["kind"];
    form.kind = kind == "percentage_point" ? PercentKind::kPercentagePoint
                : kind == "basis_point"    ? PercentKind::kBasisPoint
                                           : PercentKind::kPercent;
    form.glued = row["use"] == "glued";
    form.last = row["use"] == "last";
    forms.emplace(row.index(), form);
  }
  return forms;
}

class PercentExtractor : public Extractor {
 public:
  explicit PercentExtractor(const Lexicon& lexicon) : forms_(ReadForms(lexicon)) {}

  std::string_view name() const override { return "percent"; }

  void Extract(const Reading& reading, std::vector<Mention>* found) const override {
    static constexpr RoleSet kTriggers = Bits(Role::percent, Role::fraction);
    const auto& sentences = reading.document().sentences;
    const std::vector<Numeral>& numerals = reading.numerals();
    PercentSentence sentence(reading, forms_, found);
    size_t first = 0;
    for (uint32_t s = 0; s < sentences.size(); ++s) {
      size_t last = first;
      while (last < numerals.size() && numerals[last].tokens.begin < sentences[s].tokens.end) {
        ++last;
      }
      if ((reading.RolesOf(s) & kTriggers) || last > first + 1) {
        sentence.Read(s, std::span(numerals).subspan(first, last - first));
      }
      first = last;
    }
  }

 private:
  PercentForms forms_;
};

}  // namespace

std::unique_ptr<Extractor> NewPercentExtractor(const Lexicon& lexicon) {
  return std::make_unique<PercentExtractor>(lexicon);
}

}  // namespace factline
