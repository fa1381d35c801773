// The run: accounts for every article, same bytes for any number of jobs, files
// whole or not at all.

#include "pipeline/run.h"

#include <gtest/gtest.h>

#include "tests/temporary_folder.h"

namespace factline {
namespace {

const Engine& TheEngine() {
  static const Engine engine;
  return engine;
}

// Keeps what is written; fails from a number of writes on.
class MemorySink : public ByteSink {
 public:
  explicit MemorySink(int writes_left = 1 << 30, WriteResult failure = WriteResult::kFailed)
      : writes_left_(writes_left), failure_(failure) {}
  WriteResult Write(std::string_view more) override {
    if (writes_left_-- <= 0) {
      error_ = "memory: full";
      return failure_;
    }
    bytes.append(more);
    return WriteResult::kWritten;
  }
  WriteResult Finish() override {
    finished = true;
    return WriteResult::kWritten;
  }
  std::string bytes;
  bool finished = false;

 private:
  int writes_left_;
  WriteResult failure_;
};

std::string Archive(int articles) {
  std::string lines;
  for (int i = 0; i < articles; ++i) {
    if (i % 100 == 99) {
      lines += "{\"id\":" + std::to_string(i) + "\n";
      continue;
    }
    lines += "{\"id\":\"a" + std::to_string(i) +
             "\",\"published\":\"2024-05-01\",\"text\":\"Sales rose " + std::to_string(i % 90 + 2) +
             " percent to $" + std::to_string(i) +
             " million in 2023, John Smith of France told Reuters.\"}\n";
  }
  return lines;
}

TEST(Run, WritesTheSameBytesForAnyNumberOfJobs) {
  TemporaryFolder folder;
  RunOptions options;
  options.inputs = {folder.Write("a.jsonl", Archive(20'000)),
                    folder.Write("b.jsonl", Archive(300))};
  options.jobs = 1;
  MemorySink records, rejects;
  RunResult alone = ExtractArchive(TheEngine(), options, &records, &rejects);
  EXPECT_EQ(RunResult::End::kComplete, alone.end);
  EXPECT_EQ(20'300u, alone.counts.read);
  EXPECT_EQ(203u, alone.counts.rejected);
  EXPECT_EQ(203u, alone.counts.by_reason[static_cast<int>(RejectReason::kInvalidJson)]);
  EXPECT_TRUE(records.finished && rejects.finished);
  for (unsigned jobs : {2u, 3u, 8u}) {
    options.jobs = jobs;
    MemorySink more_records, more_rejects;
    RunResult together = ExtractArchive(TheEngine(), options, &more_records, &more_rejects);
    EXPECT_EQ(alone.counts.extracted, together.counts.extracted);
    EXPECT_EQ(alone.counts.facts, together.counts.facts);
    EXPECT_TRUE(records.bytes == more_records.bytes) << jobs << " jobs";
    EXPECT_TRUE(rejects.bytes == more_rejects.bytes) << jobs << " jobs";
  }
}

TEST(Run, TellsOfRejectsInTheOrderOfTheInput) {
  TemporaryFolder folder;
  RunOptions options;
  options.inputs = {folder.Write("a.jsonl", Archive(5000))};
  options.jobs = 4;
  uint64_t line = 0, told = 0;
  options.on_reject = [&](const Reject& reject) {
    EXPECT_LT(line, reject.locator.line);
    line = reject.locator.line;
    ++told;
  };
  MemorySink records;
  RunResult result = ExtractArchive(TheEngine(), options, &records, nullptr);
  EXPECT_EQ(result.counts.rejected, told);
}

TEST(Run, EndsWhenTheOutputFails) {
  TemporaryFolder folder;
  RunOptions options;
  options.inputs = {folder.Write("a.jsonl", Archive(20'000))};
  for (unsigned jobs : {1u, 3u}) {
    options.jobs = jobs;
    MemorySink records, full(1), closed(1, WriteResult::kBrokenPipe);
    RunResult result = ExtractArchive(TheEngine(), options, &records, &full);
    EXPECT_EQ(RunResult::End::kOutputFailed, result.end);
    EXPECT_EQ("memory: full", result.error);
    EXPECT_FALSE(records.finished || full.finished);
    EXPECT_EQ(RunResult::End::kBrokenPipe,
              ExtractArchive(TheEngine(), options, &records, &closed).end);
  }
}

TEST(Run, EndsWhenAskedTo) {
  TemporaryFolder folder;
  RunOptions options;
  options.inputs = {folder.Write("a.jsonl", Archive(20'000))};
  for (unsigned jobs : {1u, 3u}) {
    options.jobs = jobs;
    std::atomic<int> asked{0};
    options.stopped = [&] { return ++asked > 3; };
    MemorySink records;
    RunResult result = ExtractArchive(TheEngine(), options, &records, nullptr);
    EXPECT_EQ(RunResult::End::kStopped, result.end);
    EXPECT_LT(result.counts.read, 20'000u);
    EXPECT_EQ(result.counts.read, result.counts.extracted + result.counts.rejected);
    EXPECT_FALSE(records.finished);
  }
}

TEST(ByteSink, MakesAFileWholeOrNotAtAll) {
  TemporaryFolder folder;
  std::string path = folder.Write("out.jsonl", "old");
  {
    auto dropped = OpenByteSink(path);
    ASSERT_TRUE(dropped.has_value());
    EXPECT_EQ(WriteResult::kWritten, (*dropped)->Write("new"));
  }
  EXPECT_EQ("old", TemporaryFolder::Read(path));
  auto finished = OpenByteSink(path);
  EXPECT_EQ(WriteResult::kWritten, (*finished)->Write("new"));
  EXPECT_EQ("old", TemporaryFolder::Read(path));
  EXPECT_EQ(WriteResult::kWritten, (*finished)->Finish());
  EXPECT_EQ("new", TemporaryFolder::Read(path));
  EXPECT_EQ(1, std::distance(std::filesystem::directory_iterator(folder.path()), {}));
}

TEST(ByteSink, SaysWhatFailed) {
  EXPECT_FALSE(OpenByteSink("/no/such/folder/out.jsonl").has_value());
  auto full = OpenByteSink("/dev/full");
  ASSERT_TRUE(full.has_value());
  EXPECT_EQ(WriteResult::kFailed, (*full)->Write("x"));
  EXPECT_EQ("/dev/full: write: No space left on device", (*full)->error());
}

}  // namespace
}  // namespace factline
