// A page of HTML as an Article.

#ifndef FACTLINE_CORPUS_HTML_PAGE_READER_H_
#define FACTLINE_CORPUS_HTML_PAGE_READER_H_

#include <string>
#include <string_view>

#include "corpus/html/page_metadata.h"
#include "corpus/limits.h"
#include "corpus/reject.h"
#include "schemas/article.h"

namespace factline {

// What is known of a page from outside of it; empty where nothing is.
struct PageSurroundings {
  std::string_view charset;  // of the HTTP header
  std::string_view latest;   // a day after which it was not published: that of the crawl
  std::string_view url;      // from which it came: stands above what the page says
};

// One per thread.
class PageReader {
 public:
  // Reads `page` into `*article`, whose views live until the next call, or returns
  // why it is none:
  //   kInvalidUtf8, kUnknownCharset   text/charset.h
  //   kTooDeep       nested deeper than pages are
  //   kNoArticle     no running text: a list of links, a form, a notice
  //   kNotEnglish    says so, and its text agrees
  //   kTextTooLong
  RejectReason Read(std::string_view page, const PageSurroundings& around, const Limits& limits,
                    Article* article);

  // What the last call's failure was exactly; may be empty.
  std::string_view detail() const { return detail_; }

 private:
  std::string room_;
  std::string text_;
  std::string detail_;
  PageMetadata metadata_;
};

// Whether a file that begins with `head` is a page of HTML.
bool LooksLikeHtml(std::string_view head);

}  // namespace factline
#endif  // FACTLINE_CORPUS_HTML_PAGE_READER_H_
