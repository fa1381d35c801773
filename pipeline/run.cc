#include "pipeline/run.h"

#include <algorithm>
#include <thread>

#include "pipeline/batch_worker.h"
#include "pipeline/rejects.h"
#include "pipeline/work_ring.h"

namespace factline {
namespace {

constexpr unsigned kMostJobs = 256;

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

uint64_t RunAlone(const Engine& engine, const RunOptions& options, Collector* collector) {
  ArchiveReader reader(options.inputs, options.from, options.limits, options.stopped);
  BatchWorker worker(engine, options);
  Work work;
  uint64_t read = 0;
  while (reader.Fill(&work.batch)) {
    read += work.batch.records.size();
    worker.Do(&work);
    if (!collector->Take(work)) break;
  }
  return read;
}

uint64_t RunTogether(const Engine& engine, const RunOptions& options, unsigned jobs,
                     Collector* collector) {
  WorkRing ring(2 * jobs + 2);
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < jobs; ++i) {
    threads.emplace_back([&] {
      BatchWorker worker(engine, options);
      while (Work* work = ring.Take()) {
        worker.Do(work);
        ring.Done(work);
      }
    });
  }
  threads.emplace_back([&] {
    while (Work* work = ring.Oldest()) {
      if (!collector->Take(*work)) return ring.Cancel();
      ring.Release();
    }
  });
  auto stopped = [&] { return ring.cancelled() || (options.stopped && options.stopped()); };
  ArchiveReader reader(options.inputs, options.from, options.limits, stopped);
  uint64_t read = 0;
  while (Work* work = ring.Empty()) {
    if (!reader.Fill(&work->batch)) break;
    read += work->batch.records.size();
    ring.Submit();
  }
  ring.EndOfInput();
  return read;
}

}  // namespace

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
  unsigned jobs = options.jobs != 0 ? options.jobs : std::thread::hardware_concurrency();
  jobs = std::clamp(jobs, 1u, kMostJobs);
  RunResult result;
  Collector collector(options, records, rejects, &result);
  if (!collector.Begin()) return result;
  result.counts.read = jobs == 1 ? RunAlone(engine, options, &collector)
                                 : RunTogether(engine, options, jobs, &collector);
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
