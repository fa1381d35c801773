#include "pipeline/collector.h"

#include "pipeline/rejects.h"

namespace factline {

using End = RunResult::End;

bool Collector::Begin() {
  return Written(records_, NewRecordWriter(options_.to, options_.writer)->Head());
}

bool Collector::Take(const Work& work) {
  result_.counts.Add(work.counts);
  if (!Written(records_, work.records)) return false;
  lines_.clear();
  for (const Reject& reject : work.rejects) {
    AppendRejectJson(reject, &lines_);
    if (options_.on_reject) options_.on_reject(reject);
  }
  return rejects_ == nullptr || Written(rejects_, lines_);
}

bool Collector::Take(const Reject& reject) {
  result_.counts.Count(reject.reason);
  lines_.clear();
  AppendRejectJson(reject, &lines_);
  if (options_.on_reject) options_.on_reject(reject);
  return rejects_ == nullptr || Written(rejects_, lines_);
}

void Collector::Finish(uint64_t read) {
  RunCounts& counts = result_.counts;
  counts.read = read - counts.skipped;
  if (result_.end != End::kComplete) return;
  if (options_.reprints != nullptr && !options_.reprints->error().empty()) {
    result_.end = End::kRefused;
    result_.error = options_.reprints->error();
  } else if (options_.stopped && options_.stopped()) {
    result_.end = End::kStopped;
  } else if (counts.read != counts.extracted + counts.rejected + counts.reprints) {
    result_.end = End::kOutputFailed;
    result_.error = "articles have been lost: read is not extracted + rejected";
  } else if (Judged(records_, records_->Finish()) && rejects_ != nullptr) {
    Judged(rejects_, rejects_->Finish());
  }
}

bool Collector::Written(ByteSink* sink, std::string_view bytes) {
  return bytes.empty() || Judged(sink, sink->Write(bytes));
}

bool Collector::Judged(ByteSink* sink, WriteResult written) {
  if (written == WriteResult::kWritten) return true;
  result_.end = written == WriteResult::kBrokenPipe ? End::kBrokenPipe : End::kOutputFailed;
  result_.error = sink->error();
  return false;
}

}  // namespace factline
