// One line of gold: an article with the facts that people marked in it.
//
// The format of the files beside which factline is trained and measured:
//   {"id", "text", "published", "facts": [{"type", "start", "end", "optional"?, "by"?}]}
// Offsets are code points, end exclusive.

#ifndef FACTLINE_CORPUS_GOLD_LINE_H_
#define FACTLINE_CORPUS_GOLD_LINE_H_

#include <string>
#include <string_view>
#include <vector>

#include "schemas/fact.h"
#include "schemas/result.h"

namespace factline {

struct GoldFact {
  FactType type = FactType::kPerson;
  Span chars;
  // Neither right nor wrong: marked optional, or given by one of two programs only.
  bool unsure = false;
};

struct GoldArticle {
  std::string id;
  std::string text;
  std::string published;
  std::vector<std::string> annotated;  // types marked exhaustively
  std::vector<GoldFact> facts;         // of the types that factline knows
};

// An error says what is wrong with `line`.
Result<GoldArticle> ParseGoldLine(std::string_view line);

}  // namespace factline
#endif  // FACTLINE_CORPUS_GOLD_LINE_H_
