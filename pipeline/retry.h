// Reads again what an earlier run could not: the records that its rejects files
// name, and nothing else.
//
// Each is found in the file it stood in by its byte offset, so it does not matter
// what kept it out: a limit that was too low, a file that was missing or cut
// short, a line that has been mended since.  Where the file can no longer be
// opened, as standard input, the bytes that the reject kept serve, if they are all.
//
//   auto again = RetryList::Read({"rejects.jsonl"});
//   RunResult result = RetryRejects(engine, options, &*again, records, rejects);
//
// Memory: some 30 bytes a reject.

#ifndef FACTLINE_PIPELINE_RETRY_H_
#define FACTLINE_PIPELINE_RETRY_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/byte_sink.h"
#include "pipeline/engine.h"
#include "pipeline/run.h"
#include "schemas/result.h"

namespace factline {

// A line of a rejects file, with the memory it lives in.
struct StoredReject {
  std::string file, id, bytes;
  Reject reject;  // views into this; no detail
};

class RetryList {
 public:
  // The rejects of these files; patterns are expanded.  An error names file and
  // line.
  static Result<RetryList> Read(std::vector<std::string> paths);

  // The files that can be opened again, in the order in which they are named.
  const std::vector<std::string>& files() const { return files_; }
  bool CanBeOpened(const std::string& file) const;

  // Whether a record that stands there is to be read.  Many threads may ask.
  bool Wants(const Locator& place);

  // Calls `use` with every reject of which no record has been wanted so far, in
  // the order of the files, until it says false.
  Status ForEachLeft(const std::function<bool(const StoredReject&)>& use);

 private:
  struct Place {
    uint64_t byte_offset = 0;
    bool rest = false;      // and whatever follows
    uint8_t found = false;  // by Wants(); once it has been left over too
  };
  struct File {
    bool can_be_opened = false;
    std::vector<Place> places;  // by offset
    size_t first_rest = 0;      // index of the first of them that is a rest; else their number
  };
  Place* PlaceOf(std::string_view file, uint64_t byte_offset);

  std::vector<std::string> paths_, files_;
  std::map<std::string, File, std::less<>> places_;
};

// Reads what `*list` wants.  As ExtractArchive, but for options.inputs and
// options.wanted.  What is not found again is rejected as it was.
RunResult RetryRejects(const Engine& engine, const RunOptions& options, RetryList* list,
                       ByteSink* records, ByteSink* rejects);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_RETRY_H_
