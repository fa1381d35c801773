// Rules that read capitalised runs as names of people: a title before, a given
// name in front, initials, an age behind, a verb of saying beside.

#ifndef FACTLINE_EXTRACTORS_NAMES_PEOPLE_H_
#define FACTLINE_EXTRACTORS_NAMES_PEOPLE_H_

#include <vector>

#include "extractors/names/candidate.h"
#include "extractors/names/capitals.h"

namespace factline {

class PeopleRules {
 public:
  PeopleRules(const Lexicon& lexicon, const Capitals& capitals);

  // Appends the people that stand in `run`, a run of `sentence`.
  void Append(const Reading& reading, const Sentence& sentence, Casing casing, const Span& run,
              std::vector<Candidate>* found) const;

 private:
  struct Words;  // of one possible name

  uint32_t NameEnd(const Reading& reading, uint32_t begin, uint32_t end) const;
  bool EndsName(const Reading& reading, uint32_t i, bool first) const;
  bool AppendTitled(const Reading& reading, const Sentence& sentence, const Span& run, uint32_t i,
                    std::vector<Candidate>* found, uint32_t* next) const;
  float Confidence(const Reading& reading, const Sentence& sentence, const Span& name,
                   std::string_view* rule) const;
  Words Count(const Reading& reading, const Span& name) const;
  float Context(const Reading& reading, const Sentence& sentence, const Span& name) const;
  bool HasRoleBefore(const Reading& reading, const Sentence& sentence, uint32_t i) const;
  bool AgeFollows(const Reading& reading, uint32_t i, uint32_t end) const;

  const Capitals& capitals_;
  RowMarks lower_titles_;
  RowMarks suffixes_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_PEOPLE_H_
