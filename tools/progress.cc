#include "tools/progress.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "corpus/inputs.h"
#include "tools/terminal.h"

namespace factline {
namespace {

constexpr double kTerminalSeconds = 0.2;  // between two drawings
constexpr double kPlainSeconds = 30;      // between two lines
constexpr double kFirstSeconds = 1;       // a terminal shows nothing before
constexpr double kRateSeconds = 15;       // how far back the rate looks
constexpr int kBar = 18;                  // columns, for a line of 80
constexpr char kClearLine[] = "\r\033[K";

// "1,204,331"
std::string Grouped(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

// "4:10", "1:04:10"
std::string Duration(double seconds) {
  auto whole = static_cast<unsigned long long>(std::min(seconds, 1e9) + 0.5);
  char text[40];
  if (whole < 3600)
    std::snprintf(text, sizeof text, "%llu:%02llu", whole / 60, whole % 60);
  else
    std::snprintf(text, sizeof text, "%llu:%02llu:%02llu", whole / 3600, whole / 60 % 60,
                  whole % 60);
  return text;
}

std::string Megabytes(double bytes) {
  char text[40];
  std::snprintf(text, sizeof text, "%.1f MB", bytes / 1e6);
  return text;
}

}  // namespace

Progress::Progress(Screen screen, uint64_t input_bytes)
    : screen_(std::move(screen)), input_bytes_(input_bytes) {
  begin_ = shown_ = screen_.print ? screen_.seconds() : 0;
}

void Progress::Note(uint64_t articles, uint64_t bytes_read) {
  if (!screen_.print) return;
  articles_ += articles;
  bytes_read_ = bytes_read;
  double now = screen_.seconds(), since = now - shown_;
  if (since < (screen_.terminal ? kTerminalSeconds : kPlainSeconds)) return;
  if (screen_.terminal && now - begin_ < kFirstSeconds) return;
  double rate = static_cast<double>(bytes_read_ - bytes_shown_) / since;
  rate_ = bytes_shown_ == 0 ? rate : rate_ + (rate - rate_) * (1 - std::exp(-since / kRateSeconds));
  shown_ = now;
  bytes_shown_ = bytes_read_;
  if (screen_.terminal) {
    std::string line = Line();
    line.resize(std::min(line.size(), static_cast<size_t>(std::max(screen_.width - 1, 0))));
    screen_.print(kClearLine + line);
    drawn_ = true;
  } else {
    screen_.print(Line() + "\n");
  }
}

void Progress::Clear() {
  if (drawn_) screen_.print(kClearLine);
  drawn_ = false;
}

std::string Progress::Line() const {
  double part =
      input_bytes_ == 0
          ? 0
          : std::min(1.0, static_cast<double>(bytes_read_) / static_cast<double>(input_bytes_));
  bool known = input_bytes_ != 0;
  std::string left;
  if (known && rate_ > 0)
    left = Duration(static_cast<double>(input_bytes_) * (1 - part) / rate_) + " left";
  std::string read = known ? std::to_string(static_cast<int>(part * 100)) + "%"
                           : Megabytes(static_cast<double>(bytes_read_));
  if (!screen_.terminal) {
    return "factline: " + read + " read, " + std::to_string(articles_) + " articles, " +
           Megabytes(rate_) + "/s" + (left.empty() ? "" : ", " + left);
  }
  std::string line = "factline ";
  if (known) {
    auto full = static_cast<size_t>(part * kBar);
    std::string bar = std::string(full, '=') + (full < kBar ? ">" : "");
    line += "[" + bar + std::string(kBar - bar.size(), ' ') + "] ";
  }
  line += std::string(known ? 4 - read.size() : 0, ' ') + read + "  " + Megabytes(rate_) + "/s  " +
          Grouped(articles_) + " articles";
  return left.empty() ? line : line + "  " + left;
}

Progress::Screen StandardError() {
  Progress::Screen screen;
  screen.terminal = StandardErrorIsTerminal();
  screen.width = StandardErrorWidth();
  screen.print = [](const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
  };
  screen.seconds = [] {
    auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double>(now).count();
  };
  return screen;
}

uint64_t BytesOf(const std::vector<std::string>& names) {
  uint64_t bytes = 0;
  Inputs inputs(names);
  while (auto input = inputs.Next()) {
    struct stat what;
    if (input->path == "-") return 0;
    if (::stat(input->path.c_str(), &what) == 0) bytes += static_cast<uint64_t>(what.st_size);
  }
  return bytes;
}

}  // namespace factline
