// A KeyIndex maps numbers to lists of values, in the order they were added.
//
// Open addressing over memory that is kept from article to article: Clear() costs
// nothing, and in the steady state nothing is allocated.

#ifndef FACTLINE_PIPELINE_ENTITIES_KEY_INDEX_H_
#define FACTLINE_PIPELINE_ENTITIES_KEY_INDEX_H_

#include <cstdint>
#include <vector>

namespace factline {

class KeyIndex {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  void Clear() {
    ++epoch_;
    used_ = 0;
    links_.clear();
    if (epoch_ == 0) slots_.assign(slots_.size(), Slot());  // the count came round
  }

  void Add(uint32_t key, uint32_t value) {
    if (used_ * 2 >= slots_.size()) Grow();
    Slot& slot = Find(key);
    uint32_t link = static_cast<uint32_t>(links_.size());
    links_.push_back({value, kNone});
    if (slot.epoch != epoch_) {
      slot = {epoch_, key, link, link};
      ++used_;
      return;
    }
    links_[slot.last].next = link;
    slot.last = link;
  }

  // Calls `visit(value)` for the values of `key` until it returns true.
  template <typename Visit>
  void ForEach(uint32_t key, Visit visit) const {
    if (slots_.empty()) return;
    const Slot& slot = const_cast<KeyIndex*>(this)->Find(key);
    if (slot.epoch != epoch_) return;
    for (uint32_t link = slot.first; link != kNone; link = links_[link].next) {
      if (visit(links_[link].value)) return;
    }
  }

  // The first value of `key`, or kNone.
  uint32_t First(uint32_t key) const {
    uint32_t first = kNone;
    ForEach(key, [&](uint32_t value) {
      first = value;
      return true;
    });
    return first;
  }

 private:
  struct Slot {
    uint32_t epoch = 0;
    uint32_t key = 0;
    uint32_t first = 0;
    uint32_t last = 0;
  };
  struct Link {
    uint32_t value;
    uint32_t next;
  };

  Slot& Find(uint32_t key) {
    size_t mask = slots_.size() - 1;
    size_t i = (key * 0x9E3779B9u) & mask;
    while (slots_[i].epoch == epoch_ && slots_[i].key != key) i = (i + 1) & mask;
    return slots_[i];
  }

  void Grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.epoch == epoch_) Find(slot.key) = slot;
    }
  }

  std::vector<Slot> slots_;
  std::vector<Link> links_;
  uint32_t epoch_ = 1;
  uint32_t used_ = 0;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_ENTITIES_KEY_INDEX_H_
