// The subcommands of `factline`, one thin file each.

#ifndef FACTLINE_TOOLS_COMMAND_H_
#define FACTLINE_TOOLS_COMMAND_H_

#include <functional>

namespace CLI {
class App;
}

namespace factline {

// What the command line asked for: does the work, returns the exit code.
using Command = std::function<int()>;

// Each adds its subcommand and options to `app`; where the user has chosen it,
// parsing sets `*chosen`.
void AddCheck(CLI::App* app, Command* chosen);
void AddCompletion(CLI::App* app, Command* chosen);
void AddExplain(CLI::App* app, Command* chosen);
void AddExtract(CLI::App* app, Command* chosen);
void AddManual(CLI::App* app, Command* chosen);
void AddMerge(CLI::App* app, Command* chosen);
void AddPlan(CLI::App* app, Command* chosen);
void AddReprints(CLI::App* app, Command* chosen);
void AddSchema(CLI::App* app, Command* chosen);
void AddScore(CLI::App* app, Command* chosen);
void AddVerify(CLI::App* app, Command* chosen);

}  // namespace factline
#endif  // FACTLINE_TOOLS_COMMAND_H_
