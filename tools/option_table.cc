#include "tools/option_table.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace factline {
namespace {

std::string OnOneLine(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// "TEXT:{auto,jsonl}" -> auto, jsonl
std::vector<std::string> Choices(const std::string& type) {
  size_t open = type.find(":{"), close = type.rfind('}');
  if (open == std::string::npos || close == std::string::npos) return {};
  return CLI::detail::split(type.substr(open + 2, close - open - 2), ',');
}

OptionRow RowOf(const CLI::Option& option) {
  OptionRow row;
  for (const std::string& name : option.get_snames()) row.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) row.names.push_back("--" + name);
  if (row.names.empty()) row.positional = option.get_name(true);
  row.description = OnOneLine(option.get_description());
  row.takes_value = option.get_expected_max() > 0;
  row.choices = Choices(option.get_type_name());
  return row;
}

}  // namespace

std::vector<CommandRow> OptionTable(const CLI::App& app) {
  std::vector<CommandRow> commands;
  for (const CLI::App* command : app.get_subcommands({})) {
    CommandRow row{command->get_name(), OnOneLine(command->get_description()), {}};
    for (const CLI::Option* option : command->get_options()) row.options.push_back(RowOf(*option));
    commands.push_back(std::move(row));
  }
  return commands;
}

}  // namespace factline
