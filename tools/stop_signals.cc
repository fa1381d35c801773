#include "tools/stop_signals.h"

#include <signal.h>
#include <unistd.h>

#include <atomic>

namespace factline {
namespace {

std::atomic<int> caught{0};
static_assert(std::atomic<int>::is_always_lock_free);

void Note(int signal) {
  int none = 0;
  if (!caught.compare_exchange_strong(none, signal)) ::_exit(128 + signal);
}

}  // namespace

void CatchStopSignals() {
  struct sigaction action = {};
  action.sa_handler = Note;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  action.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &action, nullptr);
  ::sigaction(SIGXFSZ, &action, nullptr);
}

int StopSignal() { return caught; }

}  // namespace factline
