// The exit codes of the command.  Rejects alone are no error: they are counted.

#ifndef FACTLINE_TOOLS_EXIT_CODE_H_
#define FACTLINE_TOOLS_EXIT_CODE_H_

namespace factline {

enum ExitCode : int {
  kDone = 0,
  kWrongUsage = 2,
  kTooManyRejects = 3,   // more than --max-rejects
  kInputUnreadable = 4,  // an input could not be opened or read to its end
  kOutputFailed = 5,     // disk full, no permission
  kBrokenPipe = 141,     // who reads our output has gone; and 128 + signal when stopped
};

inline constexpr char kExitCodesHelp[] =
    "Exit codes: 0 done, 2 wrong usage, 3 more rejects than --max-rejects,\n"
    "4 an input could not be opened or read, 5 the output could not be written,\n"
    "130 and 143 stopped by a signal, 141 broken pipe.";

}  // namespace factline
#endif  // FACTLINE_TOOLS_EXIT_CODE_H_
