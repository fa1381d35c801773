#include "tools/parts_options.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>

#include "tools/exit_code.h"
#include "tools/stop_signals.h"

namespace factline {
namespace {

// "2/8": the third of eight.  "2": the third of as many as the plan has.
bool ReadShard(const std::string& text, PartsArguments* arguments) {
  unsigned long long shard = 0, shards = 0;
  int end = 0, end_of_shard = 0;
  int read = std::sscanf(text.c_str(), "%llu%n/%llu%n", &shard, &end_of_shard, &shards, &end);
  arguments->count_chosen = read == 2;
  if (read < 1 || text[static_cast<size_t>(read == 2 ? end : end_of_shard)] != '\0') return false;
  if (read == 2 && shard >= shards) return false;
  arguments->shard_chosen = true;
  arguments->options.shard = shard;
  if (read == 2) arguments->options.shards = shards;
  return true;
}

}  // namespace

bool NamesFolder(const std::string& output) {
  std::error_code ignored;
  return output.back() == '/' || std::filesystem::is_directory(output, ignored);
}

Status PartsArguments::ReadPlan(Plan* read, RunOptions* run) {
  if (plan.empty()) {
    if (shard_chosen && !count_chosen) return Error{"--shard I wants a --plan; without one I/N"};
    return Done{};
  }
  auto opened = Plan::Read(plan);
  if (!opened) return opened.error();
  *read = std::move(*opened);
  uint64_t shards = read->shards.size();
  if (!shard_chosen && shards != 1)
    return Error{plan + ": has " + std::to_string(shards) + " shards: --shard says which"};
  if ((count_chosen && options.shards != shards) || options.shard >= shards)
    return Error{plan + ": has " + std::to_string(shards) + " shards, from 0"};
  options.shards = shards;
  options.records_per_part = read->records_per_part;
  options.plan = read;
  run->limits.record = read->longest_record;
  run->from = read->from;
  return Done{};
}

void AddPartsOptions(CLI::App* command, PartsArguments* arguments) {
  PartsOptions* options = &arguments->options;
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
      [arguments](const std::string& text) {
        if (!ReadShard(text, arguments)) {
          throw CLI::ValidationError("--shard", "wants I/N with I from 0 to N-1, not " + text);
        }
      },
      "With a folder: write only the parts of shard I of N, as in 0/8; then\nfactline merge");
  CLI::Option* plan =
      command->add_option("--plan", arguments->plan,
                          "With a folder: a file of factline plan, which names the inputs;\n"
                          "--shard says whose records to read");
  for (const char* decided : {"input", "--from", "--max-line", "--part-records"}) {
    plan->excludes(decided);
  }
}

std::string ReprintsLeftOut(const RunCounts& counts) {
  if (counts.reprints == 0) return {};
  return " + " + std::to_string(counts.reprints) + " reprints left out";
}

void PrintPartsSummary(const PartsResult& result, const std::string& folder) {
  const RunCounts& counts = result.counts;
  std::fprintf(stderr,
               "factline: %llu read = %llu extracted + %llu rejected%s; %llu facts\n"
               "factline: %llu parts in %s, %llu of them from before\n",
               static_cast<unsigned long long>(counts.read),
               static_cast<unsigned long long>(counts.extracted),
               static_cast<unsigned long long>(counts.rejected), ReprintsLeftOut(counts).c_str(),
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
