// Settles which of the proposed facts stand where they overlap.
//
// Numbers: the reading that explains more of the text wins, and of equals the
// kind that says more (money, percent, date, year, quantity).  Names: the
// longest wins.  The loser is dropped, never trimmed.

#ifndef FACTLINE_PIPELINE_RESOLVE_H_
#define FACTLINE_PIPELINE_RESOLVE_H_

#include <vector>

#include "extractors/extractor.h"
#include "pipeline/trace.h"

namespace factline {

// Moves the winners of `*found` to `*kept`, in order of place.  O(n log n).
void ResolveOverlaps(std::vector<Mention>* found, std::vector<Mention>* kept, Trace* trace);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_RESOLVE_H_
