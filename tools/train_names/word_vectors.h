// Word vectors by structured skip-gram (Ling, Dyer, Black, Trancoso 2015): like
// skip-gram with negative sampling, but every place of the window has output
// vectors of its own, so that the vectors know on which side a neighbour stood.

#ifndef FACTLINE_TOOLS_TRAIN_NAMES_WORD_VECTORS_H_
#define FACTLINE_TOOLS_TRAIN_NAMES_WORD_VECTORS_H_

#include <cstdint>
#include <vector>

namespace factline {

inline constexpr uint32_t kDimensions = 48;
inline constexpr uint32_t kSentenceEnd = UINT32_MAX;

struct WordVectorOptions {
  uint32_t epochs = 3;
  uint32_t negatives = 5;
  float rate = 0.05f;
  double keep = 1e-4;  // a word more frequent than this is seen less often
  uint64_t seed = 1;
};

// `words` are indices into `counts`, sentences separated by kSentenceEnd.
// Returns counts.size() rows of kDimensions, each of length one.  The same
// result for the same input and seed: one thread.
std::vector<float> TrainWordVectors(const std::vector<uint32_t>& words,
                                    const std::vector<uint64_t>& counts,
                                    const WordVectorOptions& options);

// Spherical k-means over rows of kDimensions: the class of each row, 0 to k-1.
// The rows are in order of frequency; the first classes grow around the most
// frequent ones.
std::vector<uint16_t> ClusterRows(const std::vector<float>& rows, uint32_t k, uint32_t rounds);

}  // namespace factline
#endif  // FACTLINE_TOOLS_TRAIN_NAMES_WORD_VECTORS_H_
