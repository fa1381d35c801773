// A run in parts: the same files for any number of jobs, shards and beginnings;
// what is missing is written again, what is another run's is refused.

#include "pipeline/parts/parts_run.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "tests/temporary_folder.h"

namespace factline {
namespace {

namespace fs = std::filesystem;

using End = PartsResult::End;
using Files = std::map<std::string, std::string>;  // name to bytes

const Engine& TheEngine() {
  static const Engine engine;
  return engine;
}

std::string Archive(int articles) {
  std::string lines;
  for (int i = 0; i < articles; ++i) {
    if (i % 37 == 5) {
      lines += "{\"id\":" + std::to_string(i) + "\n";
      continue;
    }
    lines += "{\"id\":\"a" + std::to_string(i) + "\",\"text\":\"Exports rose " +
             std::to_string(i % 80 + 2) + " percent to $" + std::to_string(i + 1) +
             " million in 2014.\"}\n";
  }
  return lines;
}

class PartsRun : public testing::Test {
 protected:
  PartsRun() { input_ = folder_.Write("in/archive.jsonl", Archive(230)); }

  PartsOptions Options(const std::string& name) const {
    PartsOptions options;
    options.run.inputs = {input_};
    options.run.jobs = 1;
    options.folder = folder_ / name;
    options.records_per_part = 25;
    return options;
  }

  static Files FilesOf(const std::string& folder) {
    Files files;
    for (const auto& entry : fs::directory_iterator(folder)) {
      files[entry.path().filename().string()] = TemporaryFolder::Read(entry.path().string());
    }
    return files;
  }

  // The files of an undisturbed run.
  Files Whole() {
    PartsOptions options = Options("whole");
    EXPECT_EQ(End::kComplete, ExtractInParts(TheEngine(), options).end);
    return FilesOf(options.folder);
  }

