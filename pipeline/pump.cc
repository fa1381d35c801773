#include "pipeline/pump.h"

#include <algorithm>
#include <thread>
#include <vector>

#include "pipeline/work_ring.h"

namespace factline {
namespace {

constexpr unsigned kMostJobs = 256;

using Take = std::function<bool(const Work&)>;

uint64_t RunAlone(const Engine& engine, const RunOptions& options, const Take& take) {
  ArchiveReader reader(options.inputs, options.from, options.limits, options.stopped);
  BatchWorker worker(engine, options);
  Work work;
  uint64_t read = 0;
  while (reader.Fill(&work.batch)) {
    work.first = read;
    read += work.batch.records.size();
    worker.Do(&work);
    if (!take(work)) break;
  }
  return read;
}

uint64_t RunTogether(const Engine& engine, const RunOptions& options, unsigned jobs,
                     const Take& take) {
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
      if (!take(*work)) return ring.Cancel();
      ring.Release();
    }
  });
  auto stopped = [&] { return ring.cancelled() || (options.stopped && options.stopped()); };
  ArchiveReader reader(options.inputs, options.from, options.limits, stopped);
  uint64_t read = 0;
  while (Work* work = ring.Empty()) {
    if (!reader.Fill(&work->batch)) break;
    work->first = read;
    read += work->batch.records.size();
    ring.Submit();
  }
  ring.EndOfInput();
  return read;
}

}  // namespace

uint64_t Pump(const Engine& engine, const RunOptions& options, const Take& take) {
  unsigned jobs = options.jobs != 0 ? options.jobs : std::thread::hardware_concurrency();
  jobs = std::clamp(jobs, 1u, kMostJobs);
  return jobs == 1 ? RunAlone(engine, options, take) : RunTogether(engine, options, jobs, take);
}

}  // namespace factline
