// An Extractor finds every fact of its kinds in one article.
//
// It sees a Reading, does no I/O and keeps no state between calls, so one
// instance may serve every thread at once.  What it proposes, the resolver in
// pipeline/ disposes of: mentions may overlap those of other kinds, never those
// of its own.
//
//   std::unique_ptr<Extractor> money = NewMoneyExtractor(Lexicon::Shipped());
//   std::vector<Mention> found;
//   money->Extract(reading, &found);

#ifndef FACTLINE_EXTRACTORS_EXTRACTOR_H_
#define FACTLINE_EXTRACTORS_EXTRACTOR_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extractors/reading.h"
#include "schemas/fact.h"

namespace factline {

// A proposed fact.
struct Mention {
  FactType type = FactType::kMoney;
  Span tokens;
  Span bytes;
  float confidence = 0;   // 0 to 1
  std::string_view rule;  // "money.amount-scale-currency"; static
  Value value;
  // Lexicon rows that made it, for explanations; UINT32_MAX where unused.
  std::array<uint32_t, 4> rows = {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX};

  void Because(const LexiconRow& row) {
    for (uint32_t& slot : rows) {
      if (slot != UINT32_MAX) continue;
      slot = row.index();
      return;
    }
  }
};

class Extractor {
 public:
  virtual ~Extractor() = default;

  // The kind's name in explanations and figures: "money".
  virtual std::string_view name() const = 0;

  // Appends the facts of `reading` to `*found` in order of place and leaves what
  // was already there untouched.  Text that cannot be read as a fact is not an
  // error; it is not a fact.
  virtual void Extract(const Reading& reading, std::vector<Mention>* found) const = 0;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_EXTRACTOR_H_
