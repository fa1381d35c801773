// The article of a page: which of its text is news, and which stands around it.

#ifndef FACTLINE_CORPUS_HTML_MAIN_TEXT_H_
#define FACTLINE_CORPUS_HTML_MAIN_TEXT_H_

#include <string>
#include <string_view>

#include "corpus/html/tree.h"

namespace factline {

// The paragraphs, headings, items and rows of the article of `tree`, with an empty
// line between, or "" where the page has no running text.  `title` is left out
// where it stands above them.
std::string MainText(const HtmlTree& tree, std::string_view title);

// The same of a page that is nothing but an article, such as a feed's
// <content:encoded> or the XHTML in a NewsML item: only what can be told from each
// element alone is left out (scripts, captions, share buttons).
std::string AllText(const HtmlTree& tree);

// AllText() of a piece of HTML; "" where it is nested too deep.
std::string FragmentText(std::string_view html);

}  // namespace factline
#endif  // FACTLINE_CORPUS_HTML_MAIN_TEXT_H_
