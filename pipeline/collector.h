// The end of a run's line: writes what workers made and keeps count.

#ifndef FACTLINE_PIPELINE_COLLECTOR_H_
#define FACTLINE_PIPELINE_COLLECTOR_H_

#include <string>
#include <string_view>

#include "pipeline/batch_worker.h"
#include "pipeline/byte_sink.h"
#include "pipeline/run.h"

namespace factline {

// Fills what it is given as `result`.  Each call says whether the run can go on;
// where it cannot, the result says why.
class Collector {
 public:
  // `rejects` may be null; the rest must outlive the collector.
  Collector(const RunOptions& options, ByteSink* records, ByteSink* rejects, RunResult* result)
      : options_(options), records_(records), rejects_(rejects), result_(*result) {}

  bool Begin();
  bool Take(const Work& work);
  // A reject that no batch held; adds it to the counts.
  bool Take(const Reject& reject);
  // Ends a run of `read` records of input, as complete or as stopped.
  void Finish(uint64_t read);

 private:
  bool Written(ByteSink* sink, std::string_view bytes);
  bool Judged(ByteSink* sink, WriteResult written);

  const RunOptions& options_;
  ByteSink* records_;
  ByteSink* rejects_;
  RunResult& result_;
  std::string lines_;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_COLLECTOR_H_
