// Pages of HTML: a file is a page, and its name the id.

#ifndef FACTLINE_CORPUS_READERS_HTML_H_
#define FACTLINE_CORPUS_READERS_HTML_H_

#include <memory>
#include <string_view>

#include "corpus/readers/format.h"

namespace factline {

bool IsHtml(std::string_view head);
std::unique_ptr<RecordCutter> NewHtmlCutter();
std::unique_ptr<ArticleParser> NewHtmlParser(const KeyMap& keys);

}  // namespace factline
#endif  // FACTLINE_CORPUS_READERS_HTML_H_
