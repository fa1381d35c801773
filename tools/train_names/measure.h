// Measures a tagger on gold: exact and overlapping names by type, as the scorer
// of the whole program does.

#ifndef FACTLINE_TOOLS_TRAIN_NAMES_MEASURE_H_
#define FACTLINE_TOOLS_TRAIN_NAMES_MEASURE_H_

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "extractors/names/tagger.h"
#include "tools/train_names/gold_set.h"

namespace factline {

struct Tally {
  uint32_t gold = 0;
  uint32_t found = 0;
  uint32_t exact = 0;
  uint32_t overlap = 0;

  double Exact() const { return F1(exact); }
  double Overlap() const { return F1(overlap); }
  double F1(uint32_t right) const { return gold + found == 0 ? 0 : 2.0 * right / (gold + found); }
};

// Names by how probable the tagger held them, in twenty steps of 0.05.
struct Reliability {
  std::array<uint32_t, 20> names{};
  std::array<uint32_t, 20> right{};
  std::array<double, 20> probability{};

  void Add(const Reliability& other);
  // The mean distance of what was promised from what was right.
  double ExpectedError() const;
};

struct Measured {
  std::array<Tally, tagger::kNameTypes> by_type;
  Reliability reliability;  // by overlap
};

// Over the articles of `set` for which `wanted` holds, by number.
Measured Measure(const GoldSet& set, const Lexicon& lexicon, const NameTagger& tagger,
                 const std::function<bool(uint32_t)>& wanted, int show = 0);

}  // namespace factline
#endif  // FACTLINE_TOOLS_TRAIN_NAMES_MEASURE_H_
