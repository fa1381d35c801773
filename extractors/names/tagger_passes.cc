#include "extractors/names/tagger_passes.h"

#include <algorithm>

namespace factline::tagger {

void Passes::RunFirst(const Model& model, const Reading& reading) {
  model_ = &model;
  reading_ = &reading;
  traits_.Read(reading, model.classes());
  sums_.Open(traits_);
  marginals_.Open(traits_);
  SumAll();
  votes_.Clear(traits_.word_count());
  for (const Run& run : traits_.runs()) {
    chain_.Resize(run.end - run.begin);
    for (uint32_t i = run.begin; i < run.end; ++i) {
      model.Factors(sums_[i], &chain_.Factors(i - run.begin));
    }
    bool summed = chain_.Sum(model.steps());
    for (uint32_t i = run.begin; i < run.end; ++i) {
      marginals_[i] = summed ? chain_.Marginals(i - run.begin) : Vector{1};
      if (traits_.IsCapital(i)) votes_.Add(traits_.WordOf(i), marginals_[i]);
    }
  }
}

// The model is larger than the caches near by: a token's features are summed when those
// of the kAhead tokens behind it have been read and asked for, whatever run they are in.
void Passes::SumAll() {
  uint32_t read = 0, summed = 0;
  auto sum_next = [&] {
    std::array<int16_t, kLanes>& sums = sums_[waiting_[summed % kAhead]];
    sums.fill(0);
    model_->Sum(features_[summed++ % kAhead], &sums);
  };
  for (const Run& run : traits_.runs()) {
    for (uint32_t i = run.begin; i < run.end; ++i) {
      if (read - summed == kAhead) sum_next();
      Features& features = features_[read % kAhead];
      ReadFeatures(*reading_, traits_, run, i, &features);
      model_->Prefetch(features);
      waiting_[read++ % kAhead] = i;
    }
  }
  while (summed < read) sum_next();
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
