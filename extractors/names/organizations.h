// Rules that read capitalised runs as organizations: known names, legal forms,
// head words ("Ministry of X", "X University"), acronyms beside what they stand for.

#ifndef FACTLINE_EXTRACTORS_NAMES_ORGANIZATIONS_H_
#define FACTLINE_EXTRACTORS_NAMES_ORGANIZATIONS_H_

#include <vector>

#include "extractors/names/candidate.h"
#include "extractors/names/capitals.h"

namespace factline {

class OrganizationRules {
 public:
  OrganizationRules(const Lexicon& lexicon, const Capitals& capitals);

  // Appends the organizations of `run`, a run of `sentence`.
  void Append(const Reading& reading, const Sentence& sentence, Casing casing, const Span& run,
              std::vector<Candidate>* found) const;

 private:
  void AppendKnown(const Reading& reading, Casing casing, const Span& run,
                   std::vector<Candidate>* found) const;
  void AppendSuffixed(const Reading& reading, const Sentence& sentence, const Span& run,
                      std::vector<Candidate>* found) const;
  void AppendHeaded(const Reading& reading, const Sentence& sentence, Casing casing,
                    const Span& run, std::vector<Candidate>* found) const;
  void AppendAcronym(const Reading& reading, const Sentence& sentence, const Span& run,
                     std::vector<Candidate>* found) const;
  uint32_t OfEnd(const Reading& reading, const Sentence& sentence, uint32_t end) const;
  uint32_t NameBegin(const Reading& reading, const Span& run, uint32_t head) const;

  const Capitals& capitals_;
  RowMarks weak_heads_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_ORGANIZATIONS_H_
