// factline check: do the figures of the given articles agree?

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "pipeline/audit/audit_run.h"
#include "tools/command.h"
#include "tools/exit_code.h"
#include "tools/reading_options.h"
#include "tools/reject_notes.h"
#include "tools/stop_signals.h"
#include "tools/terminal.h"

namespace factline {
namespace {

struct CheckOptions {
  AuditRunOptions run;
  std::string to = "jsonl";
  bool quiet = false;
};

int CheckArticles(CheckOptions options) {
  CatchStopSignals();
  bool failed = false;
  options.run.stopped = [&] { return failed || StopSignal() != 0; };
  RejectNotes notes;
  uint64_t unreadable = 0;
  options.run.on_reject = [&](const Reject& reject) {
    unreadable += reject.reason == RejectReason::kCannotOpen;
    notes.Note(reject);
  };
  Engine engine;
  std::string out;
  AuditCounts counts =
      AuditArchive(engine, ExchangeRates::Shipped(), options.run, [&](const Check& check) {
        out.clear();
        options.to == "text" ? AppendCheckText(check, &out) : AppendCheckJson(check, &out);
        failed |= std::fwrite(out.data(), 1, out.size(), stdout) != out.size();
      });
  failed |= std::fflush(stdout) != 0;
  notes.Finish();
  if (failed) return kOutputFailed;
  if (!options.quiet) {
    std::fprintf(stderr, "factline: %llu read = %llu audited + %llu rejected; %llu checks\n",
                 static_cast<unsigned long long>(counts.read),
                 static_cast<unsigned long long>(counts.audited),
                 static_cast<unsigned long long>(counts.rejected),
                 static_cast<unsigned long long>(counts.checks));
  }
  if (StopSignal() != 0) return 128 + StopSignal();
  return unreadable > 0 ? kInputUnreadable : kDone;
}

}  // namespace

void AddCheck(CLI::App* app, Command* chosen) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command = app->add_subcommand(
      "check", "Show figures that do not agree: with each other, with the rate, with their parts");
  command->add_option("input", options->run.inputs,
                      "Articles: files, folders, patterns; - is standard input");
  AddReadingOptions(command, &options->run.from, &options->run.keys, &options->run.limits);
  command->add_option("--to", options->to, "jsonl, one record a check; text, for people")
      ->check(CLI::IsMember({"jsonl", "text"}));
  command
      ->add_option("--tolerance", options->run.audit.rate_tolerance,
                   "By how much a sum may miss the rate of its day (0.03 is 3 %); twice that\n"
                   "of a month's mean, five times of a year's")
      ->check(CLI::Range(0.0, 1.0));
  command->add_option("--window", options->run.window,
                      "Figures remembered from article to article");
  command
      ->add_option("--min-confidence", options->run.min_confidence, "Leave out what is less sure")
      ->check(CLI::Range(0.0, 1.0));
  command->add_flag("-q,--quiet", options->quiet, "No summary on standard error");
  command->callback([=] {
    if (options->run.inputs.empty()) {
      if (StandardInputIsTerminal()) throw CLI::CallForHelp();
      options->run.inputs = {"-"};
    }
    *chosen = [=] { return CheckArticles(*options); };
  });
}

}  // namespace factline
