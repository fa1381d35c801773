// The two passes over an article: features and neighbours first, then the same
// sums with what the first pass took the words for elsewhere.  The trainer runs
// the first to learn the second.

#ifndef FACTLINE_EXTRACTORS_NAMES_TAGGER_PASSES_H_
#define FACTLINE_EXTRACTORS_NAMES_TAGGER_PASSES_H_

#include <array>
#include <vector>

#include "extractors/names/tagger_model.h"
#include "extractors/names/tagger_votes.h"

namespace factline::tagger {

class Passes {
 public:
  // Runs the first pass over `reading`; both must outlive what follows.
  void RunFirst(const Model& model, const Reading& reading);

  const Traits& traits() const { return traits_; }
  // The first pass's sums of token `i` of a run, in units.
  const std::array<int16_t, kLanes>& Sums(uint32_t i) const { return sums_[i]; }
  // The second pass's features of token `i` of `run`.
  void ReadVotes(const Run& run, uint32_t i, Features* features) const {
    votes_.ReadFeatures(*reading_, traits_, run, i, marginals_, features);
  }

  // Whether the first pass left no doubt about `run`: then the second is spared.
  bool IsSettled(const Run& run) const;
  // The most probable tag of token `i` after the first pass.
  Tag Likeliest(uint32_t i) const;
  const Vector& Marginals(uint32_t i) const { return marginals_[i]; }

  // Leaves the chain of `run` summed with the votes.  False where no path exists.
  bool RunSecond(const Run& run);
  Chain& chain() { return chain_; }

 private:
  void SumAll();

  const Model* model_ = nullptr;
  const Reading* reading_ = nullptr;
  Traits traits_;
  Votes votes_;
  Chain chain_;
  static constexpr uint32_t kAhead = 3;
  Features features_[kAhead];      // of tokens that wait for their sums
  uint32_t waiting_[kAhead] = {};  // those tokens
  ActiveTokens<std::array<int16_t, kLanes>> sums_;
  ActiveTokens<Vector> marginals_;
};

}  // namespace factline::tagger
#endif  // FACTLINE_EXTRACTORS_NAMES_TAGGER_PASSES_H_
