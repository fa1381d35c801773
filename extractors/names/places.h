// Rules that find places by their form: the state of a member of a parliament
// ("Rep. Doe (D-OR)", "(TX-32)"), the state of an address ("Salem, OR 97301").

#ifndef FACTLINE_EXTRACTORS_NAMES_PLACES_H_
#define FACTLINE_EXTRACTORS_NAMES_PLACES_H_

#include <vector>

#include "extractors/names/candidate.h"
#include "extractors/reading.h"

namespace factline {

// Appends the places of the sentence whose tokens are `sentence` that a postal
// code names.
void AppendPostalPlaces(const Reading& reading, const Span& sentence,
                        std::vector<Candidate>* found);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_PLACES_H_
