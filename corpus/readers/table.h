// Tables as text: RFC 4180, with commas or tabs between the cells.  A cell that
// begins with a quote ends with one, holds line breaks and separators, and a
// quote as two.  The first row names the columns, which are keys as those of an
// object are (corpus/article_keys.h); every other is an article.

#ifndef FACTLINE_CORPUS_READERS_TABLE_H_
#define FACTLINE_CORPUS_READERS_TABLE_H_

#include <memory>

#include "corpus/readers/format.h"

namespace factline {

std::unique_ptr<RecordCutter> NewCsvCutter();
std::unique_ptr<RecordCutter> NewTsvCutter();
std::unique_ptr<ArticleParser> NewCsvParser(const KeyMap& keys);
std::unique_ptr<ArticleParser> NewTsvParser(const KeyMap& keys);

}  // namespace factline
#endif  // FACTLINE_CORPUS_READERS_TABLE_H_
