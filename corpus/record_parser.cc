#include "corpus/record_parser.h"

#include "corpus/json_line.h"
#include "corpus/text/charset.h"
#include "corpus/text/digest.h"

namespace factline {

RejectReason RecordParser::Parse(const RecordBatch& batch, const RawRecord& record,
                                 Article* article) {
  *article = Article();
  detail_ = record.detail;
  if (record.reason != RejectReason::kNone) return record.reason;
  const FormatRow& row = RowOf(record.format);
  auto& parser = parsers_[static_cast<size_t>(record.format)];
  if (parser == nullptr) parser = row.new_parser(keys_);
  RejectReason reason = parser->Parse(record, batch.BytesOf(record), limits_, article);
  if (reason == RejectReason::kInvalidUtf8 && limits_.guess_encoding)
    reason = ParseGuessed(record, batch.BytesOf(record), parser.get(), article);
  article->locator = record.locator;
  if (reason != RejectReason::kNone) {
    detail_ = parser->detail();
  } else if (article->id.empty()) {
    id_ = record.locator.file;
    if (!row.whole_file) id_ += ":" + std::to_string(record.locator.line);
    article->id = id_;
  }
  return reason;
}

// A record that is not UTF-8, as what it most looks like.
RejectReason RecordParser::ParseGuessed(const RawRecord& record, std::string_view bytes,
                                        ArticleParser* parser, Article* article) {
  Utf8Text utf8 = ToUtf8(bytes, {}, true, &guessed_);
  if (utf8.reason != RejectReason::kNone) return utf8.reason;
  size_t size = guessed_.size();
  guessed_.append(JsonLineParser::kLookAhead, '\0');
  *article = Article();
  return parser->Parse(record, {guessed_.data(), size}, limits_, article);
}

Reject RecordParser::RejectOf(const RecordBatch& batch, const RawRecord& record,
                              const Article& article, RejectReason reason) const {
  Reject reject;
  reject.reason = reason;
  reject.locator = record.locator;
  reject.id = article.id;
  reject.detail = detail_;
  std::string_view bytes = batch.BytesOf(record);
  reject.bytes = bytes.substr(0, Reject::kShownBytes);
  reject.size = record.full_size;
  reject.rest = record.rest;
  if (bytes.size() == record.full_size && !bytes.empty()) Sha256Hex(bytes, reject.sha256);
  return reject;
}

}  // namespace factline
