// The two parsers behind HtmlTree::Parse.

#ifndef FACTLINE_CORPUS_HTML_PARSERS_H_
#define FACTLINE_CORPUS_HTML_PARSERS_H_

#include <string_view>

#include "corpus/html/tree.h"

namespace factline {

// By the rules of HTML 5, as browsers read it.  REQUIRES: ScanTags(page) finds it
// ordinary, for gumbo's time is quadratic in nesting and in attributes of a tag.
void ParseByGumbo(std::string_view page, HtmlTree* tree);

// By libxml2's older rules, for what gumbo must not be given.  False where it gave
// up because of the nesting.
bool ParseByLibxml(std::string_view page, HtmlTree* tree);

}  // namespace factline
#endif  // FACTLINE_CORPUS_HTML_PARSERS_H_
