#include "extractors/names/tagger_passes.h"

#include <algorithm>

namespace factline::tagger {

void Passes::RunFirst(const Model& model, const Reading& reading) {
  model_ = &model;
  reading_ = &reading;
  traits_.Read(reading, model.classes());
  if (sums_.size() < reading.size()) {
    sums_.resize(reading.size());
    marginals_.resize(reading.size());
  }
  votes_.Clear(traits_.word_count());
  for (const Run& run : traits_.runs()) {
    SumRun(run);
    bool summed = chain_.Sum(model.steps());
    for (uint32_t i = run.begin; i < run.end; ++i) {
      marginals_[i] = summed ? chain_.Marginals(i - run.begin) : Vector{1};
      if (traits_.IsCapital(i)) votes_.Add(traits_.WordOf(i), marginals_[i]);
    }
  }
}

void Passes::SumRun(const Run& run) {
  uint32_t n = run.end - run.begin;
  chain_.Resize(n);
  // A token's features are summed after those of the next are asked for.
  for (uint32_t k = 0; k <= n; ++k) {
    if (k < n) {
      Features& next = features_[k & 1];
      ReadFeatures(*reading_, traits_, run, run.begin + k, &next);
      model_->Prefetch(next);
    }
    if (k == 0) continue;
    std::array<int16_t, kLanes>& sums = sums_[run.begin + k - 1];
    sums.fill(0);
    model_->Sum(features_[(k - 1) & 1], &sums);
    model_->Factors(sums, &chain_.Factors(k - 1));
  }
}

bool Passes::IsSettled(const Run& run) const {
  constexpr float kNoDoubt = 0.995f;
  for (uint32_t i = run.begin; i < run.end; ++i) {
    if (*std::max_element(marginals_[i].begin(), marginals_[i].end()) < kNoDoubt) return false;
  }
  return true;
}

Tag Passes::Likeliest(uint32_t i) const {
  const Vector& m = marginals_[i];
  return static_cast<Tag>(std::max_element(m.begin(), m.end()) - m.begin());
}

bool Passes::RunSecond(const Run& run) {
  chain_.Resize(run.end - run.begin);
  for (uint32_t i = run.begin; i < run.end; ++i) {
    ReadVotes(run, i, &features_[0]);
    std::array<int16_t, kLanes> sums = sums_[i];
    model_->Sum(features_[0], &sums);
    model_->Factors(sums, &chain_.Factors(i - run.begin));
  }
  return chain_.Sum(model_->steps());
}

}  // namespace factline::tagger
