#include "pipeline/parts/manifest.h"

#include "corpus/text/digest.h"
#include "extractors/names/tagger_model.h"
#include "pipeline/parts/json_document.h"
#include "pipeline/parts/part_writer.h"

namespace factline {
namespace {

// The lines "key: value" that the trainer wrote into the model.
void AddModel(std::string_view notes, JsonDocument* json) {
  json->Open("names_model", '[');
  while (!notes.empty()) {
    size_t end = notes.find('\n');
    if (end != 0) json->Text({}, notes.substr(0, end));
    notes = end == std::string_view::npos ? std::string_view() : notes.substr(end + 1);
  }
  json->Close(']');
}

void AddFiles(std::string_view key, const std::vector<InventoryFile>& files, JsonDocument* json) {
  json->Open(key, '[');
  for (const InventoryFile& file : files) {
    json->Open({}, '{');
    AddMembers(file, json);
    json->Close('}');
  }
  json->Close(']');
}

}  // namespace

std::string ConfigJson(const Engine& engine, const PartsOptions& options,
                       const std::vector<InventoryFile>& inputs,
                       const std::vector<InventoryFile>& tables) {
  const RunOptions& run = options.run;
  JsonDocument json;
  json.Open({}, '{');
  json.Text("factline", FACTLINE_VERSION);
  json.Integer("schema_version", 1);
  json.Text("offset_unit", "code point");
  json.Text("lexicon", engine.lexicon().Fingerprint());
  AddModel(tagger::Model::Shipped().notes(), &json);
  json.Open("options", '{');
  json.Text("to", Name(run.to));
  json.Integer("from", static_cast<uint64_t>(run.from));
  json.Integer("records_per_part", options.records_per_part);
  json.Integer("types", run.writer.filter.types);
  json.Text("min_confidence", std::to_string(run.writer.filter.min_confidence));
  json.Integer("with_text", run.writer.with_text);
  json.Integer("spreadsheet_safe", run.writer.spreadsheet_safe);
  json.Integer("max_text", run.limits.text);
  json.Integer("max_line", run.limits.record);
  json.Integer("max_amplification", run.limits.amplification);
  if (run.limits.guess_encoding) json.Integer("guess_encoding", 1);
  if (!run.keys.empty()) json.Text("map", Text(run.keys));
  for (const auto& [key, value] : options.settings) json.Text(key, value);
  json.Close('}');
  AddFiles("tables", tables, &json);
  AddFiles("inputs", inputs, &json);
  json.Close('}');
  return json.Take();
}

std::string ManifestJson(const std::string& config_json, const Journal& journal,
                         const RunCounts& counts) {
  JsonDocument json;
  json.Open({}, '{');
  json.Text("config_sha256", journal.config);
  json.Raw("config", config_json);
  json.Open("counts", '{');
  json.Integer("read", counts.read);
  json.Integer("extracted", counts.extracted);
  json.Integer("rejected", counts.rejected);
  json.Integer("reprints", counts.reprints);
  json.Integer("facts", counts.facts);
  json.Integer("text_bytes", counts.text_bytes);
  json.Close('}');
  json.Open("rejects", '{');
  for (int i = 1; i < kRejectReasons; ++i) {
    uint64_t count = counts.by_reason[static_cast<size_t>(i)];
    if (count != 0) json.Integer(Name(static_cast<RejectReason>(i)), count);
  }
  json.Close('}');
  json.Open("parts", '[');
  for (const auto& [number, part] : journal.parts) {
    json.Open({}, '{');
    json.Text("file", part.file);
    json.Integer("bytes", part.bytes);
    json.Text("sha256", part.sha256);
    json.Integer("read", part.counts.read);
    json.Integer("extracted", part.counts.extracted);
    json.Integer("rejected", part.counts.rejected);
    json.Integer("facts", part.counts.facts);
    if (part.counts.rejected != 0) json.Text("rejects", RejectsName(number));
    json.Close('}');
  }
  json.Close(']');
  json.Close('}');
  return json.Take() + "\n";
}

std::string DataPackageJson(const Journal& journal) {
  bool is_table = journal.format == RecordFormat::kCsv || journal.format == RecordFormat::kTsv;
  JsonDocument json;
  json.Open({}, '{');
  json.Text("profile", "data-package");
  json.Text("name", "factline-facts");
  json.Open("resources", '[');
  json.Open({}, '{');
  json.Text("name", "facts");
  json.Text("profile", "data-resource");
  json.Text("format", is_table ? Name(journal.format) : "jsonl");
  json.Text("mediatype", is_table ? "text/csv" : "application/jsonl");
  json.Text("encoding", "utf-8");
  json.Open("path", '[');
  for (const auto& [number, part] : journal.parts) json.Text({}, part.file);
  json.Close(']');
  json.Close('}');
  json.Close(']');
  json.Close('}');
  return json.Take() + "\n";
}

}  // namespace factline
