// Each numeral is offered to the readers in turn, and what one of them has used is
// passed over: measures first (a unit settles it), then what shows that the number is
// no quantity, then ages and counts.

#include "extractors/quantity/quantity.h"

#include <algorithm>

#include "extractors/quantity/age.h"
#include "extractors/quantity/count.h"
#include "extractors/quantity/measure.h"
#include "extractors/quantity/surroundings.h"

namespace factline {
namespace {

class QuantityExtractor : public Extractor {
 public:
  explicit QuantityExtractor(const Lexicon& lexicon)
      : surroundings_(lexicon), measures_(lexicon), counts_(surroundings_) {}

  std::string_view name() const override { return "quantity"; }

  void Extract(const Reading& reading, std::vector<Mention>* found) const override {
    const auto& sentences = reading.document().sentences;
    const auto& numerals = reading.numerals();
    std::string_view before;
    uint32_t sentence = 0, next = 0;
    size_t first_found = found->size();
    for (const Numeral& numeral : numerals) {
      while (sentences[sentence].tokens.end <= numeral.tokens.begin) {
        ++sentence;
        before = {};
      }
      if (numeral.tokens.begin < next) continue;
      Mention mention;
      const Span& tokens = sentences[sentence].tokens;
      const Mention* last = found->size() > first_found ? &found->back() : nullptr;
      bool aged = last != nullptr && last->rule == "quantity.aged" &&
                  GoesOnWithAges(reading, numeral, tokens, last->tokens);
      if (!ReadOne(reading, numeral, tokens, before, aged, &mention, &next)) continue;
      const auto& value = std::get<QuantityValue>(mention.value);
      if (value.unit == "count" && !value.of.empty()) before = value.of;
      found->push_back(mention);
    }
    ReadFractions(reading, found, first_found);
  }

 private:
  bool ReadOne(const Reading& reading, const Numeral& numeral, const Span& sentence,
               std::string_view before, bool aged, Mention* mention, uint32_t* next) const {
    if (surroundings_.IsTailOfWord(reading, numeral, sentence)) return false;
    if (measures_.Read(reading, numeral, sentence, mention, next)) return true;
    Numeral millions;
    if (ReadMillions(reading, numeral, sentence, &millions)) {
      return counts_.Read(reading, millions, sentence, before, mention, next);
    }
    if (surroundings_.IsOfAnotherKind(reading, numeral, sentence)) return false;
    if (ReadAge(reading, numeral, sentence, surroundings_, aged, mention, next)) return true;
    return counts_.Read(reading, numeral, sentence, before, mention, next);
  }

  // "35m of its devices", "4.3M copies": the letter is read with its number only where
  // what follows cannot be said of metres.
  static bool ReadMillions(const Reading& reading, const Numeral& numeral, const Span& sentence,
                           Numeral* millions) {
    uint32_t letter = numeral.tokens.end;
    if (numeral.form != NumeralForm::kDigits || numeral.scale_tokens != 0) return false;
    if (letter + 1 >= sentence.end || reading.token(letter).space_before) return false;
    std::string_view text = reading.Text(letter);
    bool word = reading.token(letter + 1).is_word() && reading.token(letter + 1).space_before;
    bool upper = text == "M" && word && !reading.token(letter + 1).capitalized();
    if (!upper && !(text == "m" && reading.Is(letter + 1, "of"))) return false;
    *millions = numeral;
    millions->tokens.end = letter + 1;
    millions->scale = Decimal(1000000);
    millions->plain_integer = false;
    millions->amount.amount = numeral.amount.amount->Times(millions->scale);
    millions->amount.precision = numeral.amount.precision->Times(millions->scale);
    return millions->amount.amount && millions->amount.precision;
  }

  void ReadFractions(const Reading& reading, std::vector<Mention>* found, size_t first) const {
    static constexpr RoleSet kBoth = Bits(Role::fraction, Role::unit);
    const auto& sentences = reading.document().sentences;
    size_t before = found->size();
    for (uint32_t s = 0; s < sentences.size(); ++s) {
      if ((reading.RolesOf(s) & kBoth) != kBoth) continue;
      const Span& tokens = sentences[s].tokens;
      for (uint32_t i = tokens.begin; i < tokens.end; ++i) {
        if (!reading.Has(i, Role::fraction)) continue;
        Mention mention;
        if (measures_.ReadFraction(reading, i, tokens, &mention)) found->push_back(mention);
      }
    }
    std::inplace_merge(
        found->begin() + static_cast<ptrdiff_t>(first),
        found->begin() + static_cast<ptrdiff_t>(before), found->end(),
        [](const Mention& a, const Mention& b) { return a.bytes.begin < b.bytes.begin; });
  }

  Surroundings surroundings_;
  MeasureReader measures_;
  CountReader counts_;
};

}  // namespace

std::unique_ptr<Extractor> NewQuantityExtractor(const Lexicon& lexicon) {
  return std::make_unique<QuantityExtractor>(lexicon);
}

}  // namespace factline
