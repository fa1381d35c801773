#include "pipeline/parts/part_writer.h"

#include <cstdio>

#include "pipeline/rejects.h"

namespace factline {

std::string PartName(uint64_t number, RecordFormat format) {
  bool is_table = format == RecordFormat::kCsv || format == RecordFormat::kTsv;
  char name[40];
  std::snprintf(name, sizeof name, "part-%05llu.", static_cast<unsigned long long>(number));
  return name + std::string(is_table ? Name(format) : "jsonl");
}

std::string RejectsName(uint64_t number) {
  char name[40];
  std::snprintf(name, sizeof name, "rejects-%05llu.jsonl", static_cast<unsigned long long>(number));
  return name;
}

bool PartWriter::Take(const Work& work) {
  uint64_t from = 0;
  size_t reject = 0;
  for (size_t i = 0; i < work.pieces.size(); ++i) {
    const Piece& piece = work.pieces[i];
    std::string_view records =
        std::string_view(work.records).substr(from, piece.records_end - from);
    from = piece.records_end;
    uint64_t number = (work.first + i) / records_per_part_;
    if (open_ && number != part_.number && !FinishPart()) return false;
    if (piece.skipped) continue;
    if (!open_ && !Begin(number)) return false;
    const Reject* rejected =
        piece.reason == RejectReason::kNone ? nullptr : &work.rejects[reject++];
    if (!Add(records, rejected, piece)) return false;
  }
  return true;
}

bool PartWriter::Begin(uint64_t number) {
  part_ = PartEntry();
  part_.number = number;
  part_.file = PartName(number, options_.to);
  auto records = OpenByteSink(folder_ + "/" + part_.file);
  if (!records) {
    error_ = records.error().message;
    return false;
  }
  records_ = std::move(*records);
  rejects_.reset();
  open_ = true;
  std::string head(NewRecordWriter(options_.to, options_.writer)->Head());
  digest_.Add(head);
  part_.bytes = head.size();
  return Write(records_.get(), head);
}

bool PartWriter::Add(std::string_view records, const Reject* reject, const Piece& piece) {
  ++part_.counts.read;
  part_.counts.Count(piece);
  part_.bytes += records.size();
  digest_.Add(records);
  if (reject == nullptr) return Write(records_.get(), records);
  if (options_.on_reject) options_.on_reject(*reject);
  if (rejects_ == nullptr) {
    auto opened = OpenByteSink(folder_ + "/" + RejectsName(part_.number));
    if (!opened) {
      error_ = opened.error().message;
      return false;
    }
    rejects_ = std::move(*opened);
  }
  line_.clear();
  AppendRejectJson(*reject, &line_);
  return Write(rejects_.get(), line_);
}

bool PartWriter::Write(ByteSink* sink, std::string_view bytes) {
  if (bytes.empty() || sink->Write(bytes) == WriteResult::kWritten) return true;
  error_ = sink->error();
  return false;
}

bool PartWriter::FinishSink(ByteSink* sink) {
  if (sink->Finish() == WriteResult::kWritten) return true;
  error_ = sink->error();
  return false;
}

bool PartWriter::FinishPart() {
  open_ = false;
  if (rejects_ != nullptr && !FinishSink(rejects_.get())) return false;
  if (!FinishSink(records_.get())) return false;
  rejects_.reset();
  records_.reset();
  part_.sha256 = digest_.Hex();
  auto told = done_(part_);
  if (!told) error_ = told.error().message;
  return told.has_value();
}

}  // namespace factline
