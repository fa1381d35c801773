// factline reprints: which articles of an archive are near copies of one another.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "pipeline/reprints/find_reprints.h"
#include "tools/command.h"
#include "tools/exit_code.h"
#include "tools/progress.h"
#include "tools/reading_options.h"
#include "tools/reject_notes.h"
#include "tools/stop_signals.h"

namespace factline {
namespace {

struct ReprintArguments {
  ReprintOptions reprints;
  std::string output = "-";
  bool quiet = false;
};

// Beside the table, where there is room for it; else where the system keeps such.
std::string ScratchFolder(const std::string& output) {
  const char* temporary = std::getenv("TMPDIR");
  if (temporary != nullptr && *temporary != '\0') return temporary;
  if (output == "-") return "/tmp";
  std::string folder = std::filesystem::path(output).parent_path().string();
  return folder.empty() ? "." : folder;
}

int CodeOf(const ReprintResult& result, bool quiet) {
  const RunCounts& counts = result.run.counts;
  switch (result.run.end) {
    case RunResult::End::kBrokenPipe:
      return kBrokenPipe;
    case RunResult::End::kStopped:
      return 128 + StopSignal();
    case RunResult::End::kOutputFailed:
    case RunResult::End::kRefused:
      std::fprintf(stderr, "factline: %s\n", result.run.error.c_str());
      return kOutputFailed;
    case RunResult::End::kComplete:
      break;
  }
  if (!quiet) {
    std::fprintf(
        stderr, "factline: %llu read = %llu articles + %llu rejected; %llu groups, %llu reprints\n",
        static_cast<unsigned long long>(counts.read),
        static_cast<unsigned long long>(counts.extracted),
        static_cast<unsigned long long>(counts.rejected),
        static_cast<unsigned long long>(result.groups),
        static_cast<unsigned long long>(result.reprints));
  }
  return counts.unreadable() > 0 ? kInputUnreadable : kDone;
}

int WriteReprints(ReprintArguments arguments) {
  CatchStopSignals();
  RunOptions& run = arguments.reprints.run;
  run.stopped = [] { return StopSignal() != 0; };
  Progress progress(arguments.quiet ? Progress::Screen() : StandardError(),
                    arguments.quiet ? 0 : BytesOf(run.inputs));
  run.on_batch = [&](const RunCounts& batch, uint64_t bytes_read) {
    progress.Note(batch.extracted + batch.rejected, bytes_read);
  };
  RejectNotes notes;
  run.on_reject = [&](const Reject& reject) {
    progress.Clear();
    notes.Note(reject);
  };
  arguments.reprints.scratch = ScratchFolder(arguments.output);
  auto table = OpenByteSink(arguments.output);
  if (!table) {
    std::fprintf(stderr, "factline: %s\n", table.error().message.c_str());
    return kOutputFailed;
  }
  ReprintResult result = FindReprints(arguments.reprints, table->get());
  progress.Clear();
  notes.Finish();
  return CodeOf(result, arguments.quiet);
}

}  // namespace

void AddReprints(CLI::App* app, Command* chosen) {
  auto arguments = std::make_shared<ReprintArguments>();
  ReprintOptions* reprints = &arguments->reprints;
  RunOptions* run = &reprints->run;
  CLI::App* command = app->add_subcommand(
      "reprints", "Find articles that are near copies of one another, for extract --reprints");
  command->add_option("input", run->inputs, "Articles: files, folders, patterns; - standard input")
      ->required();
  AddReadingOptions(command, &run->from, &run->keys, &run->limits);
  command->add_option("-o,--output", arguments->output, "File for the table; - standard output");
  command->add_option("-j,--jobs", run->jobs, "Threads; 0: one a core. Same output for any")
      ->check(CLI::Range(0u, 256u));
  command
      ->add_option("--similarity", reprints->similarity,
                   "The share of five-word shingles that near copies have in common")
      ->check(CLI::Range(0.3, 1.0));
  command->add_flag("-q,--quiet", arguments->quiet, "No summary on standard error");
  command->callback([=] { *chosen = [=] { return WriteReprints(*arguments); }; });
}

}  // namespace factline
