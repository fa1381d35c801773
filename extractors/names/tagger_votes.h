// What the article's other occurrences of a word were taken for: the second
// pass's features.

#ifndef FACTLINE_EXTRACTORS_NAMES_TAGGER_VOTES_H_
#define FACTLINE_EXTRACTORS_NAMES_TAGGER_VOTES_H_

#include <array>
#include <cstdint>
#include <vector>

#include "extractors/names/tagger_chain.h"
#include "extractors/names/tagger_features.h"

namespace factline::tagger {

// The parts that a word can play.
enum class Part : uint8_t {
  kNone,
  kCountry,
  kWholePerson,  // a name of one word
  kLastOfPerson,
  kRestOfPerson,
  kWholeOrganization,
  kPartOfOrganization,
  kWholeLocation,
  kPartOfLocation,
};
inline constexpr uint32_t kParts = 9;

using PartVector = std::array<float, kParts>;

class Votes {
 public:
  void Clear(uint32_t words);
  // Counts an occurrence of `word` with the first pass's `marginals`.
  void Add(uint32_t word, const Vector& marginals);
  bool Recurs(uint32_t word) const { return sums_[word].count > 1; }

  // The features of token `i` of `run`, whose own marginals are `marginals`.
  void ReadFeatures(const Reading& reading, const Traits& traits, const Run& run, uint32_t i,
                    const ActiveTokens<Vector>& marginals, Features* features) const;

 private:
  struct Sum {
    float count = 0;
    PartVector parts{};
  };
  // The strongest part of the other occurrences and how strong; 0 where there
  // are none.
  uint32_t Verdict(const Traits& traits, uint32_t i, const Vector& own) const;

  std::vector<Sum> sums_;
};

}  // namespace factline::tagger
#endif  // FACTLINE_EXTRACTORS_NAMES_TAGGER_VOTES_H_
