// Rules that read capitalised runs as places: known names, head words ("Hudson
// River", "Lake Tahoe"), "Town, Country", datelines, a preposition of place before.

#ifndef FACTLINE_EXTRACTORS_NAMES_PLACES_H_
#define FACTLINE_EXTRACTORS_NAMES_PLACES_H_

#include <vector>

#include "extractors/names/candidate.h"
#include "extractors/names/capitals.h"

namespace factline {

class PlaceRules {
 public:
  PlaceRules(const Lexicon& lexicon, const Capitals& capitals);

  void Append(const Reading& reading, const Sentence& sentence, Casing casing, const Span& run,
              std::vector<Candidate>* found) const;

 private:
  void AppendKnown(const Reading& reading, const Sentence& sentence, Casing casing, const Span& run,
                   std::vector<Candidate>* found) const;
  void AppendHeaded(const Reading& reading, const Sentence& sentence, const Span& run,
                    std::vector<Candidate>* found) const;
  void AppendByContext(const Reading& reading, const Sentence& sentence, const Span& run,
                       std::vector<Candidate>* found) const;
  float Confidence(const Reading& reading, const Sentence& sentence, Casing casing, const Span& run,
                   const Sense& known, uint32_t begin) const;
  bool CountryFollows(const Reading& reading, const Sentence& sentence, uint32_t end) const;
  bool IsDateline(const Reading& reading, const Sentence& sentence, const Span& name) const;

  const Capitals& capitals_;
  RowMarks before_heads_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_PLACES_H_
