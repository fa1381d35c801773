// JSON that is no JSON Lines: an array of objects, or objects one after the other
// over any number of lines.  An article is an object.

#ifndef FACTLINE_CORPUS_READERS_JSON_H_
#define FACTLINE_CORPUS_READERS_JSON_H_

#include <memory>
#include <string_view>

#include "corpus/readers/format.h"

namespace factline {

// Whether a text that begins with `head` is such a one, and not JSON Lines: it is
// an array, or its first object goes on in the next line.
bool IsJson(std::string_view head);

// Whether an object is JSON is for the parser to say (NewJsonParser in jsonl.h);
// the cutter follows strings and brackets only.
std::unique_ptr<RecordCutter> NewJsonCutter();

}  // namespace factline
#endif  // FACTLINE_CORPUS_READERS_JSON_H_
