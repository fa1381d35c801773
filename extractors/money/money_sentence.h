// The sums of one sentence: single ones, ranges, lists that share a currency.

#ifndef FACTLINE_EXTRACTORS_MONEY_MONEY_SENTENCE_H_
#define FACTLINE_EXTRACTORS_MONEY_MONEY_SENTENCE_H_

#include <span>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/money/rate.h"
#include "extractors/money/sum_reader.h"
#include "extractors/number/number.h"

namespace factline {

class MoneySentence {
 public:
  // Appends to `*found`.
  MoneySentence(const Reading& reading, SumReader* sums, const Rates& rates,
                CurrencyContext* context, std::vector<Mention>* found)
      : reading_(reading), sums_(*sums), rates_(rates), context_(*context), found_(*found) {}

  // Reads the sentence with index `sentence`, whose numerals are `numerals`.
  void Read(uint32_t sentence, std::span<const Numeral> numerals);

 private:
  void ReadNumeral(size_t k);
  bool ReadRange(size_t k, const Sum& first);
  bool ReadAlternatives(size_t k, const Sum& first);
  void ReadShared(size_t k, const Sum& last);
  bool ReadSubunits(size_t k, Sum* sum, Amount* amount);
  bool ReadElliptic(const Numeral& numeral);

  // With one half unsaid (bare_sums.cc).
  void ReadArticleSums();
  bool ReadMillions(const Numeral& numeral);
  bool IsOutlay(uint32_t begin, uint32_t end) const;
  bool IsPaidIn(uint32_t end) const;
  bool AreTheMillions(uint32_t begin, uint32_t end) const;

  uint32_t JointAt(uint32_t at, const Sum& first, bool* is_or) const;
  bool IsChange(uint32_t first) const;
  bool Joins(const Sum& first, const Sum& second, uint32_t joint) const;

  Amount AmountOf(const Sum& sum) const;
  Amount Scaled(const Sum& sum, const Decimal& scale) const;
  std::string_view RuleOf(const Sum& sum) const;
  void Emit(const Sum& like, const Span& tokens, Amount amount, std::string_view rule,
            float confidence);

  const Reading& reading_;
  SumReader& sums_;
  const Rates& rates_;
  CurrencyContext& context_;
  std::vector<Mention>& found_;

  uint32_t sentence_ = 0;
  Span tokens_;
  std::span<const Numeral> numerals_;
  uint32_t from_ = 0;  // tokens before it are in sums already
  Sum last_;           // of this sentence
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_MONEY_MONEY_SENTENCE_H_
