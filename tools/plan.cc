// factline plan: an archive divided among machines.

#include "pipeline/parts/plan.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "pipeline/byte_sink.h"
#include "tools/command.h"
#include "tools/exit_code.h"
#include "tools/stop_signals.h"

namespace factline {
namespace {

struct PlanArguments {
  PlanOptions plan;
  std::string output = "-";
  bool quiet = false;
};

int Refuse(int code, const std::string& why) {
  std::fprintf(stderr, "factline: %s\n", why.c_str());
  return code;
}

// The exit code: an input that cannot be read is in the plan, but known.
int Report(const Plan& plan, bool quiet) {
  uint64_t busy = 0, unreadable = 0;
  for (const PlannedShard& shard : plan.shards) busy += shard.records > 0;
  for (const PlannedFile& file : plan.files) {
    if (file.error.empty()) continue;
    ++unreadable;
    std::fprintf(stderr, "factline: %s: %s\n", file.path.c_str(), file.error.c_str());
  }
  if (!quiet) {
    std::fprintf(stderr, "factline: %zu files, %llu records, %zu shards\n", plan.files.size(),
                 static_cast<unsigned long long>(plan.records), plan.shards.size());
  }
  if (!quiet && busy < plan.shards.size()) {
    std::fprintf(stderr,
                 "factline: %llu shards have nothing to do; a smaller --part-records makes more "
                 "parts to divide\n",
                 static_cast<unsigned long long>(plan.shards.size() - busy));
  }
  return unreadable > 0 ? kInputUnreadable : kDone;
}

int WritePlan(PlanArguments arguments) {
  CatchStopSignals();
  arguments.plan.stopped = [] { return StopSignal() != 0; };
  auto plan = MakePlan(arguments.plan);
  if (StopSignal() != 0) return 128 + StopSignal();
  if (!plan) return Refuse(kWrongUsage, plan.error().message);
  auto sink = OpenByteSink(arguments.output);
  if (!sink) return Refuse(kOutputFailed, sink.error().message);
  WriteResult written = (*sink)->Write(PlanJson(*plan));
  if (written == WriteResult::kWritten) written = (*sink)->Finish();
  if (written == WriteResult::kBrokenPipe) return kBrokenPipe;
  if (written == WriteResult::kFailed) return Refuse(kOutputFailed, (*sink)->error());
  return Report(*plan, arguments.quiet);
}

}  // namespace

void AddPlan(CLI::App* app, Command* chosen) {
  auto arguments = std::make_shared<PlanArguments>();
  PlanOptions* plan = &arguments->plan;
  CLI::App* command =
      app->add_subcommand("plan", "Divide an archive among machines, for extract --plan");
  command->add_option("input", plan->inputs, "Files, folders, patterns")->required();
  command
      ->add_option_function<std::string>(
          "--from", [=](const std::string& name) { plan->from = *InputFormatNamed(name); },
          "Format of the input")
      ->check(CLI::IsMember(InputFormatNames()));
  command->add_option("--max-line", plan->limits.record, "Longest line of JSON Lines")
      ->transform(CLI::AsSizeValue(false));
  command->add_option("-n,--shards", plan->shards, "Into how many shards")
      ->check(CLI::Range(uint64_t{1}, uint64_t{1} << 24));
  command->add_option("--part-records", plan->records_per_part, "Records of the input a part")
      ->check(CLI::Range(uint64_t{1}, uint64_t{1} << 40));
  command->add_option("-o,--output", arguments->output, "File for the plan; - standard output");
  command->add_flag("-q,--quiet", arguments->quiet, "No summary on standard error");
  command->callback([=] { *chosen = [=] { return WritePlan(*arguments); }; });
}

}  // namespace factline
