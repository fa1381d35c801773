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

// A batch on its way from the reader to the writer.
struct Work {
  RecordBatch batch;
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
  Analyzer analyzer_;
  RecordParser parser_;
  std::unique_ptr<RecordWriter> writer_;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_BATCH_WORKER_H_
