#include "pipeline/run.h"

#include "pipeline/pump.h"
#include "pipeline/rejects.h"

namespace factline {
namespace {

using End = RunResult::End;

// The end of the line: writes what workers made and keeps count.
class Collector {
 public:
  Collector(const RunOptions& options, ByteSink* records, ByteSink* rejects, RunResult* result)
      : options_(options), records_(records), rejects_(rejects), result_(*result) {}

  // Whether the run can go on.
  bool Begin() { return Written(records_, NewRecordWriter(options_.to, options_.writer)->Head()); }

  bool Take(const Work& work) {
    result_.counts.Add(work.counts);
    if (!Written(records_, work.records)) return false;
    lines_.clear();
    for (const Reject& reject : work.rejects) {
      AppendRejectJson(reject, &lines_);
      if (options_.on_reject) options_.on_reject(reject);
    }
    return rejects_ == nullptr || Written(rejects_, lines_);
  }

  void Finish() {
    if (Judged(records_, records_->Finish()) && rejects_ != nullptr)
      Judged(rejects_, rejects_->Finish());
  }

 private:
  bool Written(ByteSink* sink, std::string_view bytes) {
    return bytes.empty() || Judged(sink, sink->Write(bytes));
  }

  bool Judged(ByteSink* sink, WriteResult written) {
    if (written == WriteResult::kWritten) return true;
    result_.end = written == WriteResult::kBrokenPipe ? End::kBrokenPipe : End::kOutputFailed;
    result_.error = sink->error();
    return false;
  }

  const RunOptions& options_;
  ByteSink* records_;
  ByteSink* rejects_;
  RunResult& result_;
  std::string lines_;
};

}  // namespace

void RunCounts::Count(const Piece& piece) {
  if (piece.skipped) return;
  if (piece.reason == RejectReason::kNone) {
    ++extracted;
    facts += piece.facts;
    text_bytes += piece.text_bytes;
  } else {
    ++rejected;
    ++by_reason[static_cast<size_t>(piece.reason)];
  }
}

void RunCounts::Add(const RunCounts& other) {
  extracted += other.extracted;
  rejected += other.rejected;
  facts += other.facts;
  text_bytes += other.text_bytes;
  for (size_t i = 0; i < by_reason.size(); ++i) by_reason[i] += other.by_reason[i];
}

uint64_t RunCounts::unreadable() const {
  auto count = [&](RejectReason reason) { return by_reason[static_cast<size_t>(reason)]; };
  return count(RejectReason::kCannotOpen) + count(RejectReason::kCannotRead) +
         count(RejectReason::kDamaged);
}

RunResult ExtractArchive(const Engine& engine, const RunOptions& options, ByteSink* records,
                         ByteSink* rejects) {
  RunResult result;
  Collector collector(options, records, rejects, &result);
  if (!collector.Begin()) return result;
  result.counts.read =
      Pump(engine, options, [&](const Work& work) { return collector.Take(work); });
  if (result.end != End::kComplete) return result;
  if (options.stopped && options.stopped()) {
    result.end = End::kStopped;
    return result;
  }
  if (result.counts.read != result.counts.extracted + result.counts.rejected) {
    result.end = End::kOutputFailed;
    result.error = "articles have been lost: read is not extracted + rejected";
    return result;
  }
  collector.Finish();
  return result;
}

}  // namespace factline
