// Accuracy compares found facts with gold facts, by type.
//
//   exact    precision, recall, F1 where type, start and end all agree
//   overlap  the same where the types agree and the spans share a character, one to
//            one, largest overlap first
//   value    of the overlapping pairs whose gold value is known, the share whose
//            value agrees
//   both     F1 where the spans overlap and the value agrees
//
// year and date are one type here, "time": a date carries its year.  Gold facts
// marked optional, and found facts on a number that is outside the types, count
// neither way.  Not for two threads.

#ifndef FACTLINE_PIPELINE_ACCURACY_H_
#define FACTLINE_PIPELINE_ACCURACY_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/stored_record.h"

namespace factline {

struct AccuracyFigures {
  struct Rates {
    double precision = 0, recall = 0, f1 = 0;
  };
  uint32_t gold = 0;
  uint32_t found = 0;
  Rates exact, overlap, both;
  bool has_value = false;  // whether any pair had a gold value
  double value = 0;
};

class Accuracy {
 public:
  // Only the types in `types` count, all where it is empty.
  explicit Accuracy(std::set<std::string> types = {});

  // Counts `found`, the facts found in `gold`'s text.
  void Add(const GoldArticle& gold, const std::vector<StoredRecord>& found);

  // By type, in order of name.
  std::map<std::string, AccuracyFigures> Figures() const;

  // What was wrong, each with the words around it, by "type: missed",
  // "type: spurious", "type: wrong value".
  const std::map<std::string, std::vector<std::string>>& mistakes() const { return mistakes_; }

  // The type that `type` is scored as: "time" for a year or a date.
  static std::string FamilyOf(const std::string& type);

 private:
  struct Tally {
    uint32_t gold = 0, found = 0, overlap = 0, exact = 0, valued = 0, value = 0, both = 0;
  };
  void AddFamily(const std::string& family, const GoldArticle& gold,
                 const std::vector<StoredRecord>& found);

  std::set<std::string> families_;
  std::map<std::string, Tally> tallies_;
  std::map<std::string, std::vector<std::string>> mistakes_;
};

// Whether a found value says what the gold value says.
enum class Agreement : uint8_t { kNothingToCompare, kAgrees, kDiffers };
Agreement CompareValues(const StoredRecord& gold, const StoredRecord& found);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_ACCURACY_H_
