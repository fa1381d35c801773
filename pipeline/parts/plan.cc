#include "pipeline/parts/plan.h"

#include <algorithm>
#include <fstream>

#include "corpus/archive_reader.h"
#include "corpus/json_line.h"
#include "corpus/stored_json.h"
#include "corpus/text/digest.h"

namespace factline {
namespace {

constexpr uint64_t kPlanVersion = 1;

// Where a part begins, and how many bytes its records have.
struct PlannedPart {
  std::string file;  // or the member of one
  uint64_t byte_offset = 0;
  uint64_t bytes = 0;
};

// Cuts every record of the plan's files and notes where parts begin.
std::vector<PlannedPart> CutParts(const PlanOptions& options, Plan* plan) {
  std::vector<PlannedPart> parts;
  RecordBatch batch;
  for (PlannedFile& file : plan->files) {
    file.first_record = plan->records;
    ArchiveReader reader({file.path}, options.from, options.limits, options.stopped);
    while (reader.Fill(&batch)) {
      for (const RawRecord& record : batch.records) {
        if (plan->records % plan->records_per_part == 0)
          parts.push_back({std::string(record.locator.file), record.locator.byte_offset, 0});
        parts.back().bytes += record.full_size;
        ++plan->records;
        ++file.records;
      }
    }
  }
  return parts;
}

// Parts in a row for each shard: up to where its share of the bytes is reached.
void DivideParts(const std::vector<PlannedPart>& parts, uint64_t shards, Plan* plan) {
  uint64_t all = 0, given = 0, next = 0;
  for (const PlannedPart& part : parts) all += part.bytes;
  for (uint64_t i = 0; i < shards; ++i) {
    PlannedShard& shard = plan->shards.emplace_back();
    auto share = static_cast<uint64_t>(static_cast<unsigned __int128>(all) * (i + 1) / shards);
    bool last = i + 1 == shards;
    shard.first_part = next;
    while (next < parts.size() && (last || given + parts[next].bytes / 2 < share)) {
      shard.bytes += parts[next].bytes;
      given += parts[next++].bytes;
    }
    shard.end_part = next;
    if (shard.end_part == shard.first_part) continue;
    uint64_t end = std::min(plan->records, shard.end_part * plan->records_per_part);
    shard.records = end - shard.first_part * plan->records_per_part;
    shard.begins_in = parts[shard.first_part].file;
    shard.byte_offset = parts[shard.first_part].byte_offset;
  }
}

std::string_view NameOf(InputFormat format) {
  return format == InputFormat::kAuto ? "auto" : RowOf(format).name;
}

std::string IdOf(const Plan& plan, uint64_t shard) {
  const PlannedShard& of = plan.shards[shard];
  PlannedPiece piece = plan.PieceOf(shard);
  std::string text =
      std::string(NameOf(plan.from)) + "\n" + std::to_string(plan.longest_record) + "\n";
  text += std::to_string(of.first_part * plan.records_per_part - piece.first_record) + "\n" +
          std::to_string(of.records) + "\n";
  for (const PlannedFile& file : piece.files) text += file.sha256 + "\t" + file.path + "\n";
  std::string id(64, '0');
  Sha256Hex(text, id.data());
  return id;
}

Result<Plan> PlanOf(const StoredJson& json) {
  Plan plan;
  if (json["plan_version"].Integer() != kPlanVersion) return Error{"not a plan of this program"};
  auto format = InputFormatNamed(json["from"].text);
  if (!format) return Error{"of an unknown format"};
  plan.from = *format;
  plan.longest_record = json["max_line"].Integer();
  plan.records_per_part = json["records_per_part"].Integer();
  plan.records = json["records"].Integer();
  uint64_t records = 0;
  for (const auto& [key, from] : json["inputs"].members) {
    PlannedFile& file = plan.files.emplace_back();
    file.path = from["path"].text;
    file.bytes = from["bytes"].Integer();
    file.sha256 = from["sha256"].text;
    file.error = from["error"].text;
    file.records = from["records"].Integer();
    file.first_record = records;
    records += file.records;
  }
  for (const auto& [key, from] : json["shards"].members) {
    PlannedShard& shard = plan.shards.emplace_back();
    shard.first_part = from["first_part"].Integer();
    shard.end_part = from["end_part"].Integer();
    shard.records = from["records"].Integer();
    shard.bytes = from["bytes"].Integer();
    shard.begins_in = from["begins"]["path"].text;
    shard.byte_offset = from["begins"]["byte_offset"].Integer();
    shard.id = from["id"].text;
  }
  return plan;
}

// What a hand or a broken copy may have spoilt.
Status Judge(const Plan& plan) {
  uint64_t records = 0, parts = 0;
  if (!plan.files.empty()) records = plan.files.back().first_record + plan.files.back().records;
  bool sound = plan.records_per_part != 0 && !plan.shards.empty() && records == plan.records;
  for (size_t i = 0; sound && i < plan.shards.size(); ++i) {
    const PlannedShard& shard = plan.shards[i];
    sound = shard.first_part == parts && shard.end_part >= parts && shard.id == IdOf(plan, i);
    parts = shard.end_part;
  }
  sound = sound && parts * plan.records_per_part >= plan.records &&
          (parts == 0 || (parts - 1) * plan.records_per_part < plan.records);
  return sound ? Status(Done{}) : Status(Error{"a plan that has been changed or cut short"});
}

}  // namespace

PlannedPiece Plan::PieceOf(uint64_t number) const {
  const PlannedShard& shard = shards[number];
  PlannedPiece piece;
  if (shard.records == 0) return piece;
  uint64_t begin = shard.first_part * records_per_part;
  piece.end_record = begin + shard.records;
  auto file = std::partition_point(files.begin(), files.end(), [&](const PlannedFile& before) {
    return before.first_record + before.records <= begin;
  });
  piece.first_record = file->first_record;
  for (; file != files.end() && file->first_record < piece.end_record; ++file) {
    if (file->records > 0) piece.files.push_back(*file);
  }
  return piece;
}

Result<Plan> Plan::Read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{path + ": cannot be opened"};
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  auto json = ParseStoredJson(bytes);
  if (!json) return Error{path + ": " + json.error().message};
  auto plan = PlanOf(*json);
  if (!plan) return Error{path + ": " + plan.error().message};
  if (Status sound = Judge(*plan); !sound) return Error{path + ": " + sound.error().message};
  return plan;
}

