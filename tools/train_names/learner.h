// Learns the weights of the names tagger: maximum likelihood of the allowed
// paths by stochastic gradient, row-wise AdaGrad, features dropped at random.

#ifndef FACTLINE_TOOLS_TRAIN_NAMES_LEARNER_H_
#define FACTLINE_TOOLS_TRAIN_NAMES_LEARNER_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "extractors/names/tagger_chain.h"
#include "tools/train_names/examples.h"

namespace factline {

struct LearnerOptions {
  uint32_t epochs = 2;
  float rate = 0.15f;
  float dropout = 0.3f;
  float decay = 0;    // of a row's weights at each of its updates
  uint32_t runs = 1;  // with seeds of their own; their weights are averaged
  uint64_t seed = 1;
};

struct Weights {
  std::vector<tagger::Vector> rows;  // one a feature
  tagger::Matrix steps{};            // logarithmic
};

// Learns from the runs that `wanted` admits; the same for the same seed.  With
// `steps`, those stand and only the rows are learned.
Weights Learn(const Examples& examples, const LearnerOptions& options,
              const std::function<bool(const Example&)>& wanted,
              const tagger::Matrix* steps = nullptr);

}  // namespace factline
#endif  // FACTLINE_TOOLS_TRAIN_NAMES_LEARNER_H_
