// What a page says of its article in its head: when, under which headline, where
// and by whom it was published.

#ifndef FACTLINE_CORPUS_HTML_PAGE_METADATA_H_
#define FACTLINE_CORPUS_HTML_PAGE_METADATA_H_

#include <string>
#include <string_view>

#include "corpus/html/tree.h"

namespace factline {

// Empty where the page does not say it.
struct PageMetadata {
  std::string published;  // ISO 8601
  std::string title;
  std::string url;
  std::string source;
  std::string language;     // of <html lang> or the like, as written
  std::string linked_body;  // articleBody of JSON-LD
  bool article = false;     // the page calls itself one
};

// `latest` is a day (ISO 8601) after which the article cannot have been published,
// such as that of the crawl, or "": later dates are those of scripts and of clocks.
PageMetadata MetadataOf(const HtmlTree& tree, std::string_view latest);

}  // namespace factline
#endif  // FACTLINE_CORPUS_HTML_PAGE_METADATA_H_
