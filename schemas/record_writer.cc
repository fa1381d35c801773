#include "schemas/record_writer.h"

#include "schemas/fact_json.h"

namespace factline {

std::optional<RecordFormat> RecordFormatNamed(std::string_view name) {
  if (name == "jsonl" || name == "ndjson") return RecordFormat::kJsonLines;
  if (name == "csv") return RecordFormat::kCsv;
  return std::nullopt;
}

std::optional<RecordFormat> RecordFormatOf(std::string_view file_name) {
  size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  return RecordFormatNamed(file_name.substr(dot + 1));
}

std::unique_ptr<RecordWriter> NewRecordWriter(RecordFormat format) {
  switch (format) {
    case RecordFormat::kJsonLines:
    case RecordFormat::kCsv:  // until its writer stands beside this file
      break;
  }
  return std::make_unique<FactJsonWriter>();
}

}  // namespace factline
