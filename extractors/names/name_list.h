// A NameList is a user's own names: people, organizations and places with ids of
// theirs, found wherever they stand.
//
//   surface	type	id
//   Acme Widgets|AWI	organization	crm-4711
//   Jane Roe	person	staff-17
// Columns: surface (alternatives joined by "|"), type (person, organization,
// location), and where wished id, name (the full name, for records), iso (the
// country of a location), match (any, capital, upper, lower, exact; capital where
// left out).  "#" at its begin makes a line a comment.
// Immutable: any number of threads may read it.

#ifndef FACTLINE_EXTRACTORS_NAMES_NAME_LIST_H_
#define FACTLINE_EXTRACTORS_NAMES_NAME_LIST_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/names/candidate.h"
#include "extractors/reading.h"
#include "schemas/result.h"

namespace factline {

// The rule that listed names carry.
inline constexpr std::string_view kListedRule = "names.listed";

class NameList {
 public:
  // Reads the list in `content`; `file` is what an error calls it.  An error names
  // file, line and column and says what is allowed.
  static Result<NameList> Parse(const std::string& file, std::string_view content);

  // Reads the file at `path`.
  static Result<NameList> Open(const std::string& path);

  // Appends the listed names of the tokens `span`, longest first, without overlap,
  // in order of place.  Their rows are rows of this list.
  void Append(const Reading& reading, const Span& span, std::vector<Candidate>* found) const;

  const Lexicon& lexicon() const { return lexicon_; }

 private:
  NameList() = default;
  Sense LongestAt(const Reading& reading, uint32_t begin, uint32_t end) const;
  uint32_t WordAt(const Reading& reading, uint32_t i) const;
  bool Holds(const Reading& reading, const lexicon_image::Sense& sense, const Span& tokens) const;

  std::unique_ptr<std::string> image_;  // lexicon_ reads it in place
  Lexicon lexicon_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NAMES_NAME_LIST_H_
