// factline extract: articles in, records out.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/retry.h"
#include "pipeline/run.h"
#include "tools/command.h"
#include "tools/conversion_options.h"
#include "tools/exit_code.h"
#include "tools/parts_options.h"
#include "tools/progress.h"
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
  std::vector<std::string> from_rejects;
  std::string reprints;
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
  std::fprintf(stderr, "factline: %llu read = %llu extracted + %llu rejected%s%s; %llu facts\n",
               static_cast<unsigned long long>(counts.read),
               static_cast<unsigned long long>(counts.extracted),
               static_cast<unsigned long long>(counts.rejected), reasons.c_str(),
               ReprintsLeftOut(counts).c_str(), static_cast<unsigned long long>(counts.facts));
}

int Say(int code, const std::string& line) {
  std::fprintf(stderr, "factline: %s\n", line.c_str());
  return code;
}

// One run as it was asked for: what it needs is opened, then it runs.
class Extraction {
 public:
  explicit Extraction(ExtractOptions options) : options_(std::move(options)) {}

  int Run() {
    for (auto prepare : {&Extraction::OpenTables, &Extraction::ReadPlan, &Extraction::ReadRejects,
                         &Extraction::OpenReprints}) {
      Status ready = (this->*prepare)();
      if (!ready) return Say(kWrongUsage, ready.error().message);
    }
    options_.run.to = options_.records.format();
    options_.run.writer = options_.records.writer();
    CatchStopSignals();
    options_.run.stopped = [] { return StopSignal() != 0; };
    Progress progress(options_.quiet ? Progress::Screen() : StandardError(), InputBytes());
    options_.run.on_batch = [&](const RunCounts& batch, uint64_t bytes_read) {
      progress.Note(batch.extracted + batch.rejected, bytes_read);
    };
    options_.run.on_reject = [&](const Reject& reject) {
      progress.Clear();
      notes_.Note(reject);
    };
    finish_ = [&] {
      progress.Clear();
      notes_.Finish();
    };
    Engine engine(Lexicon::Shipped(), engine_options_);
    return to_folder_ ? ToFolder(engine) : ToFile(engine);
  }

 private:
  Status OpenTables() {
    auto engine_options = options_.conversion.Open();
    if (!engine_options) return engine_options.error();
    engine_options_ = *engine_options;
    if (options_.lexicon.empty()) return Done{};
    auto opened = NameList::Open(options_.lexicon);
    if (!opened) return opened.error();
    names_ = std::move(*opened);
    engine_options_.names = &*names_;
    return Done{};
  }

  Status ReadPlan() {
    bool brat = options_.records.format() == RecordFormat::kBrat;
    if (brat && options_.records.output == "-")
      return Error{"--to brat wants a folder as --output"};
    to_folder_ = !brat && NamesFolder(options_.records.output);
    bool planned = options_.parts.shard_chosen || !options_.parts.plan.empty();
    if (planned && !to_folder_)
      return Error{"--plan and --shard want a folder of parts as --output"};
    return options_.parts.ReadPlan(&plan_, &options_.run);
  }

  Status ReadRejects() {
    if (options_.from_rejects.empty()) return Done{};
    if (to_folder_) return Error{"--from-rejects writes to a file, not to a folder"};
    auto read = RetryList::Read(options_.from_rejects);
    if (!read) return read.error();
    again_ = std::move(*read);
    return Done{};
  }

  Status OpenReprints() {
    if (options_.reprints.empty()) {
      if (options_.run.unique) return Error{"--unique wants the table of --reprints"};
      return Done{};
    }
    options_.run.reprints = &reprints_;
    return reprints_.Open(options_.reprints);
  }

  // Of all that this run will read; asked only where it is shown.
  uint64_t InputBytes() const {
    if (options_.quiet) return 0;
    if (again_) return BytesOf(again_->files());
    if (options_.parts.options.plan == nullptr) return BytesOf(options_.run.inputs);
    uint64_t bytes = 0;
    for (const PlannedFile& file : plan_.PieceOf(options_.parts.options.shard).files)
      bytes += file.bytes;
    return bytes;
  }

