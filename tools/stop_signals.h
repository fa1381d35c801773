// Ctrl-C and termination: the first asks the run to end after what is in hand,
// the second ends the program at once.

#ifndef FACTLINE_TOOLS_STOP_SIGNALS_H_
#define FACTLINE_TOOLS_STOP_SIGNALS_H_

namespace factline {

// From now on SIGINT and SIGTERM are noted; a broken pipe and a full disk are errors of
// write() instead of the program's end.
void CatchStopSignals();

// The signal that came, or 0.
int StopSignal();

}  // namespace factline
#endif  // FACTLINE_TOOLS_STOP_SIGNALS_H_
