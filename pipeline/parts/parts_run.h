// A run in parts: an archive's facts as files in a folder, each whole or not at
// all, so that a run that was killed can go on.
//
//   folder/part-00000.jsonl          the facts of the first 10,000 records of the input
//          rejects-00000.jsonl       what could not be read among them, where there was something
//          config.json               what decides the bytes: program, options, inputs
//          journal.tsv               what is done (pipeline/parts/journal.h)
//          manifest.json             last of all: what was run on what, and what came out
//          datapackage.json          the same files for Frictionless tools
//
// Which records a part holds depends on nothing but the input, so the bytes of
// every file are the same for any number of jobs, any number of kills and any
// sharding.  A shard writes only its parts; the last step, MergeParts, checks
// that all are there and writes what a single run would have written.

#ifndef FACTLINE_PIPELINE_PARTS_PARTS_RUN_H_
#define FACTLINE_PIPELINE_PARTS_PARTS_RUN_H_

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/parts/journal.h"
#include "pipeline/parts/plan.h"
#include "pipeline/run.h"

namespace factline {

struct PartsOptions {
  RunOptions run;
  std::string folder;
  uint64_t records_per_part = 10'000;
  bool resume = false;  // go on with what the journal says is done
  bool force = false;   // start anew where the options or inputs have changed
  // This run is shard `shard` of `shards`, from 0: parts whose number leaves that
  // rest, or, with a plan, those that it gives to the shard.
  uint64_t shard = 0;
  uint64_t shards = 1;
  // What says which inputs there are and who reads what; null: run.inputs says it.
  // REQUIRES: as many shards as it has, its records_per_part, its limits and format.
  const Plan* plan = nullptr;
  // What else decides the bytes: the user's own tables (names, rates), whose content
  // counts, and options of the engine, as text for the manifest.
  std::vector<std::string> tables;
  std::vector<std::pair<std::string, std::string>> settings;
};

struct PartsResult {
  enum class End : uint8_t { kComplete, kStopped, kRefused, kOutputFailed };
  End end = End::kComplete;
  RunCounts counts;         // of all parts in the folder
  uint64_t parts = 0;       // written or found whole
  uint64_t parts_kept = 0;  // of those, found whole
  std::string error;        // of kRefused and kOutputFailed, one line
};

// Runs, or goes on with a run.  The folder is made where it is missing; one that
// holds another run is refused.
PartsResult ExtractInParts(const Engine& engine, const PartsOptions& options);

// Joins the folders of all shards of a run into `folder`, which may be one of
// them, and writes what a single run would have written.  Refused where a part is
// missing, damaged, or of another run.  Reads no input.
PartsResult MergeParts(const std::vector<std::string>& folders, const std::string& folder);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_PARTS_PARTS_RUN_H_
