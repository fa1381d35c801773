// Every subcommand and option of the command line as plain data, read off the one
// place where they are declared: the manual page and the shells' completions are
// made of it.

#ifndef FACTLINE_TOOLS_OPTION_TABLE_H_
#define FACTLINE_TOOLS_OPTION_TABLE_H_

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace factline {

struct OptionRow {
  std::vector<std::string> names;  // "-o", "--output"; empty for a positional
  std::string positional;          // "input"
  std::string description;         // on one line
  bool takes_value = false;
  std::vector<std::string> choices;  // the words allowed, where they are few
};

struct CommandRow {
  std::string name;
  std::string description;
  std::vector<OptionRow> options;
};

// The subcommands of `app`, in order.
std::vector<CommandRow> OptionTable(const CLI::App& app);

}  // namespace factline
#endif  // FACTLINE_TOOLS_OPTION_TABLE_H_
