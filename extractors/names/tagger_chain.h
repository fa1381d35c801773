// The linear chain over one run of tokens: how probable each tag is at each
// place, and the best path.
//
// Works with factors, not logarithms: a token's factors are divided by their
// largest, forward sums by their total, so nothing overflows.  Trainer and
// tagger share it.

#ifndef FACTLINE_EXTRACTORS_NAMES_TAGGER_CHAIN_H_
#define FACTLINE_EXTRACTORS_NAMES_TAGGER_CHAIN_H_

#include <array>
#include <cstdint>
#include <vector>

#include "extractors/names/tagger_tags.h"

namespace factline::tagger {

struct alignas(16) Vector : std::array<float, kLanes> {};
using Matrix = std::array<Vector, kTags>;

// Factors of the steps between tags, 0 where one may not follow the other.
struct Steps {
  Matrix forward{};   // [before][after]
  Matrix backward{};  // [after][before]

  // From logarithmic weights [before][after].
  static Steps FromWeights(const Matrix& weights);
};

class Chain {
 public:
  // Clears the chain to `n` tokens; fill Factors(i) next.
  void Resize(uint32_t n);
  uint32_t size() const { return size_; }
  Vector& Factors(uint32_t i) { return factors_[i]; }
  const Vector& Factors(uint32_t i) const { return factors_[i]; }

  // Computes all marginals.  False where no path has a positive weight.
  bool Sum(const Steps& steps);
  // The logarithm of the sum over all paths.  After Sum.
  double LogTotal() const;
  // The probability of each tag at place `i`.  After Sum.
  const Vector& Marginals(uint32_t i) const { return marginals_[i]; }
  // Expected number of steps from one tag to another between i-1 and i, i > 0.
  void AddStepMarginals(const Steps& steps, uint32_t i, float weight, Matrix* sums) const;
  // The mean probability of tokens [first, last] to be in a name of `type`, of
  // whatever extent.  After Sum.
  float TypeProbability(uint32_t first, uint32_t last, NameType type) const;

  // The path of each token's most probable tag, where it is sure to be BestPath(): more
  // probable than all others together.  Else false.  After Sum.
  bool LikeliestTags(std::vector<Tag>* path) const;
  // The most probable path.
  void BestPath(const Steps& steps, std::vector<Tag>* path);

 private:
  bool SumOne(const Steps& steps);

  uint32_t size_ = 0;
  std::vector<Vector> factors_, ahead_, behind_, marginals_;
  std::vector<float> scale_;  // of ahead_
  std::vector<std::array<Tag, kTags>> from_;
};

}  // namespace factline::tagger
#endif  // FACTLINE_EXTRACTORS_NAMES_TAGGER_CHAIN_H_
