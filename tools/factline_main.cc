// The `factline` command: reads the command line, runs the subcommand it names.

#include <CLI/CLI.hpp>
#include <cstdio>

#include "tools/command.h"
#include "tools/exit_code.h"

int main(int argc, char** argv) {
  CLI::App app{
      "factline finds the facts in news that can be counted or named, each with its source."};
  app.name("factline");
  app.require_subcommand(1);
  app.set_version_flag("--version", "factline " FACTLINE_VERSION);
  factline::Command chosen;
  factline::AddExtract(&app, &chosen);
  factline::AddPlan(&app, &chosen);
  factline::AddReprints(&app, &chosen);
  factline::AddMerge(&app, &chosen);
  factline::AddExplain(&app, &chosen);
  factline::AddScore(&app, &chosen);
  factline::AddVerify(&app, &chosen);
  factline::AddSchema(&app, &chosen);
  factline::AddCheck(&app, &chosen);
  factline::AddManual(&app, &chosen);
  factline::AddCompletion(&app, &chosen);
  if (argc == 1) {
    std::fputs(app.help().c_str(), stderr);
    return factline::kWrongUsage;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? factline::kDone : factline::kWrongUsage;
  }
  return chosen();
}
