// Archives of the web: WARC 1.0 and 1.1 (ISO 28500) with the pages of a crawl, WET
// with their text as Common Crawl extracts it, and ARC, which came before.
//
// An article is a record that holds a page: a response whose status is 200 to 299 and
// whose type is HTML, a resource of HTML, a conversion to plain text.  All other
// records (requests, metadata, revisits, redirects, pictures) are no documents and are
// passed over; a file with nothing else is one reject.

#ifndef FACTLINE_CORPUS_READERS_WARC_H_
#define FACTLINE_CORPUS_READERS_WARC_H_

#include <memory>
#include <string_view>

#include "corpus/readers/format.h"

namespace factline {

bool IsWarc(std::string_view head);
std::unique_ptr<RecordCutter> NewWarcCutter();
std::unique_ptr<ArticleParser> NewWarcParser(const KeyMap& keys);

}  // namespace factline
#endif  // FACTLINE_CORPUS_READERS_WARC_H_
