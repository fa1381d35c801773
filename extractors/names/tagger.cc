#include "extractors/names/tagger.h"

#include <algorithm>

#include "extractors/names/tagger_passes.h"

namespace factline {

using tagger::Place;
using tagger::Run;

namespace {

// One thread's memory for the article in hand.
struct Scratch {
  tagger::Passes passes;
  std::vector<tagger::Tag> path;
};

void AppendNames(const tagger::Model& model, const Run& run, const Scratch& scratch,
                 const tagger::Chain& chain, std::vector<TaggedName>* names) {
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
    name.probability = model.Calibrated(chain.TypeProbability(first, k, name.type));
  }
}

// The names of a run whose first pass left no doubt: of tags that all have nearly
// the whole probability, the path is legal, and a name is no surer than its
// least sure token.
void AppendSettled(const tagger::Model& model, const Run& run, const tagger::Passes& passes,
                   std::vector<TaggedName>* names) {
  uint32_t first = run.begin;
  float least = 1;
  for (uint32_t i = run.begin; i < run.end; ++i) {
    tagger::Tag tag = passes.Likeliest(i);
    if (!tagger::IsName(tag)) continue;
    if (!tagger::Continues(tag)) first = i, least = 1;
    least = std::min(least, passes.Marginals(i)[tag]);
    if (!tagger::LeavesOpen(tag)) {
      names->push_back({{first, i + 1}, tagger::TypeOf(tag), model.Calibrated(least)});
    }
  }
}

}  // namespace

void NameTagger::Tag(const Reading& reading, std::vector<TaggedName>* names) const {
  names->clear();
  if (model_->empty()) return;
  thread_local Scratch scratch;
  scratch.passes.RunFirst(*model_, reading);
  for (const Run& run : scratch.passes.traits().runs()) {
    if (scratch.passes.IsSettled(run)) {
      AppendSettled(*model_, run, scratch.passes, names);
      continue;
    }
    if (!scratch.passes.RunSecond(run)) continue;
    tagger::Chain& chain = scratch.passes.chain();
    if (!chain.LikeliestTags(&scratch.path)) chain.BestPath(model_->steps(), &scratch.path);
    AppendNames(*model_, run, scratch, chain, names);
  }
}

}  // namespace factline
