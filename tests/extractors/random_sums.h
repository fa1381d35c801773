// Numbers and sums as a generator writes them, for tests that read them back.

#ifndef FACTLINE_TESTS_EXTRACTORS_RANDOM_SUMS_H_
#define FACTLINE_TESTS_EXTRACTORS_RANDOM_SUMS_H_

#include <cstdint>
#include <random>
#include <string>

#include "schemas/decimal.h"

namespace factline {

// "two hundred and five thousand and twelve"; below 10^15.
inline std::string InWords(int64_t n) {
  static const char* kSmall[] = {"zero",    "one",     "two",       "three",    "four",
                                 "five",    "six",     "seven",     "eight",    "nine",
                                 "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                 "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static const char* kTens[] = {"",      "",      "twenty",  "thirty", "forty",
                                "fifty", "sixty", "seventy", "eighty", "ninety"};
  struct Scale {
    int64_t value;
    const char* name;
  };
  static const Scale kScales[] = {{1000000000000, "trillion"},
                                  {1000000000, "billion"},
                                  {1000000, "million"},
                                  {1000, "thousand"},
                                  {100, "hundred"}};
  if (n < 20) return kSmall[n];
  if (n < 100) {
    std::string text = kTens[n / 10];
    return n % 10 == 0 ? text : text + "-" + kSmall[n % 10];
  }
  for (const Scale& scale : kScales) {
    if (n < scale.value) continue;
    std::string text = InWords(n / scale.value) + " " + scale.name;
    int64_t rest = n % scale.value;
    if (rest == 0) return text;
    return text + (rest < 100 ? " and " : " ") + InWords(rest);
  }
  return {};
}

// The begin of a story in lines of one width, in which a line break is a space.
inline const std::string& WrappedLead() {
  static const std::string lead =
      "The ministry said on Thursday that after two years of talks with\n"
      "the builders of the province, and after a report by the auditors\n"
      "who had looked into the matter for the parliament, the government\n"
      "of the day would in the end and with some regret have to pay for\n"
      "the works and that the sum which had been agreed was ";
  return lead;
}

// "1,234,567" with any separator.
inline std::string Grouped(int64_t n, const std::string& separator) {
  std::string digits = std::to_string(n), out;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += separator;
    out += digits[i];
  }
  return out;
}

}  // namespace factline
#endif  // FACTLINE_TESTS_EXTRACTORS_RANDOM_SUMS_H_
