// Whether two figures measure one thing, within an article and across articles.

#ifndef FACTLINE_PIPELINE_AUDIT_SAME_MEASURE_H_
#define FACTLINE_PIPELINE_AUDIT_SAME_MEASURE_H_

#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/audit/check.h"
#include "pipeline/audit/measure.h"

namespace factline {

// Whether `a` and `b` of one article measure the same: one unit, one period or
// one kind of victim, places that do not differ, and words that do not.  Figures
// that the text itself sets against each other do not.
bool SameMeasureInArticle(const ArticleFacts& read, const Measure& a, const Measure& b);

Verdict VerdictInArticle(const Measure& a, const Measure& b);

// Remembers the figures of past articles, the last `capacity` measures of them,
// and sets a new article's against them.  For one thread; articles in input
// order give the same checks every time.
class MeasureIndex {
 public:
  explicit MeasureIndex(size_t capacity) : capacity_(capacity) {}

  void Add(const ArticleFacts& read, const std::vector<Measure>& measures,
           std::vector<Check>* checks);

 private:
  struct Entry {
    std::string key;
    Bounds bounds;
    bool is_toll = false;
    bool has_period = false;
    int32_t day = 0;  // published, days from 1970; 0 unknown
    Figure figure;
  };

  // What `entry` and a figure remembered under the same key say of each other:
  // whether they differ, and how.
  static std::optional<Verdict> Compare(const Entry& before, const Entry& entry);
  void Remember(Entry entry);

  size_t capacity_;
  std::list<Entry> entries_;  // last seen first
  std::unordered_map<std::string, std::list<Entry>::iterator> by_key_;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_AUDIT_SAME_MEASURE_H_
