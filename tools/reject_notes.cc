#include "tools/reject_notes.h"

#include <cstdio>

#include "pipeline/rejects.h"

namespace factline {

void RejectNotes::Note(const Reject& reject) {
  if (++count_ > kShown) return;
  line_ = "factline: ";
  AppendRejectLine(reject, &line_);
  line_ += '\n';
  std::fwrite(line_.data(), 1, line_.size(), stderr);
}

void RejectNotes::Finish() const {
  if (count_ <= kShown) return;
  std::fprintf(stderr, "factline: and %llu more rejects; --rejects FILE lists them all\n",
               static_cast<unsigned long long>(count_ - kShown));
}

}  // namespace factline
