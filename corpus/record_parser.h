// What a RawRecord says, as an Article: the part of reading that many threads
// do at once, each with a parser of its own.

#ifndef FACTLINE_CORPUS_RECORD_PARSER_H_
#define FACTLINE_CORPUS_RECORD_PARSER_H_

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/archive_reader.h"
#include "corpus/article_keys.h"
#include "corpus/limits.h"
#include "corpus/readers/format.h"
#include "corpus/reject.h"

namespace factline {

class RecordParser {
 public:
  explicit RecordParser(const Limits& limits = {}, KeyMap keys = {})
      : limits_(limits), keys_(std::move(keys)) {}

  // Reads `record` of `batch` into `*article`, or returns why it is none.  The
  // article's views live until the next call or as long as the batch's bytes,
  // whichever is shorter.  One without an id gets its file and line as one.
  RejectReason Parse(const RecordBatch& batch, const RawRecord& record, Article* article);

  // The reject that the last call's failure makes, with the same views.
  Reject RejectOf(const RecordBatch& batch, const RawRecord& record, const Article& article,
                  RejectReason reason) const;

 private:
  RejectReason ParseGuessed(const RawRecord& record, std::string_view bytes, ArticleParser* parser,
                            Article* article);

  Limits limits_;
  KeyMap keys_;
  std::array<std::unique_ptr<ArticleParser>, kInputFormats> parsers_;  // made when first needed
  std::string_view detail_;                                            // of the last failure
  std::string id_;
  std::string guessed_;  // a record that was not UTF-8, as UTF-8
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_RECORD_PARSER_H_
