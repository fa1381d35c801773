#include "pipeline/work_ring.h"

namespace factline {

Work* WorkRing::Empty() {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [this] {
    uint64_t in_flight = submitted_ - written_;
    bool room = in_flight < slots_.size() && bytes_in_flight_ < kBytesInFlight;
    return cancelled_ || in_flight == 0 || room;
  });
  return cancelled_ ? nullptr : &SlotOf(submitted_).work;
}

void WorkRing::Submit() {
  std::lock_guard lock(mutex_);
  Slot& slot = SlotOf(submitted_++);
  slot.done = false;
  slot.bytes = slot.work.batch.bytes.size();
  bytes_in_flight_ += slot.bytes;
  filled_.notify_one();
}

void WorkRing::EndOfInput() {
  std::lock_guard lock(mutex_);
  ended_ = true;
  filled_.notify_all();
  done_.notify_all();
}

Work* WorkRing::Take() {
  std::unique_lock lock(mutex_);
  filled_.wait(lock, [this] { return cancelled_ || ended_ || taken_ < submitted_; });
  return cancelled_ || taken_ == submitted_ ? nullptr : &SlotOf(taken_++).work;
}

void WorkRing::Done(Work* work) {
  std::lock_guard lock(mutex_);
  for (uint64_t n = written_; n < taken_; ++n) {
    if (&SlotOf(n).work == work) SlotOf(n).done = true;
  }
  if (SlotOf(written_).done) done_.notify_one();
}

Work* WorkRing::Oldest() {
  std::unique_lock lock(mutex_);
  done_.wait(lock, [this] {
    if (cancelled_ || (written_ < taken_ && SlotOf(written_).done)) return true;
    return ended_ && written_ == submitted_;
  });
  return cancelled_ || written_ == submitted_ ? nullptr : &SlotOf(written_).work;
}

void WorkRing::Release() {
  std::lock_guard lock(mutex_);
  Slot& slot = SlotOf(written_++);
  slot.done = false;
  bytes_in_flight_ -= slot.bytes;
  room_.notify_one();
}

void WorkRing::Cancel() {
  std::lock_guard lock(mutex_);
  cancelled_ = true;
  room_.notify_all();
  filled_.notify_all();
  done_.notify_all();
}

bool WorkRing::cancelled() const {
  std::lock_guard lock(mutex_);
  return cancelled_;
}

}  // namespace factline
