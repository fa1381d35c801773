// One line on standard error for each reject, up to a number that a person reads.

#ifndef FACTLINE_TOOLS_REJECT_NOTES_H_
#define FACTLINE_TOOLS_REJECT_NOTES_H_

#include <cstdint>
#include <string>

#include "corpus/reject.h"

namespace factline {

class RejectNotes {
 public:
  void Note(const Reject& reject);
  // Says how many have not been shown.
  void Finish() const;

 private:
  static constexpr uint64_t kShown = 20;
  uint64_t count_ = 0;
  std::string line_;
};

}  // namespace factline
#endif  // FACTLINE_TOOLS_REJECT_NOTES_H_
