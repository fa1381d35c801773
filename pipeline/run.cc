#include "pipeline/run.h"

#include "pipeline/batch_worker.h"
#include "pipeline/collector.h"
#include "pipeline/pump.h"

namespace factline {
void RunCounts::Count(const Piece& piece) {
  if (piece.skipped) {
    ++skipped;
  } else if (piece.reprint) {
    ++reprints;
  } else if (piece.reason == RejectReason::kNone) {
    ++extracted;
    facts += piece.facts;
    text_bytes += piece.text_bytes;
  } else {
    Count(piece.reason);
  }
}

void RunCounts::Count(RejectReason reason) {
  ++rejected;
  ++by_reason[static_cast<size_t>(reason)];
}

void RunCounts::Add(const RunCounts& other) {
  extracted += other.extracted;
  rejected += other.rejected;
  reprints += other.reprints;
  skipped += other.skipped;
  facts += other.facts;
  text_bytes += other.text_bytes;
  for (size_t i = 0; i < by_reason.size(); ++i) by_reason[i] += other.by_reason[i];
}

uint64_t RunCounts::unreadable() const {
  auto count = [&](RejectReason reason) { return by_reason[static_cast<size_t>(reason)]; };
  return count(RejectReason::kCannotOpen) + count(RejectReason::kCannotRead) +
         count(RejectReason::kDamaged) + count(RejectReason::kTruncated) +
         count(RejectReason::kTooLarge);
}

RunResult ExtractArchive(const Engine& engine, const RunOptions& options, ByteSink* records,
                         ByteSink* rejects) {
  RunResult result;
  Collector collector(options, records, rejects, &result);
  if (!collector.Begin()) return result;
  collector.Finish(Pump(engine, options, [&](const Work& work) { return collector.Take(work); }));
  return result;
}

}  // namespace factline
