// What the progress line says and when, by a clock wound by hand.

#include "tools/progress.h"

#include <gtest/gtest.h>

namespace factline {
namespace {

class ProgressLine : public testing::Test {
 protected:
  Progress::Screen Screen(bool terminal) {
    Progress::Screen screen;
    screen.terminal = terminal;
    screen.print = [this](const std::string& text) { printed_ += text; };
    screen.seconds = [this] { return now_; };
    return screen;
  }
  std::string Printed() { return std::exchange(printed_, ""); }

  double now_ = 100;
  std::string printed_;
};

TEST_F(ProgressLine, IsDrawnOverAndOverOnATerminal) {
  Progress progress(Screen(true), 1'000'000'000);
  progress.Note(5000, 5'000'000);
  EXPECT_EQ("", Printed());
  now_ += 10;
  progress.Note(1'204'331 - 5000, 250'000'000);
  EXPECT_EQ(
      "\r\033[Kfactline [====>             ]  25%  25.0 MB/s  1,204,331 articles  0:30 "
      "left",
      Printed());
  now_ += 0.1;
  progress.Note(1, 260'000'000);
  EXPECT_EQ("", Printed());
  progress.Clear();
  EXPECT_EQ("\r\033[K", Printed());
  progress.Clear();
  EXPECT_EQ("", Printed());
}

TEST_F(ProgressLine, IsALineEveryHalfAMinuteElsewhere) {
  Progress progress(Screen(false), 90'000'000'000);
  now_ += 29;
  progress.Note(10, 1'000'000);
  EXPECT_EQ("", Printed());
  now_ += 1;
  progress.Note(10, 600'000'000);
  EXPECT_EQ("factline: 0% read, 20 articles, 20.0 MB/s, 1:14:30 left\n", Printed());
  progress.Clear();
  EXPECT_EQ("", Printed());
}

TEST_F(ProgressLine, SaysNoShareOfAnInputWithoutAnEnd) {
  Progress progress(Screen(true), 0);
  now_ += 2;
  progress.Note(40, 3'000'000);
  EXPECT_EQ("\r\033[Kfactline 3.0 MB  1.5 MB/s  40 articles", Printed());
}

TEST_F(ProgressLine, FollowsTheRateOfLate) {
  Progress progress(Screen(true), 100'000'000);
  now_ += 1;
  progress.Note(0, 50'000'000);
  for (int i = 0; i < 60; ++i) {
    now_ += 1;
    progress.Note(0, 50'000'000 + static_cast<uint64_t>(i + 1) * 100'000);
  }
  std::string line = Printed();
  line = line.substr(line.rfind('\r'));
  EXPECT_NE(std::string::npos, line.find(" 56%  1.0 MB/s")) << line;
}

TEST_F(ProgressLine, FitsANarrowTerminal) {
  Progress::Screen narrow = Screen(true);
  narrow.width = 20;
  Progress progress(narrow, 100);
  now_ += 2;
  progress.Note(1, 50);
  EXPECT_EQ(std::string("\r\033[K").size() + 19, Printed().size());
}

TEST_F(ProgressLine, IsNotThereWithoutAScreen) {
  Progress progress({}, 100);
  progress.Note(1, 50);
  progress.Clear();
}

}  // namespace
}  // namespace factline
