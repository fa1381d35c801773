#include "schemas/record_writer.h"

#include "schemas/fact_csv.h"
#include "schemas/fact_json.h"
#include "schemas/fact_table.h"

namespace factline {
namespace {

// What is added to a name by compressing the file.
constexpr std::string_view kCompressed[] = {".gz", ".zst", ".bz2", ".xz"};

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

std::unique_ptr<RecordWriter> NewRecordWriter(RecordFormat format,
                                              const RecordWriterOptions& options) {
  switch (format) {
    case RecordFormat::kCsv:
      return std::make_unique<FactCsvWriter>(FactCsvWriter::Style::kCsv, options);
    case RecordFormat::kTsv:
      return std::make_unique<FactCsvWriter>(FactCsvWriter::Style::kTsv, options);
    case RecordFormat::kTable:
      return std::make_unique<FactTableWriter>(options);
    case RecordFormat::kJsonLines:
      break;
  }
  return std::make_unique<FactJsonWriter>(options.filter);
}

std::optional<RecordFormat> RecordFormatNamed(std::string_view name) {
  if (name == "jsonl" || name == "ndjson") return RecordFormat::kJsonLines;
  if (name == "csv") return RecordFormat::kCsv;
  if (name == "tsv") return RecordFormat::kTsv;
  if (name == "table") return RecordFormat::kTable;
  return std::nullopt;
}

std::optional<RecordFormat> RecordFormatOf(std::string_view file_name) {
  for (std::string_view end : kCompressed) {
    if (EndsWith(file_name, end)) file_name.remove_suffix(end.size());
  }
  size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  return RecordFormatNamed(file_name.substr(dot + 1));
}

}  // namespace factline
