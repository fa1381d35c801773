// What time finds in a text: "May 3, 2025=2025-05-03".

#ifndef FACTLINE_TESTS_EXTRACTORS_TIMES_OF_H_
#define FACTLINE_TESTS_EXTRACTORS_TIMES_OF_H_

#include <string>
#include <string_view>
#include <vector>

#include "extractors/time/time.h"
#include "tests/marked.h"

namespace factline {

inline std::vector<Mention> MentionsOfTime(std::string_view text, std::string_view published,
                                           Reading* reading) {
  static const auto time = NewTimeExtractor(Lexicon::Shipped());
  static Article article;
  article = Article();
  article.text = text;
  article.published = published;
  reading->Read(article);
  std::vector<Mention> found;
  time->Extract(*reading, &found);
  return found;
}

// The values found, joined by blanks.
inline std::string TimesOf(std::string_view text, std::string_view published = {}) {
  static Reading reading(Lexicon::Shipped());
  std::string all;
  for (const Mention& m : MentionsOfTime(text, published, &reading)) {
    if (!all.empty()) all += ' ';
    all += Describe(m);
  }
  return all;
}

}  // namespace factline
#endif  // FACTLINE_TESTS_EXTRACTORS_TIMES_OF_H_
