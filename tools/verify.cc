// factline verify: checks every record against its article.

#include "pipeline/verify.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "corpus/record_parser.h"
#include "tools/command.h"
#include "tools/exit_code.h"
#include "tools/reading_options.h"
#include "tools/text_input.h"

namespace factline {
namespace {

struct VerifyOptions {
  std::string articles;
  std::string records;
  InputFormat from = InputFormat::kAuto;
  KeyMap keys;
  Limits limits;
  bool quiet = false;
};

constexpr size_t kShown = 20;  // failures printed; all are counted

int Fail(const std::string& message) {
  std::fprintf(stderr, "factline verify: %s\n", message.c_str());
  return kInputUnreadable;
}

int Verify(const VerifyOptions& options) {
  Verifier verifier;
  ArchiveReader articles({options.articles}, options.from, options.limits);
  RecordParser parser(options.limits, options.keys);
  RecordBatch batch;
  while (articles.Fill(&batch)) {
    for (const RawRecord& record : batch.records) {
      Article article;
      RejectReason reason = parser.Parse(batch, record, &article);
      if (reason == RejectReason::kNone) verifier.AddArticle(article);
      if (reason == RejectReason::kCannotOpen || reason == RejectReason::kCannotRead)
        return Fail(options.articles + ": " + std::string(record.detail));
    }
  }
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
  command->add_option("articles", options->articles, "The articles, as factline extract takes them")
      ->required();
  command->add_option("records", options->records, "Their records, JSON Lines")->required();
  AddReadingOptions(command, &options->from, &options->keys, &options->limits);
  command->add_flag("-q,--quiet", options->quiet, "Print only what does not agree");
  command->callback([=] { *chosen = [=] { return Verify(*options); }; });
}

}  // namespace factline
