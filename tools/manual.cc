// factline help, and factline manual: the manual page in mdoc, made of the table of
// options.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "tools/command.h"
#include "tools/exit_code.h"
#include "tools/option_table.h"

namespace factline {
namespace {

// Text as mdoc takes it: nothing in it is a macro or an escape.
std::string Plain(const std::string& text) {
  std::string plain;
  for (char c : text) {
    if (c == '\\') plain += "\\e";
    if (c == '-') plain += "\\-";
    if (c != '\\' && c != '-') plain += c;
  }
  return (!plain.empty() && (plain[0] == '.' || plain[0] == '\'')) ? "\\&" + plain : plain;
}

std::string OptionEntry(const OptionRow& option) {
  std::string item = ".It";
  for (const std::string& name : option.names) {
    item += (item == ".It" ? " Fl " : " , Fl ") + Plain(name.substr(1));
  }
  if (option.names.empty()) item += " Ar " + option.positional;
  if (!option.names.empty() && option.takes_value) item += " Ar value";
  std::string text = Plain(option.description) + ".\n";
  if (!option.choices.empty()) {
    text += "One of\n";
    for (size_t i = 0; i < option.choices.size(); ++i) {
      text += ".Cm " + Plain(option.choices[i]) + (i + 1 < option.choices.size() ? " ,\n" : " .\n");
    }
  }
  return item + "\n" + text;
}

std::string Manual(const CLI::App& app) {
  std::string text =
      ".\\\" Made by `factline manual`; edit the options where they are declared.\n"
      ".Dd November 25, 2026\n.Dt FACTLINE 1\n.Os\n.Sh NAME\n.Nm factline\n"
      ".Nd find the facts in news\n.Sh SYNOPSIS\n";
  auto commands = OptionTable(app);
  for (const CommandRow& command : commands) {
    text += ".Nm\n.Cm " + command.name + "\n.Op Ar options\n.Ar ...\n";
  }
  text += ".Sh DESCRIPTION\n" + Plain(app.get_description()) + "\n.Sh COMMANDS\n";
  for (const CommandRow& command : commands) {
    text += ".Ss " + command.name + "\n" + Plain(command.description) + ".\n";
    if (command.options.empty()) continue;
    text += ".Bl -tag -width Ds\n";
    for (const OptionRow& option : command.options) text += OptionEntry(option);
    text += ".El\n";
  }
  return text +
         ".Sh ENVIRONMENT\n.Bl -tag -width NO_COLOR\n.It Ev NO_COLOR\nNo colours.\n"
         ".It Ev COLUMNS\nWidth of a table where there is no terminal.\n.El\n"
         ".Sh EXIT STATUS\n" +
         Plain(kExitCodesHelp) + "\n";
}

int PrintHelp(const CLI::App& app, const std::string& topic) {
  for (const CLI::App* command : app.get_subcommands({})) {
    if (command->get_name() != topic) continue;
    return std::fputs(command->help("factline").c_str(), stdout) < 0 ? kOutputFailed : kDone;
  }
  if (!topic.empty()) {
    std::fprintf(stderr, "factline help: there is no subcommand %s\n", topic.c_str());
    return kWrongUsage;
  }
  return std::fputs(app.help().c_str(), stdout) < 0 ? kOutputFailed : kDone;
}

}  // namespace

void AddManual(CLI::App* app, Command* chosen) {
  auto topic = std::make_shared<std::string>();
  CLI::App* help = app->add_subcommand("help", "Show how a subcommand is used");
  help->add_option("topic", *topic, "A subcommand");
  help->callback([=] { *chosen = [=] { return PrintHelp(*app, *topic); }; });
  CLI::App* manual = app->add_subcommand("manual", "Print the manual page, for man -l");
  manual->callback([=] {
    *chosen = [=] { return std::fputs(Manual(*app).c_str(), stdout) < 0 ? kOutputFailed : kDone; };
  });
}

}  // namespace factline
