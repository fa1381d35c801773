// The options of a run in parts: --resume, --force, --part-records, --shard.

#ifndef FACTLINE_TOOLS_PARTS_OPTIONS_H_
#define FACTLINE_TOOLS_PARTS_OPTIONS_H_

#include <string>

#include "pipeline/parts/parts_run.h"

namespace CLI {
class App;
}

namespace factline {

// Whether `output` names a folder: it ends in a slash or is one.
bool NamesFolder(const std::string& output);

// Adds the options of a run in parts; `options` must live until the command line
// has been parsed.
void AddPartsOptions(CLI::App* command, PartsOptions* options);

// "factline: 3 parts in facts/ (2 of them found whole)" and what the counts are.
void PrintPartsSummary(const PartsResult& result, const std::string& folder);

// The exit code of a run or merge that did not complete, with its line on
// standard error; 0 for one that did.
int CodeOfParts(const PartsResult& result);

}  // namespace factline
#endif  // FACTLINE_TOOLS_PARTS_OPTIONS_H_
