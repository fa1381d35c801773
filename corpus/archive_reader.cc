// A batch's bytes are read straight into it and cut where they lie.  What
// follows the last whole record is carried over to the next batch; nothing else
// is copied.

#include "corpus/archive_reader.h"

#include <utility>

namespace factline {
namespace {

// Enough articles to make a hand-over between threads cheap, few enough to keep
// all batches in flight small.
constexpr uint64_t kBatchBytes = 256 * 1024;
constexpr size_t kBatchRecords = 1024;
constexpr uint64_t kBlock = 128 * 1024;
constexpr uint64_t kPeek = 4096;

}  // namespace

ArchiveReader::ArchiveReader(std::vector<std::string> inputs, InputFormat format,
                             const Limits& limits, std::function<bool()> stopped,
                             std::atomic<uint64_t>* bytes_read)
    : inputs_(std::move(inputs)),
      wanted_(format),
      stopped_(std::move(stopped)),
      bytes_read_(bytes_read),
      window_(limits) {}

bool ArchiveReader::Fill(RecordBatch* batch) {
  batch_ = batch;
  window_.BeginBatch(batch, carry_, kBlock);
  carry_.clear();
  while (!stopped() && (batch->records.empty() ||
                        (batch->used < kBatchBytes && batch->records.size() < kBatchRecords))) {
    if (source_ == nullptr) {
      if (!OpenNext()) break;
    } else {
      Step();
    }
    // Who writes to us line by line reads line by line too.
    if (source_ != nullptr && !batch->records.empty() && !source_->Ready()) break;
  }
  if (stopped()) {
    Close();
    members_.reset();
  }
  if (source_ != nullptr) carry_ = window_.bytes();
  return !batch->records.empty();
}

bool ArchiveReader::OpenNext() {
  if (members_ != nullptr) {
    if (members_->Next())
      BeginMember();
    else
      members_.reset();
    return true;
  }
  std::optional<InputFile> file = inputs_.Next();
  if (!file) return false;
  auto source = file->error.empty() ? OpenFile(file->path, stopped_, bytes_read_)
                                    : Error{std::move(file->error)};
  if (source) {
    members_ = std::make_unique<Members>(std::move(*source), file->path, window_.limits());
    return true;
  }
  window_.BeginFile(file->path, wanted_);
  window_.RejectRest(0, RejectReason::kCannotOpen, source.error().message);
  return true;
}

// A file, or a member of an archive.
void ArchiveReader::BeginMember() {
  window_.BeginFile(members_->label(), wanted_);
  source_ = members_->source();
  if (source_ == nullptr) return window_.RejectRest(0, members_->reason(), members_->detail());
  Detect();
  cutter_->Cut(&window_);
  if (window_.rest_rejected()) Close();
}

// Reads the begin of a file, and finds out whose it is.
void ArchiveReader::Detect() {
  while (window_.bytes().size() < kPeek) {
    if (ReadBlock() == 0 || !source_->Ready()) break;
  }
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (window_.bytes().substr(0, 3) == kByteOrderMark) window_.Skip(kByteOrderMark.size());
  InputFormat format = wanted_;
  if (format == InputFormat::kAuto)
    format = DetectFormat(members_->label(), window_.bytes().substr(0, kPeek));
  window_.set_format(format);
  cutter_ = RowOf(format).new_cutter();
}

// Appends what arrives next to the window.
size_t ArchiveReader::ReadBlock() {
  bool long_skipped = batch_->records.empty() && window_.begin() >= kBatchBytes;
  size_t n = source_->Read(window_.RoomFor(kBlock, long_skipped), kBlock);
  window_.Grew(n);
  return n;
}

// A block more, and the records that end in it; or the end of the file.
void ArchiveReader::Step() {
  if (ReadBlock() > 0) {
    size_t records = batch_->records.size();
    cutter_->Cut(&window_);
    bool more = batch_->records.size() > records;
    if (more && batch_->records.back().reason == RejectReason::kNone) source_->Acknowledge();
    if (window_.rest_rejected()) Close();
    return;
  }
  if (stopped()) return;
  if (source_->failure() != RejectReason::kNone)
    window_.RejectRest(cutter_->line(), source_->failure(), source_->detail());
  else
    cutter_->Finish(&window_);
  Close();
}

void ArchiveReader::Close() {
  source_ = nullptr;
  cutter_.reset();
}

}  // namespace factline
