// A Candidate is one reading of some tokens as a name; of those that overlap the
// best is kept.

#ifndef FACTLINE_EXTRACTORS_NAMES_CANDIDATE_H_
#define FACTLINE_EXTRACTORS_NAMES_CANDIDATE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "schemas/fact.h"

namespace factline {

struct Candidate {
  FactType type = FactType::kPerson;
  Span tokens;
  float confidence = 0;       // 0 to 1
  std::string_view rule;      // static
  uint32_t row = UINT32_MAX;  // the lexicon line behind it
};

// Leaves in `*candidates`, in order of place, the best that do not overlap: the
// surer wins, and of nearly equals the one that explains more words.
void KeepBest(std::vector<Candidate>* candidates);

void SortByPlace(std::vector<Candidate>* candidates);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_CANDIDATE_H_
