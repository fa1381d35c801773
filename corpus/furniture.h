// Finds what is not the story itself: headlines, datelines, bylines, credits,
// boilerplate.

#ifndef FACTLINE_CORPUS_FURNITURE_H_
#define FACTLINE_CORPUS_FURNITURE_H_

#include "corpus/document.h"

namespace factline {

// Sets Sentence::furniture and fills Document::parts, in order of place.
// REQUIRES: `document` has its tokens and sentences.
void FindFurniture(Document* document);

}  // namespace factline
#endif  // FACTLINE_CORPUS_FURNITURE_H_
