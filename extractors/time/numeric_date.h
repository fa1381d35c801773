// Dates in figures: "05/03/2025", "3.5.2025", "2025-05-03", "11.18.03", and the
// "20250523" or "2025/05/23" of web addresses.

#ifndef FACTLINE_EXTRACTORS_TIME_NUMERIC_DATE_H_
#define FACTLINE_EXTRACTORS_TIME_NUMERIC_DATE_H_

#include <optional>
#include <string_view>

#include "extractors/reading.h"
#include "extractors/time/calendar.h"

namespace factline {

// The number that `text` is, where it is 1 to 4 ASCII digits and nothing else.
std::optional<int32_t> ShortNumber(std::string_view text);

struct NumericDate {
  uint32_t tokens = 0;
  int32_t first = 0;  // the numbers as they stand; of "2025-05-03" month and day
  int32_t second = 0;
  int32_t year = 0;
  bool year_first = false;
  bool dotted = false;

  // With the day or the month first; may be an impossible date.
  Date Read(bool day_first) const {
    return day_first && !year_first ? Date{year, second, first} : Date{year, first, second};
  }
  // Only one of the two orders is a date.
  bool is_certain() const;
};

// The date in figures that begins at token `i`, with a year; `tokens` is 0 where
// there is none.  A two-digit year needs two equal separators and is read as
// 1950 to 2049.
NumericDate ReadNumericDate(const Reading& reading, uint32_t i);

// Whether an article writes the day first: "05/03/2025" is March 5 or May 3.
//
// Judged by the article's certain dates in figures and by the order of its dates
// in words, counted once, at the first date that needs it.
class DateOrder {
 public:
  // `reading` must outlive this.
  explicit DateOrder(const Reading& reading) : reading_(&reading) {}

  // Of the two readings of `date` one that lies within days of `near` wins.
  bool DayFirst(const NumericDate& date, std::optional<Date> near);

 private:
  int Balance();

  const Reading* reading_;
  std::optional<int> balance_;  // above 0: the day first
};

// The date that a web address carries in its path, and the bytes of it.
struct AddressDate {
  Date date;
  size_t begin = 0;
  size_t size = 0;
};
std::optional<AddressDate> ReadAddressDate(std::string_view url);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_NUMERIC_DATE_H_
