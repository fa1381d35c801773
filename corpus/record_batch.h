// Records as they were cut out of the input, and the memory they live in: what
// one thread cuts and many parse.

#ifndef FACTLINE_CORPUS_RECORD_BATCH_H_
#define FACTLINE_CORPUS_RECORD_BATCH_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/reject.h"
#include "schemas/arena.h"
#include "schemas/article.h"

namespace factline {

enum class InputFormat : uint8_t;  // corpus/readers/format.h

// A record as it stands in the input, or, with a reason, what could not be cut out.
struct RawRecord {
  InputFormat format = {};
  RejectReason reason = RejectReason::kNone;
  std::string_view detail;
  std::string_view header;  // what the record needs from outside: of a row the names of the columns
  uint64_t begin = 0;       // in RecordBatch::bytes
  uint64_t size = 0;
  uint64_t full_size = 0;  // more than `size` where only the begin is kept
  bool rest = false;       // stands for all that follows in its file too
  Locator locator;
  // Where the reprints are known (pipeline/reprints): Article::group, and whether it is a
  // copy of an article published before.
  std::string_view group;
  bool reprint = false;
};

// Reused from batch to batch.
struct RecordBatch {
  std::vector<char> bytes;  // records, and room behind the last for a parser to look ahead
  uint64_t used = 0;
  Arena names;  // of files, and headers and details of rejects
  std::vector<RawRecord> records;

  std::string_view BytesOf(const RawRecord& record) const {
    return {bytes.data() + record.begin, record.size};
  }
  void Clear();
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_RECORD_BATCH_H_
