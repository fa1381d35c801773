#include "corpus/record_parser.h"

#include "corpus/text/digest.h"

namespace factline {

RejectReason RecordParser::Parse(const RecordBatch& batch, const RawRecord& record,
                                 Article* article) {
  *article = Article();
  if (record.reason != RejectReason::kNone) return record.reason;
  std::string_view bytes = batch.BytesOf(record);
  bool text = record.format == InputFormat::kText;
  bool row = record.format == InputFormat::kCsv || record.format == InputFormat::kTsv;
  RejectReason reason = text  ? ParseText(bytes, article)
                        : row ? ParseRow(record, bytes, article)
                              : json_.Parse(bytes, limits_, article);
  article->locator = record.locator;
  if (reason == RejectReason::kNone && article->id.empty()) {
    id_ = record.locator.file;
    if (!text) id_ += ":" + std::to_string(record.locator.line);
    article->id = id_;
  }
  return reason;
}

RejectReason RecordParser::ParseText(std::string_view bytes, Article* article) {
  if (!IsUtf8(bytes)) return RejectReason::kInvalidUtf8;
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) return RejectReason::kNoText;
  article->text = bytes;
  return RejectReason::kNone;
}

RejectReason RecordParser::ParseRow(const RawRecord& record, std::string_view bytes,
                                    Article* article) {
  if (!IsUtf8(bytes)) return RejectReason::kInvalidUtf8;
  char separator = record.format == InputFormat::kTsv ? '\t' : ',';
  if (header_ != record.header) {
    header_ = record.header;
    columns_.clear();
    CutCsvRow(header_, separator, &room_, &cells_);
    for (std::string_view name : cells_) columns_.push_back(ArticleKeyNamed(name));
  }
  CutCsvRow(bytes, separator, &room_, &cells_);
  parts_.Clear();
  for (size_t i = 0; i < cells_.size() && i < columns_.size(); ++i) {
    if (columns_[i]) parts_.Offer(*columns_[i], cells_[i]);
  }
  return parts_.Fill(limits_, article);
}

Reject RecordParser::RejectOf(const RecordBatch& batch, const RawRecord& record,
                              const Article& article, RejectReason reason) const {
  Reject reject;
  reject.reason = reason;
  reject.locator = record.locator;
  reject.id = article.id;
  reject.detail = reason == RejectReason::kInvalidJson && record.detail.empty() ? json_.detail()
                                                                                : record.detail;
  std::string_view bytes = batch.BytesOf(record);
  reject.bytes = bytes.substr(0, Reject::kShownBytes);
  reject.size = record.full_size;
  if (bytes.size() == record.full_size && !bytes.empty()) Sha256Hex(bytes, reject.sha256);
  return reject;
}

}  // namespace factline
