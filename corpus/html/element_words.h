// What the classes and ids of an element say about its text.

#ifndef FACTLINE_CORPUS_HTML_ELEMENT_WORDS_H_
#define FACTLINE_CORPUS_HTML_ELEMENT_WORDS_H_

#include <cstdint>
#include <string_view>

namespace factline {

// A set: "related-article-body" is noise and body.
struct ElementKinds {
  bool body = false;      // the text of the article
  bool noise = false;     // around it
  bool comments = false;  // of readers
  bool unseen = false;    // hidden from readers who see
};

// The kinds of the words in `names`, the value of a class or an id attribute:
//   "story__articleBody"       body
//   "sidebar widget"           noise
//   "has-sidebar tag-cookies"  none: a modifier tells nothing of what follows it
// The words are in element_words.tsv.
ElementKinds KindsOf(std::string_view names);

}  // namespace factline
#endif  // FACTLINE_CORPUS_HTML_ELEMENT_WORDS_H_
