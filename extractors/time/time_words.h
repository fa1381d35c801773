// The lexicons of time with their values read: made once, then read-only.

#ifndef FACTLINE_EXTRACTORS_TIME_TIME_WORDS_H_
#define FACTLINE_EXTRACTORS_TIME_TIME_WORDS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractors/reading.h"
#include "extractors/time/period.h"

namespace factline {

// The classes of the lexicons' rows; time_words.tsv and tense.tsv say what each is.
enum class TimeClass : uint8_t {
  kNone,
  kPlain,  // of months, weekdays, seasons, units: means nothing else
  kName,   // is a name or a common word too
  kShort,  // an abbreviation that needs a date beside it
  kDeictic,
  kWindow,
  kAnaphoric,
  kAfter,
  kPart,
  kOrdinal,
  kEdge,
  kFiscal,
  kLabel,
  kCounted,
  kClock,
  kStreet,
  kNamed,
  kFuture,
  kPast,
  kPlan,
  kBe,
  kPresent,
};

// How a named day is found in a year.
struct HolidayRule {
  int32_t month = 0;    // 0: counted from Easter
  int32_t day = 0;      // of the month; or days after Easter, or after the weekday found
  int32_t year = 0;     // of a single day only
  Weekday weekday = 0;  // 0: a fixed day
  int32_t nth = 0;

  Date In(int32_t year_wanted) const;
};

struct TimeWord {
  TimeClass cls = TimeClass::kNone;
  int8_t value = 0;  // month, weekday, first month of a season, direction, days,
                     // ordinal number, decade known by its name
  Grain grain = Grain::kDay;
  bool plural = false;
  bool fiscal = false;
  bool from_focus = false;
  bool is_period = false;  // the word "period", which takes its grain from what it repeats
  std::string_view text;   // "MO" of "morning"
  HolidayRule holiday;
};

// A word or phrase of the lexicons at a place; false where there is none.
struct TimeUse {
  const TimeWord* word = nullptr;
  uint32_t tokens = 0;
  uint32_t row = UINT32_MAX;
  explicit operator bool() const { return word != nullptr; }
  bool Is(TimeClass cls) const { return word != nullptr && word->cls == cls; }
};

class TimeWords {
 public:
  explicit TimeWords(const Lexicon& lexicon);

  TimeUse At(const Reading& reading, uint32_t token, Role role) const;
  // The word or phrase of `role` that ends before token `end`, no longer than four.
  TimeUse Before(const Reading& reading, uint32_t end, Role role) const;

 private:
  TimeUse UseOf(const Sense& sense) const;

  uint32_t first_row_ = 0;
  std::vector<TimeWord> words_;  // by row, from first_row_
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_TIME_WORDS_H_
