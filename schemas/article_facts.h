// ArticleFacts: all that is known of one article once it has been read.  What the
// analysis gives and what every record writer takes.

#ifndef FACTLINE_SCHEMAS_ARTICLE_FACTS_H_
#define FACTLINE_SCHEMAS_ARTICLE_FACTS_H_

#include <span>
#include <string_view>

#include "schemas/article.h"
#include "schemas/fact.h"

namespace factline {

// A sentence as the records show it.
struct SentenceSpan {
  Span bytes;
  Span chars;
};

// Views: valid until the analysis that made it reads its next article.
struct ArticleFacts {
  const Article* article = nullptr;
  std::string_view sha256;  // of the UTF-8 text, 64 hexadecimal digits
  std::span<const SentenceSpan> sentences;
  std::span<const Fact> facts;  // in order of begin, then end, then type

  std::string_view Text(const Span& bytes) const {
    return article->text.substr(bytes.begin, bytes.size());
  }
};

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_ARTICLE_FACTS_H_
