// An Explanation says in words what made each fact of an article: the rule, the
// lexicon lines, the links, and which other readings of the same words lost.
//
//   money  "4.82 billion dollars"  USD 4,820,000,000
//     rule     money.amount-scale-currency, confidence 0.98
//     lexicon  extractors/number/numbers.tsv:31   billion
//              extractors/money/currencies.tsv:8  dollar|dollars
//     lost     quantity "4.82 billion" by quantity.count: overlaps money.amount-scale-currency
//
// Text of the article is made fit for a terminal.

#ifndef FACTLINE_PIPELINE_EXPLANATION_H_
#define FACTLINE_PIPELINE_EXPLANATION_H_

#include <string>

#include "extractors/reading.h"
#include "pipeline/trace.h"
#include "schemas/record_writer.h"
#include "schemas/terminal_text.h"

namespace factline {

class Explanation {
 public:
  struct Style {
    bool colors = false;
    int width = 120;
  };
  explicit Explanation(const Style& style) : ink_(style.colors), width_(style.width) {}

  // Appends every fact of `read`, sentence by sentence, with what `trace` tells of
  // it, and the losers that no fact overlaps.
  void Append(const ArticleFacts& read, const Trace& trace, const Lexicon& lexicon,
              std::string* out) const;

  // Appends every token, its shape, the roles it can play and the lexicon lines
  // that say so.
  void AppendTokens(const Reading& reading, std::string* out) const;

 private:
  void AppendFact(const ArticleFacts& read, const Fact& fact, const Trace& trace,
                  const Lexicon& lexicon, std::string* out) const;
  void AppendLoser(const ArticleFacts& read, const Trace::Step& step, std::string* out) const;
  void AppendRows(const Mention& mention, const Lexicon& lexicon, std::string* out) const;
  void AppendLinks(const ArticleFacts& read, const Fact& fact, std::string* out) const;

  Ink ink_;
  int width_;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_EXPLANATION_H_
