// A whole input in memory, for the subcommands that look at one thing at a time.
// Archives are read by corpus/, in batches.

#ifndef FACTLINE_TOOLS_TEXT_INPUT_H_
#define FACTLINE_TOOLS_TEXT_INPUT_H_

#include <string>
#include <string_view>

#include "schemas/result.h"

namespace factline {

// What the file `path` holds; "-" is standard input.
Result<std::string> FileContent(const std::string& path);

// What `input` stands for: standard input ("-"), a file of that name, else the
// words themselves.
Result<std::string> TextOf(const std::string& input);

// Calls `use` with every line of `text` that is not empty, without its end.
template <typename Use>
void ForEachLine(std::string_view text, const Use& use) {
  while (!text.empty()) {
    size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty()) use(line);
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace factline
#endif  // FACTLINE_TOOLS_TEXT_INPUT_H_
