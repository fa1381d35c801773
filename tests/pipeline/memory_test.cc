// Memory does not grow with the archive, even when every article is made of words
// never seen before.

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "pipeline/run.h"
#include "tests/temporary_folder.h"

namespace factline {
namespace {

class Nowhere : public ByteSink {
 public:
  WriteResult Write(std::string_view) override { return WriteResult::kWritten; }
  WriteResult Finish() override { return WriteResult::kWritten; }
};

uint64_t ResidentBytes() {
  std::ifstream in("/proc/self/statm");
  uint64_t all = 0, resident = 0;
  in >> all >> resident;
  return resident * static_cast<uint64_t>(::sysconf(_SC_PAGESIZE));
}

// Capitalised words of random letters, figures between them.
void WriteArchive(const std::string& path, int articles) {
  std::ofstream out(path, std::ios::binary);
  uint64_t state = 88172645463325252ull;
  auto next = [&] {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
  };
  for (int i = 0; i < articles; ++i) {
    out << "{\"id\":" << i << ",\"text\":\"";
    for (int w = 0; w < 120; ++w) {
      std::string word;
      for (uint64_t bits = next(); word.size() < 3 + bits % 7;) {
        word += static_cast<char>((word.empty() && bits % 3 == 0 ? 'A' : 'a') + next() % 26);
      }
      if (w % 15 == 7) out << "$" << next() % 1000 << " million ";
      out << word << (w % 20 == 19 ? ". " : " ");
    }
    out << "\"}\n";
  }
}

TEST(Memory, DoesNotGrowWithTheArchive) {
  TemporaryFolder folder;
  WriteArchive(folder / "archive.jsonl", 100'000);
  Engine engine;
  for (unsigned jobs : {1u, 3u}) {
    RunOptions options;
    options.jobs = jobs;
    options.inputs = {folder / "archive.jsonl"};
    uint64_t asked = 0, early = 0, most = 0;
    options.stopped = [&] {
      if (++asked % 16 != 0) return false;
      uint64_t resident = ResidentBytes();
      if (asked <= 160) early = std::max(early, resident);
      most = std::max(most, resident);
      return false;
    };
    Nowhere nowhere;
    RunResult result = ExtractArchive(engine, options, &nowhere, nullptr);
    EXPECT_EQ(100'000u, result.counts.extracted);
    EXPECT_GT(asked, 500u);
    EXPECT_LE(most, early + early / 20 + (4 << 20)) << jobs << " jobs";
    EXPECT_LE(most, 200u << 20) << jobs << " jobs";
  }
}

}  // namespace
}  // namespace factline
