// One line of JSON Lines as an Article.  The door of simdjson.
//
// Each line is parsed alone, so that a bad one costs its neighbours nothing, and
// by the parser that validates all of it, so that a bad value nobody asks for is
// found too.  One parser per thread.

#ifndef FACTLINE_CORPUS_JSON_LINE_H_
#define FACTLINE_CORPUS_JSON_LINE_H_

#include <memory>
#include <string>
#include <string_view>

#include "corpus/article_keys.h"
#include "corpus/limits.h"
#include "corpus/reject.h"
#include "schemas/article.h"
#include "schemas/result.h"

namespace factline {

class JsonLineParser {
 public:
  // Of `keys`, the first that holds something is taken, before the usual ones.
  explicit JsonLineParser(KeyMap keys = {});
  ~JsonLineParser();

  // Reads `line` into `*article`, whose views are valid until the next call, and
  // returns kNone, or why the line is no article; `*article` then holds what
  // could be read.  Which keys are asked is in article_keys.h; of their values:
  //   id         a string, or an integer as its digits
  //   text       a string with more than white space in it
  //   published  kept where PublishedDate() can read it
  // REQUIRES: kLookAhead readable bytes behind the line, of any value.
  RejectReason Parse(std::string_view line, const Limits& limits, Article* article);
  static constexpr size_t kLookAhead = 64;

  // What the JSON parser said of the last line, where there is more to say than the reason.
  std::string_view detail() const;

  // The same for a line that stands anywhere; an error's message is the reason's
  // name.
  Result<Article> Parse(std::string_view line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Whether `bytes` are UTF-8.
bool IsUtf8(std::string_view bytes);

}  // namespace factline
#endif  // FACTLINE_CORPUS_JSON_LINE_H_