  int ToFolder(const Engine& engine) {
    PartsOptions parts = options_.parts.options;
    parts.run = options_.run;
    parts.folder = options_.records.output;
    parts.settings = options_.conversion.Settings();
    parts.tables = options_.conversion.tables;
    if (!options_.lexicon.empty()) parts.tables.push_back(options_.lexicon);
    if (!options_.reprints.empty()) parts.tables.push_back(options_.reprints);
    if (options_.run.unique) parts.settings.emplace_back("unique", "true");
    PartsResult result = ExtractInParts(engine, parts);
    finish_();
    if (int code = CodeOfParts(result)) return code;
    if (!options_.quiet) PrintPartsSummary(result, parts.folder);
    return CodeOf(result.counts);
  }

  int ToFile(const Engine& engine) {
    auto records = options_.records.Open();
    if (!records) return Say(kOutputFailed, records.error().message);
    std::unique_ptr<ByteSink> rejects;
    if (!options_.rejects.empty()) {
      auto opened = OpenByteSink(options_.rejects);
      if (!opened) return Say(kOutputFailed, opened.error().message);
      rejects = std::move(*opened);
    }
    RunResult result =
        again_ ? RetryRejects(engine, options_.run, &*again_, records->get(), rejects.get())
               : ExtractArchive(engine, options_.run, records->get(), rejects.get());
    if (result.end == RunResult::End::kBrokenPipe) return kBrokenPipe;
    finish_();
    if (!options_.quiet) PrintSummary(result.counts);
    if (result.end == RunResult::End::kOutputFailed) return Say(kOutputFailed, result.error);
    if (result.end == RunResult::End::kRefused) return Say(kWrongUsage, result.error);
    if (result.end == RunResult::End::kStopped) return 128 + StopSignal();
    return CodeOf(result.counts);
  }

  int CodeOf(const RunCounts& counts) const {
    if (counts.unreadable() > 0) return kInputUnreadable;
    return counts.rejected > options_.max_rejects ? kTooManyRejects : kDone;
  }

  ExtractOptions options_;
  EngineOptions engine_options_;
  std::optional<NameList> names_;
  Plan plan_;
  std::optional<RetryList> again_;
  ReprintGroups reprints_;
  bool to_folder_ = false;
  RejectNotes notes_;
  std::function<void()> finish_;  // what stands on standard error
};

void AddInputOptions(CLI::App* command, ExtractOptions* options) {
  command->add_option("input", options->run.inputs,
                      "Files, folders, patterns; - is standard input, as is nothing.\n"
                      "JSON Lines or plain text, also compressed (.gz, .zst)");
  AddReadingOptions(command, &options->run.from, &options->run.keys, &options->run.limits);
  command->add_option("-j,--jobs", options->run.jobs, "Threads; 0: one a core. Same output for any")
      ->check(CLI::Range(0u, 256u));
  command->add_option("--rejects", options->rejects,
                      "File for what could not be read: place, reason, bytes (JSON Lines)");
  command
      ->add_option("--from-rejects", options->from_rejects,
                   "Read again what these rejects files name, and nothing else; patterns are\n"
                   "expanded")
      ->excludes("input");
  command
      ->add_option("--reprints", options->reprints,
                   "The table that factline reprints made of these inputs: says which articles\n"
                   "are near copies (article.group)")
      ->excludes("--from-rejects");
  command->add_flag("--unique", options->run.unique,
                    "With --reprints: of near copies only the one published first");
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
    bool named = !options->run.inputs.empty() || !options->parts.plan.empty();
    if (!named && options->from_rejects.empty()) {
      // Someone who typed only "factline extract" wants to know how it is used.
      if (StandardInputIsTerminal()) throw CLI::CallForHelp();
      options->run.inputs = {"-"};
    }
    *chosen = [=] { return Extraction(*options).Run(); };
  });
}

}  // namespace factline
