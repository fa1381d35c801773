#include "pipeline/pump.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "pipeline/work_ring.h"

namespace factline {
namespace {

constexpr unsigned kMostJobs = 256;

using Take = std::function<bool(const Work&)>;

// The records of the inputs, batch by batch, and their numbers.
class Feed {
 public:
  Feed(const RunOptions& options, std::function<bool()> stopped)
      : options_(options),
        reader_(options.inputs, options.from, options.limits, std::move(stopped), &bytes_read_),
        next_(options.first_record) {}

  bool Fill(Work* work) {
    if (next_ >= options_.end_record || !reader_.Fill(&work->batch)) return false;
    if (options_.reprints != nullptr && !options_.reprints->Mark(next_, &work->batch)) return false;
    work->first = next_;
    work->bytes_read = bytes_read_;
    next_ += work->batch.records.size();
    return true;
  }
  uint64_t read() const { return next_ - options_.first_record; }

 private:
  const RunOptions& options_;
  std::atomic<uint64_t> bytes_read_{0};
  ArchiveReader reader_;
  uint64_t next_;
};

uint64_t RunAlone(const RunOptions& options, const std::function<Worker()>& new_worker,
                  const Take& take) {
  Feed feed(options, options.stopped);
  Worker worker = new_worker();
  Work work;
  while (feed.Fill(&work)) {
    worker(&work);
    if (!take(work)) break;
  }
  return feed.read();
}

uint64_t RunTogether(const RunOptions& options, unsigned jobs,
                     const std::function<Worker()>& new_worker, const Take& take) {
  WorkRing ring(2 * jobs + 2);
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < jobs; ++i) {
    threads.emplace_back([&] {
      Worker worker = new_worker();
      while (Work* work = ring.Take()) {
        worker(work);
        ring.Done(work);
      }
    });
  }
  threads.emplace_back([&] {
    while (Work* work = ring.Oldest()) {
      if (!take(*work)) return ring.Cancel();
      ring.Release();
    }
  });
  Feed feed(options, [&] { return ring.cancelled() || (options.stopped && options.stopped()); });
  while (Work* work = ring.Empty()) {
    if (!feed.Fill(work)) break;
    ring.Submit();
  }
  ring.EndOfInput();
  return feed.read();
}

}  // namespace

uint64_t Pump(const RunOptions& options, const std::function<Worker()>& new_worker,
              const Take& take) {
  unsigned jobs = options.jobs != 0 ? options.jobs : std::thread::hardware_concurrency();
  jobs = std::clamp(jobs, 1u, kMostJobs);
  auto take_and_tell = [&](const Work& work) {
    bool more = take(work);
    if (options.on_batch) options.on_batch(work.counts, work.bytes_read);
    return more;
  };
  return jobs == 1 ? RunAlone(options, new_worker, take_and_tell)
                   : RunTogether(options, jobs, new_worker, take_and_tell);
}

uint64_t Pump(const Engine& engine, const RunOptions& options, const Take& take) {
  auto new_worker = [&]() -> Worker {
    auto worker = std::make_shared<BatchWorker>(engine, options);
    return [worker](Work* work) { worker->Do(work); };
  };
  return Pump(options, new_worker, take);
}

}  // namespace factline
