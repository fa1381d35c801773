// An archive in which lines are broken in ways that archives are.

#ifndef FACTLINE_TESTS_BROKEN_LINES_H_
#define FACTLINE_TESTS_BROKEN_LINES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/limits.h"
#include "corpus/reject.h"

namespace factline {

// A way a line is broken, by a name that a person would use.
struct BrokenWay {
  const char* name;
  RejectReason reason;
  std::string line;
};

// All ways, for `limits` that are small.
std::vector<BrokenWay> BrokenWays(const Limits& limits);

// A line that is broken, where it stands.
struct BrokenPlace {
  const char* way;
  RejectReason reason;
  uint64_t line;
  uint64_t byte_offset;
};

struct BrokenArchive {
  std::string bytes;
  std::vector<BrokenPlace> broken;
};

// `lines` lines of JSON Lines, every hundredth of them broken, in turn in every
// way; the same for the same arguments.
BrokenArchive MakeBrokenArchive(uint64_t lines, const Limits& limits);

}  // namespace factline
#endif  // FACTLINE_TESTS_BROKEN_LINES_H_
