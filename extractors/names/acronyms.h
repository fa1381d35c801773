// An acronym is what its words are: where they are written out before it and are
// no organization, it is none either ("Artificial Intelligence (AI)", "Pan-Nordic
// Ferry Week (PNFW)"), there and wherever else it stands.

#ifndef FACTLINE_EXTRACTORS_NAMES_ACRONYMS_H_
#define FACTLINE_EXTRACTORS_NAMES_ACRONYMS_H_

#include <vector>

#include "extractors/names/candidate.h"
#include "extractors/reading.h"

namespace factline {

// Takes the acronyms of what is no organization out of `*names` (in order of place).
// Those that the lexicon knows as organizations stay.
void DropAcronymsOfOthers(const Reading& reading, std::vector<Candidate>* names);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_ACRONYMS_H_
