// Whether a text is English, asked only where its source says that it is not.

#ifndef FACTLINE_CORPUS_TEXT_ENGLISH_H_
#define FACTLINE_CORPUS_TEXT_ENGLISH_H_

#include <string_view>

namespace factline {

// Whether `language`, a tag ("en-GB", "de") or a list of codes of two or three
// letters ("eng", "arg,spa"), says that a text is mainly in another language.  ""
// and what is no tag say nothing.
bool SaysNotEnglish(std::string_view language);

// Whether enough of the words of `text` are those that English cannot do without
// (english_words.tsv).  Looks at the begin of a long text.
bool LooksEnglish(std::string_view text);

}  // namespace factline
#endif  // FACTLINE_CORPUS_TEXT_ENGLISH_H_
