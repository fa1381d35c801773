// A Check is what an audit found about two or more figures that should agree.
//
// A record of type "check" shows every figure with its source, and the
// arithmetic, so that a reader can redo it.  It is a place to look, not a
// verdict on anybody: "contradiction" says that the texts differ, not who is right.

#ifndef FACTLINE_PIPELINE_AUDIT_CHECK_H_
#define FACTLINE_PIPELINE_AUDIT_CHECK_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/article_facts.h"

namespace factline {

// A figure as an audit shows it, with all that is needed to find it again.  Owns
// its strings: it outlives its article.
struct Figure {
  uint64_t fact = 0;
  std::string text;
  std::string value;  // "USD 4400000000", "39 count"
  std::string article;
  std::string published;
  std::string said_by;
  std::string period;
  std::string sentence;
};

enum class CheckRule : uint8_t {
  kExchangeRate,   // a sum in two currencies against the rate of the day
  kPercentChange,  // a percentage against the two amounts it compares
  kPartsTotal,     // parts against their total
  kSameMeasure,    // one measure, place and period, two amounts
};

enum class Verdict : uint8_t {
  kContradiction,  // the figures cannot both be right
  kSourcesDiffer,  // two sources give two figures for one thing
  kRevision,       // a later article has a later figure
};

struct Check {
  CheckRule rule = CheckRule::kSameMeasure;
  Verdict verdict = Verdict::kContradiction;
  std::vector<Figure> figures;
  std::string arithmetic;  // "20 + 18 = 38, not 39"
  float confidence = 0;
};

// "check.exchange-rate", …; "contradiction", "sources_differ", "revision".
std::string_view Name(CheckRule rule);
std::string_view Name(Verdict verdict);

// The figure that is fact `index` of `read`.
Figure FigureOf(const ArticleFacts& read, size_t index);

// Appends the check as one line of JSON.
void AppendCheckJson(const Check& check, std::string* out);

// Appends it as lines for people.
void AppendCheckText(const Check& check, std::string* out);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_AUDIT_CHECK_H_
