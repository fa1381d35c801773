// 100,000 lines of which one in a hundred is broken: each is found, with the
// right reason, line and byte offset, and nothing else is; for any number of jobs
// the bytes written are the same.

#include <gtest/gtest.h>

#include "pipeline/run.h"
#include "tests/broken_lines.h"
#include "tests/temporary_folder.h"

namespace factline {
namespace {

class Bytes : public ByteSink {
 public:
  WriteResult Write(std::string_view more) override {
    bytes.append(more);
    return WriteResult::kWritten;
  }
  WriteResult Finish() override { return WriteResult::kWritten; }
  std::string bytes;
};

TEST(BadInput, EveryBrokenLineIsFoundAndNoOther) {
  TemporaryFolder folder;
  Engine engine;
  RunOptions options;
  options.limits.text = 3000;
  options.limits.record = 200'000;
  BrokenArchive archive = MakeBrokenArchive(100'000, options.limits);
  options.inputs = {folder.Write("archive.jsonl", archive.bytes)};
  std::string first_records, first_rejects;
  for (unsigned jobs : {1u, 2u, 3u, 8u}) {
    options.jobs = jobs;
    size_t next = 0;
    options.on_reject = [&](const Reject& reject) {
      ASSERT_LT(next, archive.broken.size());
      const BrokenPlace& expected = archive.broken[next++];
      EXPECT_EQ(Name(expected.reason), Name(reject.reason)) << expected.way;
      EXPECT_EQ(expected.line, reject.locator.line) << expected.way;
      EXPECT_EQ(expected.byte_offset, reject.locator.byte_offset) << expected.way;
    };
    Bytes records, rejects;
    RunResult result = ExtractArchive(engine, options, &records, &rejects);
    EXPECT_EQ(RunResult::End::kComplete, result.end);
    EXPECT_EQ(100'000u, result.counts.read);
    EXPECT_EQ(99'000u, result.counts.extracted);
    EXPECT_EQ(1'000u, result.counts.rejected);
    EXPECT_EQ(archive.broken.size(), next);
    if (jobs == 1) {
      first_records.swap(records.bytes);
      first_rejects.swap(rejects.bytes);
      continue;
    }
    EXPECT_TRUE(records.bytes == first_records) << jobs << " jobs";
    EXPECT_TRUE(rejects.bytes == first_rejects) << jobs << " jobs";
  }
}

}  // namespace
}  // namespace factline
