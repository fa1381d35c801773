// The options that say how archives are read: --from, --map, --max-text, --max-line.

#ifndef FACTLINE_TOOLS_READING_OPTIONS_H_
#define FACTLINE_TOOLS_READING_OPTIONS_H_

#include "corpus/article_keys.h"
#include "corpus/limits.h"
#include "corpus/readers/format.h"

namespace CLI {
class App;
}

namespace factline {

// All three must live until the command line has been parsed.
void AddReadingOptions(CLI::App* command, InputFormat* from, KeyMap* keys, Limits* limits);

}  // namespace factline
#endif  // FACTLINE_TOOLS_READING_OPTIONS_H_
