#include "schemas/record_writer.h"

#include "schemas/brat.h"
#include "schemas/fact_csv.h"
#include "schemas/fact_json.h"
#include "schemas/fact_table.h"
#include "schemas/span_labels.h"
#include "schemas/web_annotation.h"

namespace factline {
namespace {

constexpr std::pair<std::string_view, RecordFormat> kNames[] = {
    {"jsonl", RecordFormat::kJsonLines},
    {"csv", RecordFormat::kCsv},
    {"tsv", RecordFormat::kTsv},
    {"table", RecordFormat::kTable},
    {"web-annotation", RecordFormat::kWebAnnotation},
    {"doccano", RecordFormat::kDoccano},
    {"displacy", RecordFormat::kDisplacy},
    {"label-studio", RecordFormat::kLabelStudio},
    {"brat", RecordFormat::kBrat},
};

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
    case RecordFormat::kArticles:
      return std::make_unique<FactJsonWriter>(options.filter, FactJsonWriter::Per::kArticle,
                                              options.with_text);
    case RecordFormat::kWebAnnotation:
      return std::make_unique<WebAnnotationWriter>(options.filter);
    case RecordFormat::kDoccano:
      return std::make_unique<SpanLabelsWriter>(SpanLabelsWriter::Style::kDoccano, options.filter);
    case RecordFormat::kDisplacy:
      return std::make_unique<SpanLabelsWriter>(SpanLabelsWriter::Style::kDisplacy, options.filter);
    case RecordFormat::kLabelStudio:
      return std::make_unique<SpanLabelsWriter>(SpanLabelsWriter::Style::kLabelStudio,
                                                options.filter);
    case RecordFormat::kBrat:
      return std::make_unique<BratWriter>(options.filter);
    case RecordFormat::kJsonLines:
      break;
  }
  return std::make_unique<FactJsonWriter>(options.filter);
}

std::string_view Name(RecordFormat format) {
  for (const auto& [name, known] : kNames) {
    if (known == format) return name;
  }
  return {};
}

std::optional<RecordFormat> RecordFormatNamed(std::string_view name) {
  if (name == "ndjson") return RecordFormat::kJsonLines;
  for (const auto& [known, format] : kNames) {
    if (known == name) return format;
  }
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