Result<Plan> MakePlan(const PlanOptions& options) {
  auto inventory = TakeInventory(options.inputs, options.stopped);
  if (!inventory) return inventory.error();
  Plan plan;
  plan.from = options.from;
  plan.longest_record = options.limits.record;
  plan.records_per_part = options.records_per_part;
  for (InventoryFile& file : *inventory) {
    if (!IsUtf8(file.path)) return Error{file.path + ": a name that is not UTF-8"};
    static_cast<InventoryFile&>(plan.files.emplace_back()) = std::move(file);
  }
  std::vector<PlannedPart> parts = CutParts(options, &plan);
  DivideParts(parts, options.shards, &plan);
  for (uint64_t i = 0; i < options.shards; ++i) plan.shards[i].id = IdOf(plan, i);
  return plan;
}

std::string PlanJson(const Plan& plan) {
  JsonDocument json;
  json.Open({}, '{');
  json.Text("factline", FACTLINE_VERSION);
  json.Integer("plan_version", kPlanVersion);
  json.Text("from", NameOf(plan.from));
  json.Integer("max_line", plan.longest_record);
  json.Integer("records_per_part", plan.records_per_part);
  json.Integer("records", plan.records);
  json.Open("inputs", '[');
  for (const PlannedFile& file : plan.files) {
    json.Open({}, '{');
    AddMembers(file, &json);
    json.Integer("records", file.records);
    json.Close('}');
  }
  json.Close(']');
  json.Open("shards", '[');
  for (size_t i = 0; i < plan.shards.size(); ++i) {
    const PlannedShard& shard = plan.shards[i];
    json.Open({}, '{');
    json.Integer("shard", i);
    json.Text("id", shard.id);
    json.Integer("first_part", shard.first_part);
    json.Integer("end_part", shard.end_part);
    json.Integer("records", shard.records);
    json.Integer("bytes", shard.bytes);
    if (shard.records > 0) {
      json.Open("begins", '{');
      json.Text("path", shard.begins_in);
      json.Integer("byte_offset", shard.byte_offset);
      json.Close('}');
    }
    json.Close('}');
  }
  json.Close(']');
  json.Close('}');
  return json.Take() + "\n";
}

}  // namespace factline
