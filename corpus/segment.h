// Reads an article's text into a Document: tokens, sentences, furniture.
//
// One pass over the bytes and one over the tokens.  A line break is not a
// sentence break; a blank line is.  A full stop ends a sentence unless it
// belongs to an abbreviation, an initial, a number or an address; quotes and
// brackets that close go with the sentence they close.

#ifndef FACTLINE_CORPUS_SEGMENT_H_
#define FACTLINE_CORPUS_SEGMENT_H_

#include <string_view>

#include "corpus/document.h"

namespace factline {

// Replaces `*document` by what `text` (valid UTF-8, below 4 GiB) says.  `text`
// must outlive the document.
void Segment(std::string_view text, Document* document);

}  // namespace factline
#endif  // FACTLINE_CORPUS_SEGMENT_H_
