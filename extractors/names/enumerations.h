// What stands in one enumeration is of one kind: in "the counties of Charlotte,
// Citrus, Collier, Lee and Levy" Lee is no man, and Citrus is a county too.

#ifndef FACTLINE_EXTRACTORS_NAMES_ENUMERATIONS_H_
#define FACTLINE_EXTRACTORS_NAMES_ENUMERATIONS_H_

#include <vector>

#include "extractors/names/candidate.h"
#include "extractors/reading.h"

namespace factline {

// In every enumeration among `*names` (in order of place) that is for the most
// part of one type, gives that type to the doubtful items of another, and finds
// the single words between its commas that no one had found.  What the tagger is
// sure of stays what it is.
void AgreeInEnumerations(const Reading& reading, std::vector<Candidate>* names);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_ENUMERATIONS_H_
