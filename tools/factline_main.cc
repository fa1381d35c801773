// The `factline` command.

#include <cstdio>
#include <iostream>
#include <string>

#include "corpus/json_line.h"
#include "pipeline/engine.h"

int main() {
  factline::Engine engine;
  factline::Analyzer analyzer(engine);
  factline::FactJsonWriter writer;
  factline::JsonLineParser parser;
  std::string line, out;
  std::ios::sync_with_stdio(false);
  while (std::getline(std::cin, line)) {
    auto article = parser.Parse(line);
    if (!article) continue;
    out.clear();
    writer.Append(analyzer.Analyze(*article), &out);
    std::fwrite(out.data(), 1, out.size(), stdout);
  }
}
