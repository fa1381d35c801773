// A WorkRing hands batches from one reader over many workers to one writer.
//
//   reader:   while (Work* work = ring.Empty()) { …fill…; ring.Submit(); }  ring.EndOfInput();
//   workers:  while (Work* work = ring.Take()) { …; ring.Done(work); }
//   writer:   while (Work* work = ring.Oldest()) { …write…; ring.Release(); }
//
// The writer sees them in the order of the reader.  Every wait ends when the
// input ends or someone calls Cancel().

#ifndef FACTLINE_PIPELINE_WORK_RING_H_
#define FACTLINE_PIPELINE_WORK_RING_H_

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <vector>

#include "pipeline/batch_worker.h"

namespace factline {

class WorkRing {
 public:
  explicit WorkRing(size_t slots) : slots_(slots) {}

  // An empty piece of work to be filled; waits while all are in use or those in
  // flight hold more than kBytesInFlight.  Null after Cancel().
  Work* Empty();
  void Submit();
  void EndOfInput();

  // The next piece to be done, or null when there will be none.
  Work* Take();
  void Done(Work* work);

  // The oldest piece when it is done, or null after the last or Cancel().
  Work* Oldest();
  void Release();

  void Cancel();
  bool cancelled() const;

 private:
  static constexpr uint64_t kBytesInFlight = 48 << 20;

  struct Slot {
    Work work;
    bool done = false;
    uint64_t bytes = 0;
  };
  Slot& SlotOf(uint64_t number) { return slots_[number % slots_.size()]; }

  std::vector<Slot> slots_;
  mutable std::mutex mutex_;
  std::condition_variable room_, filled_, done_;
  uint64_t submitted_ = 0, taken_ = 0, written_ = 0;
  uint64_t bytes_in_flight_ = 0;
  bool ended_ = false, cancelled_ = false;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_WORK_RING_H_
