// Marked examples: sentences with the facts written into them.
//
//   The firm paid [$3.2 million|USD 3200000] and [€40|EUR 40] in fees.
//   She won the race in 1998.                     # nothing marked: nothing found
//
// A line is one article.  "#" at its begin makes it a comment; "\n" in it is a
// line break.  "@2025-05-23" at its begin gives the day it was published.  What
// stands after the bar is the value as Describe() writes it; without a bar only
// the span is compared.  Brackets inside a value must pair: "[40 mph|40 [mi_i]/h]".

#ifndef FACTLINE_TESTS_MARKED_H_
#define FACTLINE_TESTS_MARKED_H_

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/extractor.h"

namespace factline {

struct Marked {
  std::string file;
  int line = 0;
  std::string plain;      // the text without marks
  std::string published;  // or empty
  std::string marked;     // the text as in the file
};
void PrintTo(const Marked& marked, std::ostream* out);

// The examples of `path` below the repository's root.  Ends the program with a
// message where the file is missing or holds none.
std::vector<Marked> ReadMarked(const std::string& path);

// The value in short: "USD 3200000", "EUR 5..10", "70 %", "3 km", "2001",
// "2025-05-03", "RU demonym", "Vladimir Putin".
std::string Describe(const Mention& mention);

// `example.plain` with `found` marked in it the way the example marks: with
// values where the example gives one.
std::string Mark(const Marked& example, const std::vector<Mention>& found);

}  // namespace factline
#endif  // FACTLINE_TESTS_MARKED_H_
