// What a price is counted by: "barrel" of "$60 a barrel".

#ifndef FACTLINE_EXTRACTORS_MONEY_RATE_H_
#define FACTLINE_EXTRACTORS_MONEY_RATE_H_

#include <string_view>
#include <unordered_map>

#include "extractors/reading.h"

namespace factline {

class Rates {
 public:
  explicit Rates(const Lexicon& lexicon);

  // The word that the sum which ends before token `at` is counted by, read no
  // further than `to`; empty where none is.  The view is of the lexicon or the text.
  std::string_view ReadAt(const Reading& reading, uint32_t at, uint32_t to) const;

 private:
  std::unordered_map<uint32_t, std::string_view> per_;  // by row
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_MONEY_RATE_H_
