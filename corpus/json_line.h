// One line of JSON Lines as an Article.  The door of simdjson.
//
// Each line is parsed alone, so that a bad one costs its neighbours nothing.

#ifndef FACTLINE_CORPUS_JSON_LINE_H_
#define FACTLINE_CORPUS_JSON_LINE_H_

#include <memory>
#include <string_view>

#include "schemas/article.h"
#include "schemas/result.h"

namespace factline {

class JsonLineParser {
 public:
  JsonLineParser();
  ~JsonLineParser();

  // The article of `line`; its views are valid until the next call.  An error's
  // message is the reason code of the reject: "invalid_json", "invalid_utf8",
  // "no_text".
  Result<Article> Parse(std::string_view line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_JSON_LINE_H_
