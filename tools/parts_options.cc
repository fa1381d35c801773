#include "tools/parts_options.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>

#include "tools/exit_code.h"
#include "tools/stop_signals.h"

namespace factline {
namespace {

// "2/8": the third of eight.
bool ReadShard(const std::string& text, PartsOptions* options) {
  unsigned long long shard = 0, shards = 0;
  int end = 0;
  if (std::sscanf(text.c_str(), "%llu/%llu%n", &shard, &shards, &end) != 2) return false;
  if (text[static_cast<size_t>(end)] != '\0' || shard >= shards) return false;
  options->shard = shard;
  options->shards = shards;
  return true;
}

}  // namespace

bool NamesFolder(const std::string& output) {
  std::error_code ignored;
  return output.back() == '/' || std::filesystem::is_directory(output, ignored);
}

void AddPartsOptions(CLI::App* command, PartsOptions* options) {
  command->add_flag("--resume", options->resume,
                    "With a folder as --output: go on where a stopped or killed run was");
  command->add_flag("--force", options->force,
                    "With a folder: start anew where options or inputs have changed");
  command
      ->add_option("--part-records", options->records_per_part,
                   "With a folder: records of the input a part")
      ->check(CLI::Range(uint64_t{1}, uint64_t{1} << 40));
  command->add_option_function<std::string>(
      "--shard",
      [options](const std::string& text) {
        if (!ReadShard(text, options)) {
          throw CLI::ValidationError("--shard", "wants I/N with I from 0 to N-1, not " + text);
        }
      },
      "With a folder: write only the parts of shard I of N, as in 0/8; then\nfactline merge");
}

void PrintPartsSummary(const PartsResult& result, const std::string& folder) {
  const RunCounts& counts = result.counts;
  std::fprintf(stderr,
               "factline: %llu read = %llu extracted + %llu rejected; %llu facts\n"
               "factline: %llu parts in %s, %llu of them from before\n",
               static_cast<unsigned long long>(counts.read),
               static_cast<unsigned long long>(counts.extracted),
               static_cast<unsigned long long>(counts.rejected),
               static_cast<unsigned long long>(counts.facts),
               static_cast<unsigned long long>(result.parts), folder.c_str(),
               static_cast<unsigned long long>(result.parts_kept));
}

int CodeOfParts(const PartsResult& result) {
  switch (result.end) {
    case PartsResult::End::kComplete:
      return kDone;
    case PartsResult::End::kStopped:
      std::fprintf(stderr, "factline: stopped; --resume goes on\n");
      return 128 + StopSignal();
    case PartsResult::End::kRefused:
      std::fprintf(stderr, "factline: %s\n", result.error.c_str());
      return kWrongUsage;
    case PartsResult::End::kOutputFailed:
      std::fprintf(stderr, "factline: %s; --resume goes on\n", result.error.c_str());
      return kOutputFailed;
  }
  return kDone;
}

}  // namespace factline
