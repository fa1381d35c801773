// factline extract: articles in, records out.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "corpus/json_line.h"
#include "pipeline/engine.h"
#include "tools/command.h"

namespace factline {
namespace {

struct ExtractOptions {
  std::vector<std::string> inputs;
  bool quiet = false;
};

void ExtractLines(std::istream& in, Analyzer* analyzer) {
  FactJsonWriter writer;
  JsonLineParser parser;
  std::string line, out;
  while (std::getline(in, line)) {
    auto article = parser.Parse(line);
    if (!article) continue;
    out.clear();
    writer.Append(analyzer->Analyze(*article), &out);
    std::fwrite(out.data(), 1, out.size(), stdout);
  }
}

int Extract(const ExtractOptions& options) {
  std::ios::sync_with_stdio(false);
  Engine engine;
  Analyzer analyzer(engine);
  for (const std::string& input : options.inputs) {
    if (input == "-") {
      ExtractLines(std::cin, &analyzer);
      continue;
    }
    std::ifstream file(input);
    ExtractLines(file, &analyzer);
  }
  return 0;
}

}  // namespace

void AddExtract(CLI::App* app, Command* chosen) {
  auto options = std::make_shared<ExtractOptions>();
  CLI::App* command = app->add_subcommand("extract", "Write every fact of the given articles");
  command->add_option("input", options->inputs, "Files; - for standard input")->required();
  command->add_flag("-q,--quiet", options->quiet, "No summary on standard error");
  command->callback([=] { *chosen = [=] { return Extract(*options); }; });
}

}  // namespace factline
