// A plan divides a run among machines: each shard is a row of parts that lie side
// by side in the input, about as many bytes as any other, cut where records begin.
//
// A shard opens only the files that its records stand in, and none of the others.
// Because parts are the unit, the merged shards are what one run would have
// written, byte for byte.
//
//   auto plan = MakePlan(options);          // reads all inputs once
//   WriteFile("plan.json", PlanJson(*plan));
//   auto plan = Plan::Read("plan.json");    // on every machine
//   options.plan = &*plan; options.shard = 3; options.shards = plan->shards.size();
//   ExtractInParts(engine, options);

#ifndef FACTLINE_PIPELINE_PARTS_PLAN_H_
#define FACTLINE_PIPELINE_PARTS_PLAN_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "corpus/limits.h"
#include "corpus/readers/format.h"
#include "pipeline/parts/inventory.h"
#include "schemas/result.h"

namespace factline {

struct PlannedFile : InventoryFile {
  uint64_t records = 0;       // that are cut out of it
  uint64_t first_record = 0;  // the number of the first of them in the whole input
};

struct PlannedShard {
  uint64_t first_part = 0;
  uint64_t end_part = 0;  // behind its last; the same as first_part: nothing to do
  uint64_t records = 0;
  uint64_t bytes = 0;        // of its records, decompressed
  std::string begins_in;     // the file, or the member of an archive, of its first record
  uint64_t byte_offset = 0;  // of that record in it, decompressed
  std::string id;            // SHA-256 of what decides the shard's records
};

// What one shard reads.
struct PlannedPiece {
  std::vector<PlannedFile> files;
  uint64_t first_record = 0;  // number of the first record of the first file
  uint64_t end_record = 0;    // behind the shard's last
};

struct Plan {
  InputFormat from = InputFormat::kAuto;
  uint64_t longest_record = 0;  // Limits::record: it decides what a record is
  uint64_t records_per_part = 0;
  uint64_t records = 0;  // of all files
  std::vector<PlannedFile> files;
  std::vector<PlannedShard> shards;

  PlannedPiece PieceOf(uint64_t shard) const;

  // A plan that PlanJson made.
  static Result<Plan> Read(const std::string& path);
};

struct PlanOptions {
  std::vector<std::string> inputs;  // files, folders, patterns
  InputFormat from = InputFormat::kAuto;
  Limits limits;
  uint64_t records_per_part = 10'000;
  uint64_t shards = 1;
  std::function<bool()> stopped;  // once it says true, the plan is not whole
};

// Reads every input twice, once for its SHA-256 and once for its records, at the
// speed of memory.  A file that cannot be read is in the plan with its error.
Result<Plan> MakePlan(const PlanOptions& options);

std::string PlanJson(const Plan& plan);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_PARTS_PLAN_H_
