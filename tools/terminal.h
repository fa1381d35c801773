// What standard output and standard input are connected to.

#ifndef FACTLINE_TOOLS_TERMINAL_H_
#define FACTLINE_TOOLS_TERMINAL_H_

namespace factline {

bool StandardOutputIsTerminal();
bool StandardInputIsTerminal();

// Whether to write colours: a terminal, and NO_COLOR is not set.
bool UseColors();

// Columns of the terminal; of $COLUMNS or 120 where there is none.
int TerminalWidth();

}  // namespace factline
#endif  // FACTLINE_TOOLS_TERMINAL_H_
