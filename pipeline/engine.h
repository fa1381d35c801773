// The Engine turns articles into facts: read, extract, resolve, link.
//
// An Engine is made once and shared by every thread; an Analyzer is one
// thread's memory for the article in hand.
//
//   Engine engine(Lexicon::Shipped());
//   Analyzer analyzer(engine);
//   const ArticleFacts& read = analyzer.Analyze(article);
//   for (const Fact& fact : read.facts) …

#ifndef FACTLINE_PIPELINE_ENGINE_H_
#define FACTLINE_PIPELINE_ENGINE_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/lexicon.h"
#include "extractors/names/name_list.h"
#include "pipeline/entities/entities.h"
#include "pipeline/entities/recurrences.h"
#include "pipeline/exchange/convert.h"
#include "pipeline/links/link.h"
#include "pipeline/trace.h"
#include "schemas/article.h"
#include "schemas/fact_json.h"

namespace factline {

// What a user may ask for beyond the facts themselves.
struct EngineOptions {
  std::string convert_to;                // ISO 4217 code to convert every sum to; empty: none
  const NameList* names = nullptr;       // the user's own; outlives the engine
  const ExchangeRates* rates = nullptr;  // REQUIRED where convert_to is set; outlives the engine
};

class Engine {
 public:
  // `lexicon` must outlive the engine.
  explicit Engine(const Lexicon& lexicon = Lexicon::Shipped(), EngineOptions options = {});

  const Lexicon& lexicon() const { return *lexicon_; }
  const EngineOptions& options() const { return options_; }
  const std::vector<std::unique_ptr<Extractor>>& extractors() const { return extractors_; }
  const LinkWords& link_words() const { return link_words_; }

 private:
  const Lexicon* lexicon_;
  EngineOptions options_;
  std::vector<std::unique_ptr<Extractor>> extractors_;
  LinkWords link_words_;
};

class Analyzer {
 public:
  // `engine` must outlive the analyzer.
  explicit Analyzer(const Engine& engine);

  // The facts of `article`, valid until the next call or until `article` goes.
  // With a trace, also what was proposed and why it won or lost.
  const ArticleFacts& Analyze(const Article& article, Trace* trace = nullptr);

  const Reading& reading() const { return reading_; }

 private:
  void Publish(const Article& article, const std::vector<Mention>& kept);

  const Engine& engine_;
  Reading reading_;
  std::vector<Mention> found_;
  std::vector<Mention> kept_;
  RecurrenceReader recurrences_;
  EntityReader entities_;
  std::vector<SentenceSpan> sentences_;
  std::vector<Fact> facts_;
  Linker linker_;
  std::optional<Converter> converter_;
  char sha256_[64];
  ArticleFacts result_;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_ENGINE_H_
