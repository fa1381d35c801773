// Plain text: a file is an article, and its name the id.

#ifndef FACTLINE_CORPUS_READERS_TEXT_H_
#define FACTLINE_CORPUS_READERS_TEXT_H_

#include <memory>

#include "corpus/readers/format.h"

namespace factline {

std::unique_ptr<RecordCutter> NewTextCutter();
std::unique_ptr<ArticleParser> NewTextParser(const KeyMap& keys);

}  // namespace factline
#endif  // FACTLINE_CORPUS_READERS_TEXT_H_
