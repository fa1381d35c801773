// What the standard streams are connected to.

#ifndef FACTLINE_TOOLS_TERMINAL_H_
#define FACTLINE_TOOLS_TERMINAL_H_

namespace factline {

bool StandardOutputIsTerminal();
bool StandardInputIsTerminal();
bool StandardErrorIsTerminal();

// Whether to write colours: a terminal, and NO_COLOR is not set.
bool UseColors();

// Columns of the terminal on standard output, and of the one on standard error; of
// $COLUMNS or 120 where there is none.
int TerminalWidth();
int StandardErrorWidth();

}  // namespace factline
#endif  // FACTLINE_TOOLS_TERMINAL_H_
