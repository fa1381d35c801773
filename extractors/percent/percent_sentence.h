// The percentages of one sentence: single ones, ranges, lists that share a sign,
// shares said in fractions.

#ifndef FACTLINE_EXTRACTORS_PERCENT_PERCENT_SENTENCE_H_
#define FACTLINE_EXTRACTORS_PERCENT_PERCENT_SENTENCE_H_

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/number/number.h"
#include "extractors/reading.h"

namespace factline {

// One line of percent.tsv.
struct PercentForm {
  LexiconRow row;
  PercentKind kind = PercentKind::kPercent;
  bool glued = false;
  bool last = false;
};
using PercentForms = std::unordered_map<uint32_t, PercentForm>;  // by row

class PercentSentence {
 public:
  // Appends to `*found`.
  PercentSentence(const Reading& reading, const PercentForms& forms, std::vector<Mention>* found)
      : reading_(reading), forms_(forms), found_(*found) {}

  // Reads the sentence with index `sentence`, whose numerals are `numerals`.
  void Read(uint32_t sentence, std::span<const Numeral> numerals);

 private:
  // A number with its sign, if it has one.
  struct Share {
    Span tokens;
    const Numeral* number = nullptr;
    const PercentForm* form = nullptr;
    Amount amount;
    bool point = false;  // a percentage point though no sign says so: "a quarter-point cut"
  };

  bool ReadShare(const Numeral& number, Share* share) const;
  const PercentForm* FormAt(uint32_t at, uint32_t* tokens) const;
  void ReadOfOnePercent(Share* share) const;
  void ReadSign(Share* share) const;

  void ReadNumeral(size_t k);
  bool ReadRange(size_t k, const Share& first);
  void ReadShared(size_t k, const Share& last);
  bool ReadElliptic(const Numeral& number);
  bool IsChange(uint32_t first) const;

  // Without a sign (shares.cc).
  bool ReadOneInFive(size_t k);
  bool IsCounted(uint32_t at, bool needs_noun) const;
  bool ReadFractionChange(const Numeral& number);
  void ReadParts();
  void ReadPart(uint32_t at, const Decimal& part);

  void Emit(const Share& share, std::string_view rule, float confidence);

  const Reading& reading_;
  const PercentForms& forms_;
  std::vector<Mention>& found_;

  Span tokens_;
  std::span<const Numeral> numerals_;
  uint32_t from_ = 0;  // tokens before it are in facts already
  bool any_ = false;   // this sentence has had a percentage
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_PERCENT_PERCENT_SENTENCE_H_
