// Training examples: runs of tokens with their features and the tags that the
// gold allows at each.

#ifndef FACTLINE_TOOLS_TRAIN_NAMES_EXAMPLES_H_
#define FACTLINE_TOOLS_TRAIN_NAMES_EXAMPLES_H_

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "extractors/lexicon.h"
#include "extractors/names/tagger_features.h"
#include "extractors/names/tagger_model.h"
#include "extractors/names/tagger_tags.h"
#include "tools/train_names/gold_set.h"

namespace factline {

using TagMask = uint16_t;
inline constexpr TagMask kAnyTag = (1u << tagger::kTags) - 1;

// Tokens [first, first + size) of an Examples.
struct Example {
  uint32_t first = 0;
  uint32_t size = 0;
  uint32_t article = 0;  // number over all sets
  float weight = 1;
};

struct Examples {
  std::vector<Example> runs;
  std::vector<TagMask> allowed;         // by token
  std::vector<uint32_t> feature_begin;  // by token, and one more
  std::vector<uint32_t> features;       // indices into hashes
  std::vector<uint64_t> hashes;         // of the features seen often enough
  std::vector<tagger::Vector> base;     // by token: weights that stand; may be empty
  uint32_t names = 0;                   // in the gold
  uint32_t unreachable = 0;             // of those, not within one run

  uint32_t tokens() const { return static_cast<uint32_t>(allowed.size()); }
};

// `classes` as in the model.  Features seen in fewer than `least` tokens are
// left out.
Examples MakeExamples(const std::vector<GoldSet>& sets, const Lexicon& lexicon,
                      std::span<const tagger::WordClass> classes, uint32_t least);

// The same for the second pass over the articles that `wanted` admits, by number:
// its features are the votes of a first pass with `model`, whose sums stand.
void AppendVoteExamples(const std::vector<GoldSet>& sets, const Lexicon& lexicon,
                        const tagger::Model& model, const std::function<bool(uint32_t)>& wanted,
                        Examples* examples);

// Which tags the gold allows at each token of `reading`.
std::vector<TagMask> AllowedTags(const Reading& reading, const GoldArticle& gold);

}  // namespace factline
#endif  // FACTLINE_TOOLS_TRAIN_NAMES_EXAMPLES_H_
