// factline merge: the folders of a run's shards as one.

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "tools/command.h"
#include "tools/parts_options.h"

namespace factline {
namespace {

struct MergeOptions {
  std::vector<std::string> folders;
  std::string output;
  bool quiet = false;
};

int MergeShards(const MergeOptions& options) {
  PartsResult result = MergeParts(options.folders, options.output);
  if (int code = CodeOfParts(result)) return code;
  if (!options.quiet) PrintPartsSummary(result, options.output);
  return 0;
}

}  // namespace

void AddMerge(CLI::App* app, Command* chosen) {
  auto options = std::make_shared<MergeOptions>();
  CLI::App* command =
      app->add_subcommand("merge", "Join the folders of a run's shards, checked, into one");
  command->add_option("folder", options->folders, "Folders that extract --shard wrote")->required();
  command->add_option("-o,--output", options->output, "Folder of the whole run; may be one of them")
      ->required();
  command->add_flag("-q,--quiet", options->quiet, "No summary on standard error");
  command->callback([=] { *chosen = [=] { return MergeShards(*options); }; });
}

}  // namespace factline
