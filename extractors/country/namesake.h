// Which of two namesakes an article speaks of: Georgia on the Black Sea or
// Georgia of the United States, the Congo of Kinshasa or that of Brazzaville.
//
// Every cue of the article (cues.tsv) is a vote of its weight; those near the
// word count more, so that a list of neighbours outvotes an article about
// something else.  "Ukraine, Georgia and Moldova" is the country in a story full
// of senators.  One pass over the article, made only where a namesake stands.

#ifndef FACTLINE_EXTRACTORS_COUNTRY_NAMESAKE_H_
#define FACTLINE_EXTRACTORS_COUNTRY_NAMESAKE_H_

#include <string_view>
#include <vector>

#include "extractors/country/country_words.h"
#include "extractors/reading.h"

namespace factline {

class Namesakes {
 public:
  // Both must outlive this.
  Namesakes(const Reading& reading, const CountryWords& words) : reading_(reading), words_(words) {}

  // Votes for `iso` less votes for `other`, as heard at token `at`.
  int Balance(uint32_t at, std::string_view iso, std::string_view other);

 private:
  void Count(uint32_t first, uint32_t last, int times, std::string_view iso, std::string_view other,
             int* balance) const;

  const Reading& reading_;
  const CountryWords& words_;
  struct Counted {
    std::string_view iso;
    int whole;
  };
  std::vector<Counted> counted_;  // at most one a namesake
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_COUNTRY_NAMESAKE_H_
