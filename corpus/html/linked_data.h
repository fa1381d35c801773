// What a page says of its article to search engines: JSON-LD of schema.org.  A door
// of simdjson.

#ifndef FACTLINE_CORPUS_HTML_LINKED_DATA_H_
#define FACTLINE_CORPUS_HTML_LINKED_DATA_H_

#include <string>
#include <string_view>

namespace factline {

// Empty where it is not said.
struct LinkedArticle {
  bool found = false;     // something is called an article
  std::string published;  // as written
  std::string headline;
  std::string body;  // articleBody
  std::string publisher;
  std::string url;
};

// Adds what the script `json` says of the article to `*article`, where that has
// nothing yet.  The article is the first thing of a type that ends in "Article",
// "Posting" or "Report", wherever it stands (@graph, lists, mainEntity); a publisher
// may stand by itself.  What is no JSON says nothing.
void AddLinkedData(std::string_view json, LinkedArticle* article);

}  // namespace factline
#endif  // FACTLINE_CORPUS_HTML_LINKED_DATA_H_
