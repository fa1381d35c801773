// Rules that find organizations by their form: a legal form behind ("Xenon Labs,
// Inc."), a head word with what it is of ("Ministry of Health and Welfare"), an
// acronym in brackets behind the words it stands for.

#ifndef FACTLINE_EXTRACTORS_NAMES_ORGANIZATIONS_H_
#define FACTLINE_EXTRACTORS_NAMES_ORGANIZATIONS_H_

#include <vector>

#include "extractors/names/candidate.h"
#include "extractors/names/capitals.h"

namespace factline {

class OrganizationRules {
 public:
  explicit OrganizationRules(const Lexicon& lexicon);

  // Appends the organizations of the article's sentence number `sentence`.
  void Append(const Reading& reading, uint32_t sentence, std::vector<Candidate>* found) const;

 private:
  static void AppendKnown(const Reading& reading, uint32_t i, std::vector<Candidate>* found);
  void AppendSuffixed(const Reading& reading, const Span& sentence, uint32_t suffix,
                      std::vector<Candidate>* found) const;
  void AppendHeaded(const Reading& reading, const Span& sentence, uint32_t head,
                    std::vector<Candidate>* found) const;
  void AppendAcronym(const Reading& reading, const Span& sentence, uint32_t bracket,
                     std::vector<Candidate>* found) const;
  uint32_t NameBegin(const Reading& reading, const Span& sentence, uint32_t end) const;
  uint32_t ObjectEnd(const Reading& reading, const Span& sentence, uint32_t end) const;

  Capitals capitals_;
  RowMarks weak_heads_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_ORGANIZATIONS_H_
