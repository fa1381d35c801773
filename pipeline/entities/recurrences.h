// Marks a found name wherever it stands again: the surname of a person of the
// article, an organization or place named before or after.  An unsure mark takes
// the type of a sure one of the same words.
//
//   RecurrenceReader recurrences;
//   recurrences.Mark(reading, &mentions);

#ifndef FACTLINE_PIPELINE_ENTITIES_RECURRENCES_H_
#define FACTLINE_PIPELINE_ENTITIES_RECURRENCES_H_

#include <vector>

#include "extractors/extractor.h"
#include "pipeline/entities/key_index.h"

namespace factline {

// One thread's memory, reused from article to article.
class RecurrenceReader {
 public:
  // Adds to `*mentions`, which are in order of place and do not overlap; so they
  // are afterwards.
  void Mark(const Reading& reading, std::vector<Mention>* mentions);

 private:
  // A name as it was found, or the surname in it.
  struct Name {
    Span tokens;
    FactType type;
    float confidence;
    uint32_t key = 0;       // of its first word
    bool part = false;      // a surname, or the first word of an organization
    bool doubtful = false;  // the same words are elsewhere something else
  };

  void Collect(const Reading& reading, const std::vector<Mention>& mentions);
  void CollectParts(const Reading& reading, const Mention& m);
  void Add(const Reading& reading, const Name& name);
  void Settle(const Reading& reading, std::vector<Mention>* mentions) const;
  void MarkFrom(const Reading& reading, uint32_t begin, uint32_t end,
                std::vector<Mention>* mentions);
  bool StandsAt(const Reading& reading, const Name& name, uint32_t i, uint32_t end) const;

  std::vector<Name> names_;
  KeyIndex by_first_word_;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_ENTITIES_RECURRENCES_H_