  TemporaryFolder folder_;
  std::string input_;
};

TEST_F(PartsRun, AccountsForEveryRecord) {
  PartsResult result = ExtractInParts(TheEngine(), Options("out"));
  ASSERT_EQ(End::kComplete, result.end) << result.error;
  EXPECT_EQ(230u, result.counts.read);
  EXPECT_EQ(7u, result.counts.rejected);
  EXPECT_EQ(223u, result.counts.extracted);
  EXPECT_EQ(10u, result.parts);
  Files files = FilesOf(folder_ / "out");
  EXPECT_EQ(1u, files.count("manifest.json"));
  EXPECT_NE(std::string::npos, files["manifest.json"].find("\"rejected\": 7"));
}

TEST_F(PartsRun, WritesTheSameFilesForAnyNumberOfJobs) {
  Files whole = Whole();
  for (unsigned jobs : {2u, 3u, 8u}) {
    PartsOptions options = Options("jobs" + std::to_string(jobs));
    options.run.jobs = jobs;
    ASSERT_EQ(End::kComplete, ExtractInParts(TheEngine(), options).end);
    EXPECT_EQ(whole, FilesOf(options.folder)) << jobs;
  }
}

TEST_F(PartsRun, GoesOnWhereItWasStopped) {
  Files whole = Whole();
  PartsOptions options = Options("stopped");
  int asked = 0;
  options.run.stopped = [&] { return ++asked > 3; };
  PartsResult first = ExtractInParts(TheEngine(), options);
  EXPECT_EQ(End::kStopped, first.end);
  EXPECT_FALSE(fs::exists(options.folder + "/manifest.json"));
  options.run.stopped = nullptr;
  options.resume = true;
  ASSERT_EQ(End::kComplete, ExtractInParts(TheEngine(), options).end);
  EXPECT_EQ(whole, FilesOf(options.folder));
}

TEST_F(PartsRun, WritesMissingAndCutPartsAgain) {
  Files whole = Whole();
  PartsOptions options = Options("whole");
  fs::remove(options.folder + "/part-00002.jsonl");
  fs::resize_file(options.folder + "/part-00004.jsonl", 10);
  // A kill in the middle of a line of the journal.
  std::string journal = whole["journal.tsv"];
  std::string cut = journal.substr(0, journal.find("part\t7") + 9);
  folder_.Write("whole/journal.tsv", cut);
  folder_.Write("whole/.part-00009.jsonl.tmp-1", "half");
  options.resume = true;
  PartsResult result = ExtractInParts(TheEngine(), options);
  ASSERT_EQ(End::kComplete, result.end) << result.error;
  EXPECT_EQ(5u, result.parts_kept);
  EXPECT_EQ(whole, FilesOf(options.folder));
}

TEST_F(PartsRun, RefusesAnotherRunsFolder) {
  Whole();
  PartsOptions options = Options("whole");
  EXPECT_EQ(End::kRefused, ExtractInParts(TheEngine(), options).end);
  options.resume = true;
  options.records_per_part = 50;
  EXPECT_EQ(End::kRefused, ExtractInParts(TheEngine(), options).end);
  options.records_per_part = 25;
  folder_.Write("in/archive.jsonl", Archive(231));
  EXPECT_EQ(End::kRefused, ExtractInParts(TheEngine(), options).end);
  options.force = true;
  EXPECT_EQ(End::kComplete, ExtractInParts(TheEngine(), options).end);
  options.run.inputs = {"-"};
  EXPECT_EQ(End::kRefused, ExtractInParts(TheEngine(), options).end);
}

TEST_F(PartsRun, RefusesToGoOnWithOtherTables) {
  PartsOptions options = Options("tables");
  options.tables = {folder_.Write("names.tsv", "surface\ttype\nAcme\torganization\n")};
  ASSERT_EQ(End::kComplete, ExtractInParts(TheEngine(), options).end);
  options.resume = true;
  EXPECT_EQ(End::kComplete, ExtractInParts(TheEngine(), options).end);
  folder_.Write("names.tsv", "surface\ttype\nAcme Ltd\torganization\n");
  EXPECT_EQ(End::kRefused, ExtractInParts(TheEngine(), options).end);
}

TEST_F(PartsRun, MergesShardsIntoWhatOneRunWrites) {
  Files whole = Whole();
  std::vector<std::string> folders;
  for (uint64_t shard = 0; shard < 3; ++shard) {
    PartsOptions options = Options("shard" + std::to_string(shard));
    options.shard = shard;
    options.shards = 3;
    ASSERT_EQ(End::kComplete, ExtractInParts(TheEngine(), options).end);
    folders.push_back(options.folder);
  }
  PartsResult merged = MergeParts(folders, folder_ / "merged");
  ASSERT_EQ(End::kComplete, merged.end) << merged.error;
  EXPECT_EQ(whole, FilesOf(folder_ / "merged"));
  // Into one of them, which then is the whole run.
  ASSERT_EQ(End::kComplete, MergeParts(folders, folders[0]).end);
  EXPECT_EQ(whole, FilesOf(folders[0]));
}

TEST_F(PartsRun, RefusesToMergeWhatIsNotWhole) {
  PartsOptions options = Options("shard0");
  options.shards = 2;
  ASSERT_EQ(End::kComplete, ExtractInParts(TheEngine(), options).end);
  PartsResult missing = MergeParts({options.folder}, folder_ / "merged");
  EXPECT_EQ(End::kRefused, missing.end);
  EXPECT_NE(std::string::npos, missing.error.find("part-00001.jsonl")) << missing.error;
  folder_.Write("shard0/part-00002.jsonl", "damaged");
  EXPECT_EQ(End::kRefused, MergeParts({options.folder}, folder_ / "merged2").end);
  EXPECT_EQ(End::kRefused, MergeParts({folder_ / "nowhere"}, folder_ / "merged3").end);
}

}  // namespace
}  // namespace factline
