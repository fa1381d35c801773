#include "tools/record_options.h"

#include <CLI/CLI.hpp>

#include "pipeline/brat_folder.h"
#include "pipeline/sqlite_store.h"
#include "tools/terminal.h"

namespace factline {
namespace {

std::vector<std::string> TypeNames() {
  std::vector<std::string> names;
  for (int i = 0; i < kFactTypes; ++i) names.emplace_back(Name(static_cast<FactType>(i)));
  return names;
}

}  // namespace

RecordFormat RecordOptions::format() const {
  if (IsSqliteName(output)) return RecordFormat::kJsonLines;
  auto format = RecordFormatNamed(to);
  if (!format) format = RecordFormatOf(output).value_or(RecordFormat::kJsonLines);
  bool per_article = (per == "article" || with_text) && *format == RecordFormat::kJsonLines;
  return per_article ? RecordFormat::kArticles : *format;
}

Result<std::unique_ptr<ByteSink>> RecordOptions::Open() const {
  if (format() == RecordFormat::kBrat) return OpenBratFolder(output);
  return IsSqliteName(output) ? OpenSqliteStore(output) : OpenByteSink(output);
}

RecordWriterOptions RecordOptions::writer() const {
  RecordWriterOptions options;
  options.filter.min_confidence = min_confidence;
  if (!types.empty()) options.filter.types = 0;
  for (const std::string& name : types) {
    if (auto type = FactTypeNamed(name)) options.filter.types |= 1u << static_cast<int>(*type);
  }
  options.with_text = with_text;
  options.spreadsheet_safe = spreadsheet_safe;
  options.colors = output == "-" && UseColors();
  options.width = TerminalWidth();
  return options;
}

void AddRecordOptions(CLI::App* command, RecordOptions* options) {
  command->add_option("-o,--output", options->output,
                      "File for the records; - standard output. Its extension says the format;\n"
                      ".db or .sqlite makes a database for SQLite and Datasette; a folder takes\n"
                      "part files, a journal and a manifest, and can be gone on with");
  command->add_option("--to", options->to, "Format of the records")
      ->check(CLI::IsMember({"jsonl", "csv", "tsv", "table", "web-annotation", "doccano",
                             "displacy", "label-studio", "brat"}));
  command->add_option("--per", options->per, "What a line of JSON Lines is")
      ->check(CLI::IsMember({"fact", "article"}));
  command->add_flag("--with-text", options->with_text,
                    "As --per article, with the text that the offsets speak of");
  command->add_option("--types", options->types, "Only facts of these types, comma-separated")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(TypeNames()));
  command
      ->add_option("--min-confidence", options->min_confidence,
                   "Only facts and links of at least this confidence")
      ->check(CLI::Range(0.0, 1.0));
  command->add_flag("--spreadsheet-safe", options->spreadsheet_safe,
                    "Keep spreadsheets from running text of CSV cells as formulas");
}

}  // namespace factline
