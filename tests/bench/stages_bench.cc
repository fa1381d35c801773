// How fast each stage on the way of an article is, in bytes of article text a
// second on one thread.  `tools/bench` runs it and prints a table.
//
//   FACTLINE_BENCH_ARCHIVE=articles.jsonl stages_bench
//
// Every iteration takes the whole archive through one stage; a stage's input is
// made outside the clock.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "corpus/json_line.h"
#include "corpus/segment.h"
#include "corpus/tokenize.h"
#include "pipeline/engine.h"
#include "pipeline/resolve.h"
#include "schemas/record_writer.h"

namespace factline {
namespace {

// The articles of the archive, each with a copy of all it points to.
class Archive {
 public:
  static const Archive& Get() {
    static const Archive archive;
    return archive;
  }

  const std::vector<Article>& articles() const { return articles_; }
  const std::vector<std::string>& lines() const { return lines_; }
  int64_t text_bytes() const { return text_bytes_; }

 private:
  Archive() {
    const char* path = std::getenv("FACTLINE_BENCH_ARCHIVE");
    std::ifstream in(path == nullptr ? "corpus/samples/archive.jsonl" : path);
    JsonLineParser parser;
    for (std::string line; std::getline(in, line);) {
      auto article = parser.Parse(line);
      if (!article) continue;
      for (auto* view : {&article->id, &article->text, &article->published, &article->title,
                         &article->url, &article->source}) {
        *view = Keep(*view);
      }
      text_bytes_ += static_cast<int64_t>(article->text.size());
      articles_.push_back(*article);
      lines_.push_back(line);
    }
    if (articles_.empty()) {
      std::fprintf(stderr, "stages_bench: no article in %s\n",
                   path == nullptr ? "the samples" : path);
      std::exit(1);
    }
  }

  std::string_view Keep(std::string_view text) {
    kept_.push_back(std::make_unique<std::string>(text));
    return *kept_.back();
  }

  std::vector<std::unique_ptr<std::string>> kept_;
  std::vector<Article> articles_;
  std::vector<std::string> lines_;
  int64_t text_bytes_ = 0;
};

// Times `work` on every article, again and again.
template <typename Work>
void ForEachArticle(benchmark::State& state, const Work& work) {
  const Archive& archive = Archive::Get();
  for (auto _ : state) {
    for (const Article& article : archive.articles()) work(article);
  }
  state.SetBytesProcessed(state.iterations() * archive.text_bytes());
}

void ParseJson(benchmark::State& state) {
  JsonLineParser parser;
  const Archive& archive = Archive::Get();
  for (auto _ : state) {
    for (const std::string& line : archive.lines()) benchmark::DoNotOptimize(parser.Parse(line));
  }
  state.SetBytesProcessed(state.iterations() * archive.text_bytes());
}
BENCHMARK(ParseJson)->Name("parse_json");

void TokenizeText(benchmark::State& state) {
  std::vector<Token> tokens;
  ForEachArticle(state, [&](const Article& article) { Tokenize(article.text, &tokens); });
}
BENCHMARK(TokenizeText)->Name("tokenize");

void SegmentText(benchmark::State& state) {
  Document document;
  ForEachArticle(state, [&](const Article& article) { Segment(article.text, &document); });
}
BENCHMARK(SegmentText)->Name("segment");

void LookUp(benchmark::State& state) {
  Reading reading(Lexicon::Shipped());
  ForEachArticle(state, [&](const Article& article) { reading.Read(article); });
}
BENCHMARK(LookUp)->Name("look_up");

void Analyze(benchmark::State& state) {
  Engine engine;
  Analyzer analyzer(engine);
  ForEachArticle(state, [&](const Article& article) {
    benchmark::DoNotOptimize(analyzer.Analyze(article).facts.data());
  });
}
BENCHMARK(Analyze)->Name("analyze");

// The archive read once, and kept.
struct Readings {
  static Readings& Get() {
    static Readings readings;
    return readings;
  }
  Readings() {
    for (const Article& article : Archive::Get().articles()) {
      all.push_back(std::make_unique<Reading>(engine.lexicon()));
      all.back()->Read(article);
    }
  }
  Engine engine;
  std::vector<std::unique_ptr<Reading>> all;
};

void ExtractKind(benchmark::State& state, const Extractor& kind) {
  std::vector<Mention> found;
  for (auto _ : state) {
    for (const auto& reading : Readings::Get().all) {
      found.clear();
      kind.Extract(*reading, &found);
    }
  }
  state.SetBytesProcessed(state.iterations() * Archive::Get().text_bytes());
}

void Resolve(benchmark::State& state) {
  Readings& readings = Readings::Get();
  std::vector<std::vector<Mention>> proposed;
  for (const auto& reading : readings.all) {
    auto& found = proposed.emplace_back();
    for (const auto& kind : readings.engine.extractors()) kind->Extract(*reading, &found);
  }
  std::vector<Mention> found, kept;
  for (auto _ : state) {
    for (const auto& mentions : proposed) {
      found = mentions;
      ResolveOverlaps(&found, &kept, nullptr);
    }
  }
  state.SetBytesProcessed(state.iterations() * Archive::Get().text_bytes());
}
BENCHMARK(Resolve)->Name("resolve");

void AnalyzeAndWrite(benchmark::State& state, RecordFormat format) {
  Engine engine;
  Analyzer analyzer(engine);
  auto writer = NewRecordWriter(format);
  std::string out;
  ForEachArticle(state, [&](const Article& article) {
    out.clear();
    writer->Append(analyzer.Analyze(article), &out);
  });
}
BENCHMARK_CAPTURE(AnalyzeAndWrite, jsonl, RecordFormat::kJsonLines)->Name("analyze+write_jsonl");
BENCHMARK_CAPTURE(AnalyzeAndWrite, csv, RecordFormat::kCsv)->Name("analyze+write_csv");

}  // namespace
}  // namespace factline

int main(int argc, char** argv) {
  using factline::Readings;
  for (const auto& kind : Readings::Get().engine.extractors()) {
    benchmark::RegisterBenchmark(("kind/" + std::string(kind->name())).c_str(),
                                 factline::ExtractKind, std::cref(*kind));
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
