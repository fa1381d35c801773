// Packs learned weights into the model's image.

#ifndef FACTLINE_TOOLS_TRAIN_NAMES_PACK_H_
#define FACTLINE_TOOLS_TRAIN_NAMES_PACK_H_

#include <string>
#include <vector>

#include "extractors/names/tagger_model.h"
#include "tools/train_names/learner.h"

namespace factline {

struct Packed {
  std::string image;
  uint32_t kept = 0;     // features with a place in the image
  uint32_t crowded = 0;  // left out because their bucket held four better ones
};

// `hashes` name the rows of `weights`; `bucket_count` is a power of two.  Of the features of one
// bucket the four with the greatest weights stay; those with none above half a unit go.
Packed PackModel(const std::vector<uint64_t>& hashes, const Weights& weights, uint32_t bucket_count,
                 const std::vector<tagger::WordClass>& classes, const std::string& notes,
                 float slope, float offset);

// The table of classes from lines "word, coarse, middle, fine" (train_clusters).
Result<std::vector<tagger::WordClass>> ReadClasses(const std::string& path);

}  // namespace factline
#endif  // FACTLINE_TOOLS_TRAIN_NAMES_PACK_H_
