// What extractors/attribution/ says of verbs, source cues and speakers, read once.
// Immutable: any number of threads may read it.

#ifndef FACTLINE_PIPELINE_LINKS_ATTRIBUTION_WORDS_H_
#define FACTLINE_PIPELINE_LINKS_ATTRIBUTION_WORDS_H_

#include <cstdint>
#include <vector>

#include "extractors/lexicon.h"
#include "extractors/reading.h"

namespace factline {

enum class VerbClass : uint8_t { kNone, kSay, kTell, kFind, kPut, kAdd, kCite, kThink };
enum class SpeakerClass : uint8_t { kNone, kPeople, kBody, kDocument, kResearch };
enum class CueReach : uint8_t { kNone, kSentence, kPart, kSelf };

class AttributionWords {
 public:
  // `lexicon` must outlive this.
  explicit AttributionWords(const Lexicon& lexicon);

  // What the words at token `i` are; kNone where they are nothing of the kind.
  // `*tokens`, where given, gets their number.
  VerbClass VerbAt(const Reading& reading, uint32_t i, uint32_t* tokens) const;
  bool IsParticiple(const Reading& reading, uint32_t i) const;
  CueReach CueAt(const Reading& reading, uint32_t i, uint32_t* tokens) const;
  SpeakerClass SpeakerAt(const Reading& reading, uint32_t i) const;

 private:
  uint8_t ClassAt(const Reading& reading, uint32_t i, Role role, uint32_t* tokens) const;

  std::vector<uint8_t> class_;       // per lexicon row
  std::vector<bool> is_participle_;  // per lexicon row
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_LINKS_ATTRIBUTION_WORDS_H_
