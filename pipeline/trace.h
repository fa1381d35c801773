// A Trace records, for `factline explain`, every proposed fact and its fate.

#ifndef FACTLINE_PIPELINE_TRACE_H_
#define FACTLINE_PIPELINE_TRACE_H_

#include <string>
#include <vector>

#include "extractors/extractor.h"

namespace factline {

struct Trace {
  struct Step {
    Mention mention;
    bool kept = false;
    std::string why;  // of a loser: what it lost to
  };
  std::vector<Step> steps;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_TRACE_H_
