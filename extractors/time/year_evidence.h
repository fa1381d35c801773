// What stands beside a number of four digits and says whether it is a year.

#ifndef FACTLINE_EXTRACTORS_TIME_YEAR_EVIDENCE_H_
#define FACTLINE_EXTRACTORS_TIME_YEAR_EVIDENCE_H_

#include "extractors/time/time_phrase.h"

namespace factline {

// From the first to the last a bare number is a year until something says that it
// is not; outside, only if something says that it is.
inline constexpr int32_t kFirstUsualYear = 1900;
inline constexpr int32_t kLastUsualYear = 2060;

class YearEvidence {
 public:
  YearEvidence(const TimePlace& place, uint32_t token) : p_(place), r_(place.reading), i_(token) {}
  void SetYear(int32_t year) { number_ = year; }

  // Within a longer sign: "$2000", "1.2000", "A2000", "#2000", "202-647-2000".
  bool BelongsToSign() const;
  // "Flight 2019", "No. 2001", "H.R. 1984", "more than 2000", "at 1830".
  bool IsLabelled() const;
  // What begins at token `after` is counted by the number, or tells the hour or
  // the street it is of: "2000 people", "2000 GMT", "1600 Elm Street".
  bool IsCount(uint32_t after) const;
  // The same for a year of long ago, where any noun may be counted.
  bool CountsLoosely() const;
  // "in 1984", "since 1984", "(1984": words that leave no doubt.
  bool IsIntroduced() const;
  // "the Clean Water Act of 1972", "the Russell 2000 index": part of a name.
  bool NamesThing() const;

 private:
  bool Glued(uint32_t i) const { return i < r_.size() && !r_.token(i).space_before; }
  bool HasBefore() const { return i_ > p_.sentence.begin; }
  bool LeadsYear(uint32_t i) const;
  bool IsBounded() const;
  bool IsPluralNoun(uint32_t i) const;
  bool IsStreet(uint32_t i) const;

  const TimePlace& p_;
  const Reading& r_;
  uint32_t i_;
  int32_t number_ = 0;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_YEAR_EVIDENCE_H_
