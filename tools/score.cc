// factline score: precision, recall and F1 by type against gold articles.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "corpus/stored_record.h"
#include "corpus/text/char_index.h"
#include "pipeline/accuracy.h"
#include "pipeline/engine.h"
#include "tools/command.h"
#include "tools/exit_code.h"
#include "tools/score_report.h"
#include "tools/text_input.h"

namespace factline {
namespace {

struct ScoreOptions {
  std::vector<std::string> gold;
  std::string found;
  std::vector<std::string> types;
  size_t limit = 0;
  size_t show = 0;
  bool json = false;
};

using Found = std::map<std::string, std::vector<StoredRecord>>;  // by article id

int Fail(const std::string& message, int code) {
  std::fprintf(stderr, "factline score: %s\n", message.c_str());
  return code;
}

Result<std::vector<GoldArticle>> ReadGold(const ScoreOptions& options) {
  std::vector<GoldArticle> articles;
  StoredRecordParser parser;
  for (const std::string& path : options.gold) {
    auto content = FileContent(path);
    if (!content) return content.error();
    size_t line_number = 0;
    Error error;
    ForEachLine(*content, [&](std::string_view line) {
      if (++line_number > options.limit && options.limit > 0) return;
      auto gold = parser.ParseGold(line);
      if (gold) articles.push_back(std::move(*gold));
      if (!gold)
        error.message = path + ":" + std::to_string(line_number) + ": " + gold.error().message;
    });
    if (!error.message.empty()) return error;
  }
  return articles;
}

Result<Found> ReadFound(const std::string& path) {
  auto content = FileContent(path);
  if (!content) return content.error();
  Found found;
  StoredRecordParser parser;
  Error error;
  ForEachLine(*content, [&](std::string_view line) {
    auto record = parser.ParseRecord(line);
    if (!record) error.message = path + ": " + record.error().message;
    if (record) found[record->article_id].push_back(std::move(*record));
  });
  if (!error.message.empty()) return error;
  return found;
}

// What this factline finds in `gold`'s text.
std::vector<StoredRecord> Extracted(const GoldArticle& gold, Analyzer* analyzer) {
  Article article;
  article.text = gold.text;
  article.published = gold.published;
  std::string lines;
  FactJsonWriter writer;
  writer.Append(analyzer->Analyze(article), &lines);
  std::vector<StoredRecord> records;
  StoredRecordParser parser;
  ForEachLine(lines, [&](std::string_view line) { records.push_back(*parser.ParseRecord(line)); });
  return records;
}

int Score(const ScoreOptions& options) {
  auto articles = ReadGold(options);
  if (!articles) return Fail(articles.error().message, kInputUnreadable);
  Found found;
  if (!options.found.empty()) {
    auto read = ReadFound(options.found);
    if (!read) return Fail(read.error().message, kInputUnreadable);
    found = std::move(*read);
  }
  Engine engine;
  Analyzer analyzer(engine);
  Accuracy accuracy({options.types.begin(), options.types.end()});
  for (const GoldArticle& gold : *articles) {
    auto records = options.found.empty() ? Extracted(gold, &analyzer) : found[gold.id];
    CharIndex chars(gold.text);
    for (const StoredRecord& record : records) {
      if (chars.Slice(record.start, record.end) == std::string_view(record.text)) continue;
      return Fail(
          "article " + gold.id + ": the text of record " + record.id + " is not at its offsets", 3);
    }
    accuracy.Add(gold, records);
  }
  if (options.json) {
    PrintJson(accuracy.Figures());
  } else {
    PrintTable(accuracy.Figures());
    if (options.show > 0) PrintMistakes(accuracy, options.show);
  }
  return 0;
}

}  // namespace

void AddScore(CLI::App* app, Command* chosen) {
  auto options = std::make_shared<ScoreOptions>();
  CLI::App* command =
      app->add_subcommand("score", "Precision, recall and F1 by type against gold articles");
  command->add_option("gold", options->gold, "Gold articles, JSON Lines")->required();
  command->add_option("--pred", options->found,
                      "Score the records of this file (- standard input), not this factline");
  command->add_option("--types", options->types, "Only these types, comma-separated")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_option("--limit", options->limit, "Only the first N articles of each file");
  command->add_option("--show", options->show, "Print up to N mistakes of each sort");
  command->add_flag("--json", options->json, "Print one JSON object");
  command->callback([=] { *chosen = [=] { return Score(*options); }; });
}

}  // namespace factline
