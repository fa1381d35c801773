#include "corpus/record_parser.h"

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
