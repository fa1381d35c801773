// What a figure measures: enough of it to see whether another figure measures
// the same.

#ifndef FACTLINE_PIPELINE_AUDIT_MEASURE_H_
#define FACTLINE_PIPELINE_AUDIT_MEASURE_H_

#include <optional>
#include <string>
#include <vector>

#include "pipeline/audit/bounds.h"
#include "schemas/article_facts.h"

namespace factline {

struct Measure {
  size_t fact = 0;  // index into the article's facts
  Bounds bounds;
  std::string unit;                // "money USD", "percent", "count", "km"
  std::vector<std::string> words;  // of what is measured, singular, sorted; "toll" for the dead
  std::string period;              // "2001", "2003-04-10"; empty where none is linked
  std::string place;               // ISO code or name; empty where none is linked
  std::string said_by;             // empty where nobody is
  bool is_toll = false;            // counts victims: revised as they are found
  bool is_any = false;             // "the previous record": whatever was spoken of

  // Whether two figures that differ contradict each other by this measure alone.
  bool Specific() const {
    bool both = !period.empty() && !place.empty();
    return !words.empty() && (is_percent() ? both : !period.empty() || !place.empty());
  }
  bool is_percent() const { return unit == "percent"; }
};

// The measure of fact `index` of `read`.  Nothing for facts without an amount,
// for vague ones, and for durations and ages, which measure too many things.
std::optional<Measure> MeasureOf(const ArticleFacts& read, size_t index);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_AUDIT_MEASURE_H_
