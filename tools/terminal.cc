#include "tools/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace factline {

bool StandardOutputIsTerminal() { return isatty(STDOUT_FILENO) == 1; }
bool StandardInputIsTerminal() { return isatty(STDIN_FILENO) == 1; }
bool StandardErrorIsTerminal() { return isatty(STDERR_FILENO) == 1; }

bool UseColors() {
  const char* no_color = std::getenv("NO_COLOR");
  return StandardOutputIsTerminal() && (no_color == nullptr || *no_color == '\0');
}

namespace {

int WidthOf(int fd) {
  winsize size{};
  if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  int width = columns == nullptr ? 0 : std::atoi(columns);
  return width > 0 ? width : 120;
}

}  // namespace

int TerminalWidth() { return WidthOf(STDOUT_FILENO); }
int StandardErrorWidth() { return WidthOf(STDERR_FILENO); }

}  // namespace factline
