#include "extractors/names/tagger.h"

#include <utility>

namespace factline {

using tagger::Chain;
using tagger::Features;
using tagger::Place;
using tagger::Run;

namespace {

// One thread's memory for the article in hand.
struct Scratch {
  tagger::Traits traits;
  Chain chain;
  Features features[2];
  std::vector<tagger::Tag> path;
};

void AppendNames(const tagger::Model& model, const Run& run, const Scratch& scratch,
                 std::vector<TaggedName>* names) {
  uint32_t first = 0;
  for (uint32_t k = 0; k < scratch.path.size(); ++k) {
    tagger::Tag tag = scratch.path[k];
    if (!tagger::IsName(tag)) continue;
    Place place = tagger::PlaceOf(tag);
    if (place == Place::kBegin || place == Place::kUnit) first = k;
    if (place != Place::kLast && place != Place::kUnit) continue;
    TaggedName& name = names->emplace_back();
    name.tokens = {run.begin + first, run.begin + k + 1};
    name.type = tagger::TypeOf(tag);
    name.probability = scratch.chain.NameProbability(model.steps(), first, k, name.type);
  }
}

}  // namespace

void NameTagger::Tag(const Reading& reading, std::vector<TaggedName>* names) const {
  names->clear();
  if (model_->empty()) return;
  thread_local Scratch scratch;
  scratch.traits.Read(reading, model_->classes());
  std::array<int16_t, tagger::kLanes> sums;
  for (const Run& run : scratch.traits.runs()) {
    uint32_t n = run.end - run.begin;
    scratch.chain.Resize(n);
    // A token's features are summed after those of the next are asked for.
    for (uint32_t k = 0; k <= n; ++k) {
      if (k < n) {
        Features& next = scratch.features[k & 1];
        ReadFeatures(reading, scratch.traits, run, run.begin + k, &next);
        model_->Prefetch(next);
      }
      if (k == 0) continue;
      model_->Sum(scratch.features[(k - 1) & 1], &sums);
      model_->Factors(sums, &scratch.chain.Factors(k - 1));
    }
    if (!scratch.chain.Sum(model_->steps())) continue;
    scratch.chain.BestPath(model_->steps(), &scratch.path);
    AppendNames(*model_, run, scratch, names);
  }
}

}  // namespace factline
