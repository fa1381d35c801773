// JSON Lines: one object a line, blank lines are none.

#ifndef FACTLINE_CORPUS_READERS_JSONL_H_
#define FACTLINE_CORPUS_READERS_JSONL_H_

#include <memory>
#include <string_view>

#include "corpus/readers/format.h"

namespace factline {

// Whether a line of `head` begins with an object.
bool IsJsonLines(std::string_view head);

std::unique_ptr<RecordCutter> NewJsonLinesCutter();

// Of a JSON object, wherever it was cut out of: corpus/json_line.h.
std::unique_ptr<ArticleParser> NewJsonParser(const KeyMap& keys);

}  // namespace factline
#endif  // FACTLINE_CORPUS_READERS_JSONL_H_
