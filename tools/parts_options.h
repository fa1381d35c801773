// The options of a run in parts: --resume, --force, --part-records, --shard, --plan.

#ifndef FACTLINE_TOOLS_PARTS_OPTIONS_H_
#define FACTLINE_TOOLS_PARTS_OPTIONS_H_

#include <string>

#include "pipeline/parts/parts_run.h"
#include "schemas/result.h"

namespace CLI {
class App;
}

namespace factline {

// Whether `output` names a folder: it ends in a slash or is one.
bool NamesFolder(const std::string& output);

// A run in parts as it was asked for.
struct PartsArguments {
  PartsOptions options;
  std::string plan;           // a file of factline plan; may be empty
  bool shard_chosen = false;  // --shard was given
  bool count_chosen = false;  // and in the form I/N

  // Where there is a plan: reads it into `*read`, and from it what it decides; an
  // error says what does not agree.
  Status ReadPlan(Plan* read, RunOptions* run);
};

// Adds the options of a run in parts; `arguments` must live until the command line
// has been parsed.
void AddPartsOptions(CLI::App* command, PartsArguments* arguments);

// "factline: 3 parts in facts/ (2 of them found whole)" and what the counts are.
void PrintPartsSummary(const PartsResult& result, const std::string& folder);

// " + 12 reprints left out", where there are some.
std::string ReprintsLeftOut(const RunCounts& counts);

// The exit code of a run or merge that did not complete, with its line on
// standard error; 0 for one that did.
int CodeOfParts(const PartsResult& result);

}  // namespace factline
#endif  // FACTLINE_TOOLS_PARTS_OPTIONS_H_
