// Paragraphs that stand in the column of an article and are none of it: cookie
// notices, invitations to subscribe, "Read more: …".

#ifndef FACTLINE_CORPUS_HTML_NOTICES_H_
#define FACTLINE_CORPUS_HTML_NOTICES_H_

#include <string_view>

namespace factline {

// Whether the paragraph `text` is one, by the words of notices.tsv.  Long paragraphs
// never are: there such words are what the news is about.
bool IsNotice(std::string_view text);

// Whether the section under the heading `text` is none of the article: "Sources".
bool IsHeadingOfOthers(std::string_view text);

}  // namespace factline
#endif  // FACTLINE_CORPUS_HTML_NOTICES_H_
