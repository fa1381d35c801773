// factline extract: articles in, records out.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/run.h"
#include "tools/command.h"
#include "tools/conversion_options.h"
#include "tools/exit_code.h"
#include "tools/parts_options.h"
#include "tools/reading_options.h"
#include "tools/record_options.h"
#include "tools/reject_notes.h"
#include "tools/stop_signals.h"
#include "tools/terminal.h"

namespace factline {
namespace {

struct ExtractOptions {
  RunOptions run;
  RecordOptions records;
  ConversionOptions conversion;
  PartsArguments parts;
  std::string lexicon;
  std::string rejects;
  uint64_t max_rejects = UINT64_MAX;
  bool quiet = false;
};

void PrintSummary(const RunCounts& counts) {
  std::string reasons;
  for (int i = 1; i < kRejectReasons; ++i) {
    uint64_t count = counts.by_reason[static_cast<size_t>(i)];
    if (count == 0) continue;
    reasons += reasons.empty() ? " (" : ", ";
    reasons += std::string(Name(static_cast<RejectReason>(i))) + " " + std::to_string(count);
  }
  if (!reasons.empty()) reasons += ")";
  std::fprintf(stderr, "factline: %llu read = %llu extracted + %llu rejected%s; %llu facts\n",
               static_cast<unsigned long long>(counts.read),
               static_cast<unsigned long long>(counts.extracted),
               static_cast<unsigned long long>(counts.rejected), reasons.c_str(),
               static_cast<unsigned long long>(counts.facts));
}

int OutputFailed(const std::string& error) {
  std::fprintf(stderr, "factline: %s\n", error.c_str());
  return kOutputFailed;
}

int CodeOf(const RunResult& result, const ExtractOptions& options) {
  switch (result.end) {
    case RunResult::End::kBrokenPipe:
      return kBrokenPipe;
    case RunResult::End::kOutputFailed:
      return OutputFailed(result.error);
    case RunResult::End::kStopped:
      return 128 + StopSignal();
    case RunResult::End::kComplete:
      break;
  }
  if (result.counts.unreadable() > 0) return kInputUnreadable;
  return result.counts.rejected > options.max_rejects ? kTooManyRejects : kDone;
}

int ExtractToFolder(const Engine& engine, const ExtractOptions& options, RejectNotes* notes) {
  PartsOptions parts = options.parts.options;
  parts.run = options.run;
  parts.folder = options.records.output;
  parts.settings = options.conversion.Settings();
  parts.tables = options.conversion.tables;
  if (!options.lexicon.empty()) parts.tables.push_back(options.lexicon);
  PartsResult result = ExtractInParts(engine, parts);
  notes->Finish();
  if (int code = CodeOfParts(result)) return code;
  if (!options.quiet) PrintPartsSummary(result, parts.folder);
  if (result.counts.unreadable() > 0) return kInputUnreadable;
  return result.counts.rejected > options.max_rejects ? kTooManyRejects : kDone;
}

int Extract(ExtractOptions options) {
  auto engine_options = options.conversion.Open();
  if (!engine_options) {
    std::fprintf(stderr, "factline: %s\n", engine_options.error().message.c_str());
    return kWrongUsage;
  }
  std::optional<NameList> names;
  if (!options.lexicon.empty()) {
    auto opened = NameList::Open(options.lexicon);
    if (!opened) {
      std::fprintf(stderr, "factline: %s\n", opened.error().message.c_str());
      return kWrongUsage;
    }
    names = std::move(*opened);
    engine_options->names = &*names;
  }
  Plan plan;
  Status planned = options.parts.ReadPlan(&plan, &options.run);
  bool to_folder = NamesFolder(options.records.output);
  if (planned && !to_folder && (options.parts.shard_chosen || !options.parts.plan.empty()))
    planned = Error{"--plan and --shard want a folder as --output"};
  if (!planned) {
    std::fprintf(stderr, "factline: %s\n", planned.error().message.c_str());
    return kWrongUsage;
  }
  options.run.to = options.records.format();
  options.run.writer = options.records.writer();
  CatchStopSignals();
  options.run.stopped = [] { return StopSignal() != 0; };
  RejectNotes notes;
  options.run.on_reject = [&](const Reject& reject) { notes.Note(reject); };
  Engine engine(Lexicon::Shipped(), *engine_options);
  if (to_folder) return ExtractToFolder(engine, options, &notes);
  auto records = options.records.Open();
  if (!records) return OutputFailed(records.error().message);
  std::unique_ptr<ByteSink> rejects;
  if (!options.rejects.empty()) {
    auto opened = OpenByteSink(options.rejects);
    if (!opened) return OutputFailed(opened.error().message);
    rejects = std::move(*opened);
  }
  RunResult result = ExtractArchive(engine, options.run, records->get(), rejects.get());
  if (result.end == RunResult::End::kBrokenPipe) return kBrokenPipe;
  notes.Finish();
  if (!options.quiet) PrintSummary(result.counts);
  return CodeOf(result, options);
}

void AddInputOptions(CLI::App* command, ExtractOptions* options) {
  command->add_option("input", options->run.inputs,
                      "Files, folders, patterns; - is standard input, as is nothing.\n"
                      "JSON Lines or plain text, also compressed (.gz, .zst)");
  AddReadingOptions(command, &options->run.from, &options->run.keys, &options->run.limits);
  command->add_option("-j,--jobs", options->run.jobs, "Threads; 0: one a core. Same output for any")
      ->check(CLI::Range(0u, 256u));
  command->add_option("--rejects", options->rejects,
                      "File for what could not be read: place, reason, bytes (JSON Lines)");
  command->add_option("--max-rejects", options->max_rejects,
                      "Exit with 3 when more than this are rejected");
}

}  // namespace

void AddExtract(CLI::App* app, Command* chosen) {
  auto options = std::make_shared<ExtractOptions>();
  CLI::App* command = app->add_subcommand("extract", "Write every fact of the given articles");
  AddInputOptions(command, options.get());
  AddRecordOptions(command, &options->records);
  AddConversionOptions(command, &options->conversion);
  AddPartsOptions(command, &options->parts);
  command->add_option("--lexicon", options->lexicon,
                      "Your own names: a table with the columns surface, type (person,\n"
                      "organization, location) and, where wished, id, name, iso, match");
  command->add_flag("-q,--quiet", options->quiet, "No summary on standard error");
  command->footer(kExitCodesHelp);
  command->callback([=] {
    if (options->run.inputs.empty() && options->parts.plan.empty()) {
      // Someone who typed only "factline extract" wants to know how it is used.
      if (StandardInputIsTerminal()) throw CLI::CallForHelp();
      options->run.inputs = {"-"};
    }
    *chosen = [=] { return Extract(*options); };
  });
}

}  // namespace factline
