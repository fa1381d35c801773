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
#include "tools/record_options.h"

namespace factline {
namespace {

struct ExtractOptions {
  std::vector<std::string> inputs;
  RecordOptions records;
  bool quiet = false;
};

void ExtractLines(std::istream& in, Analyzer* analyzer, RecordWriter* writer, std::FILE* to) {
  JsonLineParser parser;
  std::string line, out;
  while (std::getline(in, line)) {
    auto article = parser.Parse(line);
    if (!article) continue;
    out.clear();
    writer->Append(analyzer->Analyze(*article), &out);
    std::fwrite(out.data(), 1, out.size(), to);
  }
}

int Extract(const ExtractOptions& options) {
  std::ios::sync_with_stdio(false);
  Engine engine;
  Analyzer analyzer(engine);
  auto writer = NewRecordWriter(options.records.format(), options.records.writer());
  bool to_file = options.records.output != "-";
  std::FILE* to = to_file ? std::fopen(options.records.output.c_str(), "wb") : stdout;
  if (to == nullptr) return 5;
  std::fwrite(writer->Head().data(), 1, writer->Head().size(), to);
  for (const std::string& input : options.inputs) {
    if (input == "-") {
      ExtractLines(std::cin, &analyzer, writer.get(), to);
      continue;
    }
    std::ifstream file(input);
    ExtractLines(file, &analyzer, writer.get(), to);
  }
  return std::fflush(to) == 0 ? 0 : 5;
}

}  // namespace

void AddExtract(CLI::App* app, Command* chosen) {
  auto options = std::make_shared<ExtractOptions>();
  CLI::App* command = app->add_subcommand("extract", "Write every fact of the given articles");
  command->add_option("input", options->inputs, "Files; - for standard input")->required();
  AddRecordOptions(command, &options->records);
  command->add_flag("-q,--quiet", options->quiet, "No summary on standard error");
  command->callback([=] { *chosen = [=] { return Extract(*options); }; });
}

}  // namespace factline
