// The names tagger: people, organisations and places by a linear chain over
// features of capitalised runs (docs/names.md).
//
//   NameTagger tagger(tagger::Model::Shipped());
//   std::vector<TaggedName> names;
//   tagger.Tag(reading, &names);

#ifndef FACTLINE_EXTRACTORS_NAMES_TAGGER_H_
#define FACTLINE_EXTRACTORS_NAMES_TAGGER_H_

#include <vector>

#include "extractors/names/tagger_model.h"
#include "extractors/reading.h"

namespace factline {

struct TaggedName {
  Span tokens;
  tagger::NameType type = tagger::NameType::kPerson;
  float probability = 0;  // that a name of this type stands here, give or take a word
};

class NameTagger {
 public:
  // `model` must outlive the tagger.
  explicit NameTagger(const tagger::Model& model) : model_(&model) {}

  // Replaces `*names` by the names of `reading`, in order of place, without
  // overlap.  Country names are left to the country kind.  Threads may share a
  // tagger.
  void Tag(const Reading& reading, std::vector<TaggedName>* names) const;

 private:
  const tagger::Model* model_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_TAGGER_H_
