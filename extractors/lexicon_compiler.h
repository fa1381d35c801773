// Compiles lexicon files (.tsv) into an image that Lexicon reads in place.
//
// A file:
//   # extractors/money/currencies.tsv: words that name a currency.
//   #! role=currency match=any        defaults for the rows
//   surface	match	code	note        the head: names of the columns
//   dollar|dollars	any	USD	…
//   $	any	USD	…
// Columns with a meaning here: surface (alternatives joined by "|"; tokens as in
// a text), match (any, capital, upper, lower, exact), role.  All others are the
// kind's own and reach it through LexiconRow.  An error names file, line and
// column and shows the words allowed.

#ifndef FACTLINE_EXTRACTORS_LEXICON_COMPILER_H_
#define FACTLINE_EXTRACTORS_LEXICON_COMPILER_H_

#include <string>
#include <string_view>
#include <vector>

#include "schemas/result.h"

namespace factline {

struct LexiconSource {
  std::string name;  // as it shall appear in explanations
  std::string content;
};

// The image; the same bytes for the same sources.
Result<std::string> CompileLexicons(const std::vector<LexiconSource>& sources);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_LEXICON_COMPILER_H_
