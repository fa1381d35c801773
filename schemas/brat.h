// Articles with their facts in the standoff format of brat: a text file as it is
// and beside it an .ann file, a line an annotation.  Offsets are code points.
//
//   T1 <tab> MONEY 41 61 <tab> 4.82 billion dollars      a fact; over a line break
//                                                        in pieces, "41 45;46 61"
//   A1 <tab> modifier T1 about                           of a number that is not exact
//   N1 <tab> Reference T3 ISO3166:SE <tab> Sweden        of a country
//   R1 <tab> said_by Arg1:T1 Arg2:T4                     a link to another fact
//   #1 <tab> AnnotatorNotes T1 <tab> {"amount":…}        the value, as in the records

#ifndef FACTLINE_SCHEMAS_BRAT_H_
#define FACTLINE_SCHEMAS_BRAT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/record_writer.h"

namespace factline {

// What BratWriter appends for one article: two files on their way to a folder
// (pipeline/brat_folder.h).
struct BratDocument {
  std::string_view id;
  std::string_view text;
  std::string_view annotations;

  // Takes the first document off `*bytes`.  REQUIRES: BratWriter wrote them, whole.
  static BratDocument TakeFrom(std::string_view* bytes);
};

class BratWriter : public RecordWriter {
 public:
  explicit BratWriter(const RecordFilter& filter) : filter_(filter) {}

  // Also of an article without facts.
  void Append(const ArticleFacts& read, std::string* out) override;

 private:
  RecordFilter filter_;
  std::string lines_;
  std::vector<uint32_t> numbers_;  // of the T line of each fact; 0: left out
};

// annotation.conf and tools.conf: what brat must know of types, links, attributes
// and of where to look up ISO 3166.
std::string BratAnnotationConf();
std::string BratToolsConf();

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_BRAT_H_
