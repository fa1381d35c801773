// factline verify: checks every record against its article.

#include "pipeline/verify.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "corpus/json_line.h"
#include "tools/command.h"
#include "tools/exit_code.h"
#include "tools/text_input.h"

namespace factline {
namespace {

struct VerifyOptions {
  std::string articles;
  std::string records;
  bool quiet = false;
};

constexpr size_t kShown = 20;  // failures printed; all are counted

int Fail(const std::string& message) {
  std::fprintf(stderr, "factline verify: %s\n", message.c_str());
  return kInputUnreadable;
}

int Verify(const VerifyOptions& options) {
  Verifier verifier;
  auto articles = FileContent(options.articles);
  if (!articles) return Fail(articles.error().message);
  JsonLineParser parser;
  ForEachLine(*articles, [&](std::string_view line) {
    if (auto article = parser.Parse(line)) verifier.AddArticle(*article);
  });
  auto records = FileContent(options.records);
  if (!records) return Fail(records.error().message);
  StoredRecordParser record_parser;
  size_t checked = 0, failed = 0;
  ForEachLine(*records, [&](std::string_view line) {
    ++checked;
    auto record = record_parser.ParseRecord(line);
    std::string why = record ? verifier.Check(*record) : record.error().message;
    if (why.empty() || ++failed > kShown) return;
    std::printf("%s:%zu: %s\n", options.records.c_str(), checked, why.c_str());
  });
  if (!options.quiet || failed > 0) {
    std::printf("%zu records against %zu articles: %zu agree, %zu do not\n", checked,
                verifier.articles(), checked - failed, failed);
  }
  return failed == 0 ? 0 : 1;
}

}  // namespace

void AddVerify(CLI::App* app, Command* chosen) {
  auto options = std::make_shared<VerifyOptions>();
  CLI::App* command = app->add_subcommand("verify", "Check every record against its article");
  command->add_option("articles", options->articles, "The articles, JSON Lines")->required();
  command->add_option("records", options->records, "Their records, JSON Lines")->required();
  command->add_flag("-q,--quiet", options->quiet, "Print only what does not agree");
  command->callback([=] { *chosen = [=] { return Verify(*options); }; });
}

}  // namespace factline
