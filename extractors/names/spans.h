// SpanRules mend what the tagger proposes where the form of a name is plain: a
// given name cut at its hyphen ("Kim Dae|-jung"), a title taken into a name
// ("Broadcaster Jane Doe"), a storm or a prize taken for a name, the wolf of a fable,
// the name of a file.

#ifndef FACTLINE_EXTRACTORS_NAMES_SPANS_H_
#define FACTLINE_EXTRACTORS_NAMES_SPANS_H_

#include <vector>

#include "extractors/names/candidate.h"
#include "extractors/names/row_marks.h"
#include "extractors/reading.h"

namespace factline {

class SpanRules {
 public:
  explicit SpanRules(const Lexicon& lexicon);

  // Mends `*names`, the names of an article in order of place.
  void Mend(const Reading& reading, std::vector<Candidate>* names) const;

  // Appends the people of the sentence with a hyphen in their given names that have a
  // small second part ("Lee Cheuk-yan").
  void AppendHyphenated(const Reading& reading, const Sentence& sentence,
                        std::vector<Candidate>* found) const;

  // Appends the people of the sentence whose names stand in capitals behind a title in
  // a line that is not all capitals ("Gen. SEIN TUN").
  void AppendCapitals(const Reading& reading, const Sentence& sentence,
                      std::vector<Candidate>* found) const;

 private:
  void DropTitle(const Reading& reading, Candidate* name) const;
  void SeeHeadInFront(const Reading& reading, Candidate* name) const;
  void DropStorms(const Reading& reading, std::vector<Candidate>* names) const;
  void AppendStorms(const Reading& reading, const Span& sentence,
                    std::vector<std::string_view>* storms) const;
  static void JoinPlaces(const Reading& reading, std::vector<Candidate>* names);
  void DropOthers(const Reading& reading, std::vector<Candidate>* names) const;
  static void DropLookalikes(const Reading& reading, std::vector<Candidate>* names);
  static void DropEponyms(const Reading& reading, std::vector<Candidate>* names);

  RowMarks lower_titles_;
  RowMarks suffixes_;
  RowMarks storms_, storms_of_many_;
  RowMarks words_, functions_, people_;
  RowMarks front_heads_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_SPANS_H_
