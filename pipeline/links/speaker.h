// Speakers: who is named beside a verb of saying or after "according to".
//
//   [Jeff Rathke], the department's spokesman, said …     the person
//   a [spokesman for the fire service] said …             the words; no fact is that
//   according to figures from [the Treasury]              who made the figures
//
// Looks a bounded number of tokens to one side; says nothing where the subject is
// a thing that cannot speak ("The fire told…").

#ifndef FACTLINE_PIPELINE_LINKS_SPEAKER_H_
#define FACTLINE_PIPELINE_LINKS_SPEAKER_H_

#include <cstdint>

#include "extractors/phrase.h"
#include "pipeline/links/attribution_words.h"
#include "pipeline/links/link_context.h"

namespace factline {

struct Speaker {
  enum class Kind : uint8_t {
    kNone,
    kNamed,     // `mention` is the person, organisation or country
    kWords,     // `words` say who it is
    kDocument,  // `words` name a report, a study, figures
    kResearch,  // `words` name people who find things out
    kHe,        // "he", "she": somebody spoken of before
    kThey,      // "they", "it"
    kSubject,   // whoever the sentence speaks of: "adding that"
  };
  Kind kind = Kind::kNone;
  uint32_t mention = kNoMention;
  bool traced = false;  // found by looking back: "he said"
  Span words;           // tokens that name the speaker
  Span phrase;          // tokens of the whole phrase with its article and apposition

  explicit operator bool() const { return kind != Kind::kNone; }
};

class SpeakerFinder {
 public:
  SpeakerFinder(const LinkContext& context, const AttributionWords& words)
      : context_(context), reading_(context.reading()), words_(words) {}

  // `speaker` with what hangs on it behind: "Jane Doe [of the port authority]".
  Speaker WithTail(Speaker speaker, uint32_t end) const;

  // The subject of the verb at `verb`, not reaching back before `begin`.
  Speaker Before(uint32_t verb, uint32_t begin) const;

  // Who is named from `first` on, before `end`.
  Speaker After(uint32_t first, uint32_t end) const;

 private:
  uint32_t SkipBack(uint32_t end, uint32_t begin) const;
  Speaker EndingAt(uint32_t end, uint32_t begin) const;
  Speaker EndingInName(uint32_t mention, uint32_t end, uint32_t begin) const;
  uint32_t ListBegin(uint32_t first, FactType type, uint32_t begin) const;
  Speaker EndingInNoun(uint32_t end, uint32_t begin) const;
  Speaker BeforeApposition(uint32_t comma, uint32_t begin) const;
  Speaker Pronoun(uint32_t i, uint32_t begin) const;
  Speaker Named(uint32_t mention, const Span& phrase) const;
  Speaker Worded(const Span& words, const Span& phrase, uint32_t head) const;
  Speaker Extended(const Span& phrase, uint32_t core, uint32_t head, uint32_t end) const;
  uint32_t NameWithin(const Span& tokens) const;
  uint32_t RelativeBefore(uint32_t i, uint32_t begin) const;
  NounPhrase NounsBefore(uint32_t end, uint32_t begin) const;
  bool IsWhen(uint32_t i) const;
  bool IsPreposition(uint32_t i) const;
  bool CanSpeak(uint32_t head) const;

  const LinkContext& context_;
  const Reading& reading_;
  const AttributionWords& words_;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_LINKS_SPEAKER_H_
