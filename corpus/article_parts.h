// Puts an article together from what a record offers under its keys.

#ifndef FACTLINE_CORPUS_ARTICLE_PARTS_H_
#define FACTLINE_CORPUS_ARTICLE_PARTS_H_

#include <array>
#include <string_view>

#include "corpus/article_keys.h"
#include "corpus/limits.h"
#include "corpus/published.h"
#include "corpus/reject.h"
#include "schemas/article.h"

namespace factline {

class ArticleParts {
 public:
  ArticleParts() { Clear(); }
  void Clear();

  // Takes `text` for the part of `key`, unless it is blank or a better key has
  // offered something.  A date of publication has to be one (published.h).
  void Offer(const ArticleKey& key, std::string_view text);

  // Something stood where the text should be, but no string.
  void NoteStrangeText() { strange_text_ = true; }

  // The article of all that was offered; its views point into that or into this
  // object.  Returns kNone or what is wrong with its text.
  RejectReason Fill(const Limits& limits, Article* article) const;

 private:
  std::string_view Of(ArticlePart part) const { return value_[static_cast<size_t>(part)]; }

  std::array<std::string_view, kArticleParts> value_;
  std::array<uint8_t, kArticleParts> rank_;
  std::string_view hostname_;
  char published_[kPublishedRoom];
  bool strange_text_ = false;
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_ARTICLE_PARTS_H_
