// Reads one sentence and prints its facts: what docs/library.md shows.

#include <cstdio>

#include "pipeline/engine.h"
#include "schemas/fact_json.h"
#include "schemas/value_text.h"

int main() {
  factline::Engine engine;
  factline::Analyzer analyzer(engine);
  factline::Article article;
  article.id = "wire-1";
  article.published = "2025-05-23";
  article.text = "Peru exported copper worth $3.2 billion last year, Ana Duarte said.";
  const factline::ArticleFacts& read = analyzer.Analyze(article);
  for (const factline::Fact& fact : read.facts) {
    std::printf("%s: %s\n", std::string(factline::Name(fact.type)).c_str(),
                factline::ValueText(fact.type, fact.value).c_str());
  }
  return 0;
}
