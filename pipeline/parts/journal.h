// The journal of a run in parts: which parts are done, and what is in them.
//
// A text file, a line a part, in the order in which parts were finished:
//   config \t SHA-256 of config.json \t format \t records a part
//   part \t number \t file \t bytes \t sha256 \t read \t extracted \t facts \t text bytes
//        \t rejected \t reprints, then a column a reason
//   end \t records in the whole input
// A line is written only after its part is on the disk under its final name, so
// what the journal names is whole.  A line cut short by a kill is passed over.

#ifndef FACTLINE_PIPELINE_PARTS_JOURNAL_H_
#define FACTLINE_PIPELINE_PARTS_JOURNAL_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/run.h"
#include "schemas/result.h"

namespace factline {

struct PartEntry {
  uint64_t number = 0;
  std::string file;  // its name in the folder
  uint64_t bytes = 0;
  std::string sha256;
  RunCounts counts;
};

struct Journal {
  std::string config;  // SHA-256 of what decides the bytes; empty: nothing was written yet
  RecordFormat format = RecordFormat::kJsonLines;
  uint64_t records_per_part = 0;
  std::map<uint64_t, PartEntry> parts;
  std::optional<uint64_t> records;  // of the whole input, once it has been seen to its end

  // The journal at `path`; an empty one where there is no such file.
  static Result<Journal> Read(const std::string& path);
};

// The lines of a journal, each with its line feed.
std::string ConfigLine(const Journal& journal);
std::string PartLine(const PartEntry& part);
std::string EndLine(uint64_t records);

// Appends lines to the journal at `path`, each on the disk when Append returns.
// Cuts off a line that a kill left unfinished.
class JournalWriter {
 public:
  JournalWriter() = default;
  ~JournalWriter();
  JournalWriter(const JournalWriter&) = delete;
  JournalWriter& operator=(const JournalWriter&) = delete;

  Status Open(const std::string& path);
  Status Append(std::string_view line);

 private:
  int fd_ = -1;
  std::string path_;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_PARTS_JOURNAL_H_
