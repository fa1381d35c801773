// What one thread of a run does with a batch: articles out of records, facts out
// of articles, bytes out of facts.

#ifndef FACTLINE_PIPELINE_BATCH_WORKER_H_
#define FACTLINE_PIPELINE_BATCH_WORKER_H_

#include <memory>
#include <string>
#include <vector>

#include "corpus/record_parser.h"
#include "pipeline/run.h"

namespace factline {

// What became of one record of a batch.
struct Piece {
  uint64_t records_end = 0;  // where its bytes in Work::records end
  RejectReason reason = RejectReason::kNone;
  bool skipped = false;  // not wanted: neither read nor rejected
  bool reprint = false;  // left out
  uint32_t facts = 0;
  uint32_t text_bytes = 0;
};

// A batch on its way from the reader to the writer.
struct Work {
  RecordBatch batch;
  uint64_t first = 0;           // number of its first record in the whole input
  uint64_t bytes_read = 0;      // of the input files when it had been cut out
  std::vector<Piece> pieces;    // one a record
  std::string records;          // as they will be written
  std::vector<Reject> rejects;  // views into the batch
  RunCounts counts;
};

class BatchWorker {
 public:
  BatchWorker(const Engine& engine, const RunOptions& options);

  // Fills what `*work` lacks besides its batch.
  void Do(Work* work);

 private:
  void Read(const RawRecord& record, Work* work, Piece* piece);

  Analyzer analyzer_;
  RecordParser parser_;
  bool unique_;
  const std::function<bool(uint64_t, const Locator&)>& wanted_;
  std::unique_ptr<RecordWriter> writer_;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_BATCH_WORKER_H_
