// The scene: where and when what a paragraph tells has happened, as far as it has
// been said.
//
//   A block of flats caught fire [on Saturday] [in Badalona].  The blaze killed three.
//
// A date or place is carried to sentences that name none, in the same paragraph and
// not far on.

#ifndef FACTLINE_PIPELINE_LINKS_SCENE_H_
#define FACTLINE_PIPELINE_LINKS_SCENE_H_

#include "pipeline/links/link_context.h"

namespace factline {

class Scene {
 public:
  // The mention `index` sets the scene for what follows.  Of a sentence the first
  // does.  REQUIRES: called in order of place.
  void Set(const LinkContext& context, uint32_t index) {
    uint32_t sentence = context.SentenceIndex(index);
    if (mention_ != kNoMention && sentence == sentence_) return;
    mention_ = index;
    sentence_ = sentence;
  }

  // What is carried to the sentence of `amount`, or kNoMention.
  uint32_t At(const LinkContext& context, uint32_t amount) const {
    static constexpr uint32_t kFarthest = 1;  // sentences
    uint32_t sentence = context.SentenceIndex(amount);
    if (mention_ == kNoMention || sentence <= sentence_ || sentence - sentence_ > kFarthest) {
      return kNoMention;
    }
    const Document& document = context.reading().document();
    for (uint32_t s = sentence_ + 1; s <= sentence; ++s) {
      uint32_t first = document.sentences[s].tokens.begin;
      if (document.tokens[first].blank_before) return kNoMention;
    }
    return mention_;
  }

 private:
  uint32_t mention_ = kNoMention;
  uint32_t sentence_ = 0;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_LINKS_SCENE_H_
