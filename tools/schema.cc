// factline schema: prints the JSON Schema of a record.

#include <CLI/CLI.hpp>
#include <cstdio>

#include "schemas/fact_schema.h"
#include "tools/command.h"

namespace factline {

void AddSchema(CLI::App* app, Command* chosen) {
  CLI::App* command = app->add_subcommand("schema", "Print the JSON Schema of a record");
  command->callback([=] {
    *chosen = [] {
      std::string_view schema = FactSchema();
      return std::fwrite(schema.data(), 1, schema.size(), stdout) == schema.size() ? 0 : 5;
    };
  });
}

}  // namespace factline
