// The options that say which records are written and how: the same for every
// subcommand that writes records.

#ifndef FACTLINE_TOOLS_RECORD_OPTIONS_H_
#define FACTLINE_TOOLS_RECORD_OPTIONS_H_

#include <memory>
#include <string>
#include <vector>

#include "pipeline/byte_sink.h"
#include "schemas/record_writer.h"

namespace CLI {
class App;
}

namespace factline {

struct RecordOptions {
  std::string output = "-";  // a file, or "-" for standard output
  std::string to;            // name of a format; empty: by the output's extension
  std::string per = "fact";  // of JSON Lines: a line a fact, or an article
  bool with_text = false;    // of those lines: an article, with its text
  std::vector<std::string> types;
  float min_confidence = 0;
  bool spreadsheet_safe = false;

  // The words of `to` and `types` have been checked by the command line.
  RecordFormat format() const;
  RecordWriterOptions writer() const;

  // Where the records go: a file, standard output, a database.
  Result<std::unique_ptr<ByteSink>> Open() const;
};

// Adds --output, --to, --per, --with-text, --types, --min-confidence, --spreadsheet-safe; `options`
// must live until the command line has been parsed.
void AddRecordOptions(CLI::App* command, RecordOptions* options);

}  // namespace factline
#endif  // FACTLINE_TOOLS_RECORD_OPTIONS_H_
