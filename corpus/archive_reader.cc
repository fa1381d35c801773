// A batch's bytes are read straight into it and cut where they lie.  What
// follows the last whole record is carried over to the next batch; nothing else
// is copied.

#include "corpus/archive_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "corpus/json_line.h"

namespace factline {
namespace {

// Enough articles to make a hand-over between threads cheap, few enough to keep
// all batches in flight small.
constexpr uint64_t kBatchBytes = 256 * 1024;
constexpr size_t kBatchRecords = 1024;
constexpr uint64_t kBlock = 128 * 1024;
constexpr uint64_t kKeptRoom = 2 << 20;  // a batch that grew beyond gives its memory back
constexpr uint64_t kPeek = 4096;

uint64_t Shown(uint64_t size) { return std::min(size, Reject::kShownBytes); }

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::string_view Extension(std::string_view path) {
  size_t slash = path.rfind('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
}

InputFormat FormatByName(std::string_view path) {
  std::string_view extension = Extension(path);
  if (extension == "gz" || extension == "zst") {
    path.remove_suffix(extension.size() + 1);
    extension = Extension(path);
  }
  if (extension == "jsonl" || extension == "ndjson" || extension == "json")
    return InputFormat::kJsonLines;
  if (extension == "csv") return InputFormat::kCsv;
  if (extension == "tsv" || extension == "tab") return InputFormat::kTsv;
  return extension == "txt" ? InputFormat::kText : InputFormat::kAuto;
}

// JSON Lines show themselves by a line that begins with an object.
InputFormat FormatByBytes(std::string_view bytes) {
  bool line_begins = true;
  for (char c : bytes) {
    if (line_begins && c == '{') return InputFormat::kJsonLines;
    line_begins = c == '\n' || (line_begins && (c == ' ' || c == '\t'));
  }
  return InputFormat::kText;
}

}  // namespace

std::optional<InputFormat> InputFormatNamed(std::string_view name) {
  if (name == "auto") return InputFormat::kAuto;
  if (name == "jsonl") return InputFormat::kJsonLines;
  if (name == "json") return InputFormat::kJson;
  if (name == "csv") return InputFormat::kCsv;
  if (name == "tsv") return InputFormat::kTsv;
  if (name == "text") return InputFormat::kText;
  return std::nullopt;
}

void RecordBatch::Clear() {
  if (bytes.size() > kKeptRoom) std::vector<char>().swap(bytes);
  used = 0;
  names.Clear();
  records.clear();
}

ArchiveReader::ArchiveReader(std::vector<std::string> inputs, InputFormat format,
                             const Limits& limits, std::function<bool()> stopped)
    : inputs_(std::move(inputs)), wanted_(format), limits_(limits), stopped_(std::move(stopped)) {}

bool ArchiveReader::Fill(RecordBatch* batch) {
  batch->Clear();
  batch->bytes.resize(std::max<uint64_t>(batch->bytes.size(), carry_.size() + kBlock));
  std::memcpy(batch->bytes.data(), carry_.data(), carry_.size());
  batch->used = carry_.size();
  carry_.clear();
  pending_ = 0;
  scanned_ = std::exchange(carried_, 0);
  name_ = kept_header_ = {};
  while (!stopped() && (batch->records.empty() ||
                        (batch->used < kBatchBytes && batch->records.size() < kBatchRecords))) {
    if (source_ == nullptr && !OpenNext(batch)) break;
    if (source_ == nullptr) continue;
    if (format_ == InputFormat::kText)
      ReadText(batch);
    else if (format_ == InputFormat::kJson)
      ReadObjects(batch);
    else if (format_ == InputFormat::kCsv || format_ == InputFormat::kTsv)
      ReadRows(batch);
    else
      ReadLines(batch);
    if (source_ != nullptr && !batch->records.empty() && !source_->Ready()) break;
  }
  if (stopped()) Close();
  if (source_ != nullptr) {
    carry_.assign(batch->bytes.data() + pending_, batch->used - pending_);
    carried_ = scanned_ - pending_;
  }
  return !batch->records.empty();
}

bool ArchiveReader::OpenNext(RecordBatch* batch) {
  std::optional<InputFile> file = inputs_.Next();
  if (!file) return false;
  path_ = std::move(file->path);
  name_ = kept_header_ = {};
  lines_ = offset_ = 0;
  pending_ = scanned_ = batch->used;
  if (!file->error.empty()) {
    RejectRest(batch, RejectReason::kCannotOpen, file->error);
    return true;
  }
  auto source = OpenByteSource(path_, stopped_);
  if (!source) {
    RejectRest(batch, RejectReason::kCannotOpen, source.error().message);
    return true;
  }
  source_ = std::move(*source);
  Detect(batch);
  return true;
}

void ArchiveReader::Detect(RecordBatch* batch) {
  format_ = wanted_ != InputFormat::kAuto ? wanted_ : FormatByName(path_);
  while (batch->used - pending_ < kPeek) {
    if (ReadBlock(batch) == 0 || !source_->Ready()) break;
  }
  std::string_view head(batch->bytes.data() + pending_, batch->used - pending_);
  if (head.substr(0, 3) == "\xEF\xBB\xBF") {
    pending_ += 3;
    offset_ += 3;
    head.remove_prefix(3);
  }
  scanned_ = pending_;
  head = head.substr(0, kPeek);
  bool chosen = wanted_ != InputFormat::kAuto ||
                (format_ != InputFormat::kAuto && format_ != InputFormat::kJsonLines);
  if (!chosen && JsonObjects::IsOne(head)) format_ = InputFormat::kJson;
  if (format_ == InputFormat::kAuto) format_ = FormatByBytes(head);
  objects_ = JsonObjects();
  rows_ = CsvRows(format_ == InputFormat::kTsv ? '\t' : ',');
  header_.clear();
}

// Appends what arrives next to the batch's bytes.
size_t ArchiveReader::ReadBlock(RecordBatch* batch) {
  if (batch->records.empty() && pending_ >= kBatchBytes) {  // megabytes of blank lines
    batch->used -= pending_;
    scanned_ -= pending_;
    std::memmove(batch->bytes.data(), batch->bytes.data() + pending_, batch->used);
    pending_ = 0;
  }
  uint64_t wanted = batch->used + kBlock + JsonLineParser::kLookAhead;
  if (batch->bytes.size() < wanted) {
    batch->bytes.resize(std::max<uint64_t>(wanted, batch->bytes.size() + batch->bytes.size() / 2));
  }
  size_t n = source_->Read(batch->bytes.data() + batch->used, kBlock);
  batch->used += n;
  return n;
}

void ArchiveReader::ReadLines(RecordBatch* batch) {
  CutLines(batch);
  if (batch->used - pending_ > limits_.record) {
    SkipLongLine(batch);
    return;
  }
  // Who writes to us line by line reads line by line too.
  if (!batch->records.empty() && !source_->Ready()) return;
  if (ReadBlock(batch) > 0) {
    CutLines(batch);
    return;
  }
  if (stopped()) return;
  if (source_->failure() != RejectReason::kNone)
    RejectRest(batch, source_->failure(), source_->detail());
  else if (pending_ < batch->used)
    CutLine(batch, batch->used);
  Close();
}

void ArchiveReader::CutLines(RecordBatch* batch) {
  const char* bytes = batch->bytes.data();
  while (scanned_ < batch->used) {
    const void* feed = std::memchr(bytes + scanned_, '\n', batch->used - scanned_);
    if (feed == nullptr) {
      scanned_ = batch->used;
      return;
    }
    CutLine(batch, static_cast<uint64_t>(static_cast<const char*>(feed) - bytes));
    offset_ += 1;
    scanned_ = ++pending_;
  }
}

// The line of the pending bytes up to `end`.
void ArchiveReader::CutLine(RecordBatch* batch, uint64_t end) {
  ++lines_;
  std::string_view line(batch->bytes.data() + pending_, end - pending_);
  if (line.size() > limits_.record) {
    Add(batch, Shown(line.size())).reason = RejectReason::kLineTooLong;
    batch->records.back().full_size = line.size();
  } else if (!IsBlank(line)) {
    Add(batch, line.size());
  }
  offset_ += line.size();
  pending_ = end;
}

// Reads on to the end of a line that is over the limit, keeping its first bytes.
void ArchiveReader::SkipLongLine(RecordBatch* batch) {
  ++lines_;
  size_t index = batch->records.size();
  uint64_t size = batch->used - pending_;
  Add(batch, Shown(size)).reason = RejectReason::kLineTooLong;
  batch->used = pending_ += Shown(size);
  const char* feed = nullptr;
  while (feed == nullptr) {
    if (ReadBlock(batch) == 0) break;
    const char* from = batch->bytes.data() + pending_;
    feed = static_cast<const char*>(std::memchr(from, '\n', batch->used - pending_));
    if (feed == nullptr) {
      size += batch->used - pending_;
      batch->used = pending_;
    } else {
      size += static_cast<uint64_t>(feed - from);
      pending_ += static_cast<uint64_t>(feed - from) + 1;
    }
  }
  batch->records[index].full_size = size;
  offset_ += size + 1;
  scanned_ = pending_;
}

// One step: the objects that end in what has been read, then a block more.
void ArchiveReader::ReadObjects(RecordBatch* batch) {
  while (scanned_ < batch->used) {
    auto event = objects_.Next({batch->bytes.data(), batch->used}, &scanned_);
    if (event == JsonObjects::Event::kEnd) Add(batch, scanned_ - pending_);
    if (event == JsonObjects::Event::kBegin || !objects_.inside()) {
      uint64_t next = event == JsonObjects::Event::kBegin ? scanned_ - 1 : scanned_;
      offset_ += next - pending_;
      pending_ = next;
    }
    if (event == JsonObjects::Event::kBegin) lines_ = objects_.line();
  }
  if (batch->used - pending_ > limits_.record) {
    // Where an object does not end, nobody knows where the next begins.
    RejectRest(batch, RejectReason::kLineTooLong, "an object without an end");
    batch->used = pending_ + Shown(batch->used - pending_);
    return Close();
  }
  if (!batch->records.empty() && !source_->Ready()) return;
  if (ReadBlock(batch) > 0 || stopped()) return;
  if (source_->failure() != RejectReason::kNone)
    RejectRest(batch, source_->failure(), source_->detail());
  else if (objects_.inside())
    Add(batch, batch->used - pending_);
  Close();
}

// One step: the rows that end in what has been read, then a block more.
void ArchiveReader::ReadRows(RecordBatch* batch) {
  while (rows_.Next({batch->bytes.data(), batch->used}, &scanned_)) CutRow(batch, scanned_);
  if (batch->used - pending_ > limits_.record) {
    RejectRest(batch, RejectReason::kLineTooLong, "a row without an end");
    batch->used = pending_ + Shown(batch->used - pending_);
    return Close();
  }
  if (!batch->records.empty() && !source_->Ready()) return;
  if (ReadBlock(batch) > 0 || stopped()) return;
  if (source_->failure() != RejectReason::kNone)
    RejectRest(batch, source_->failure(), source_->detail());
  else if (pending_ < batch->used)
    CutRow(batch, batch->used);
  Close();
}

void ArchiveReader::CutRow(RecordBatch* batch, uint64_t end) {
  std::string_view row(batch->bytes.data() + pending_, end - pending_);
  if (row.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    // A blank line is no row.
  } else if (header_.empty()) {
    header_ = row;
  } else {
    if (kept_header_.data() == nullptr) kept_header_ = batch->names.Keep(header_);
    Add(batch, row.size()).header = kept_header_;
  }
  offset_ += row.size();
  pending_ = end;
  lines_ = rows_.line();
}

void ArchiveReader::ReadText(RecordBatch* batch) {
  while (batch->used - pending_ <= limits_.text && ReadBlock(batch) > 0) {
  }
  if (stopped()) return;
  uint64_t size = batch->used - pending_;
  if (source_->failure() != RejectReason::kNone) {
    RejectRest(batch, source_->failure(), source_->detail());
  } else if (size > limits_.text) {
    RejectRest(batch, RejectReason::kTextTooLong, {});
    batch->used = pending_ + Shown(size);
  } else {
    Add(batch, size);
  }
  Close();
}

// A reject for what is left of the file in hand.
void ArchiveReader::RejectRest(RecordBatch* batch, RejectReason reason, std::string_view detail) {
  if (source_ != nullptr && format_ == InputFormat::kJsonLines) ++lines_;
  uint64_t size = batch->used - pending_;
  RawRecord& record = Add(batch, Shown(size));
  record.reason = reason;
  record.full_size = size;
  record.detail = batch->names.Keep(detail);
}

RawRecord& ArchiveReader::Add(RecordBatch* batch, uint64_t size) {
  if (name_.data() == nullptr) name_ = batch->names.Keep(path_);
  RawRecord& record = batch->records.emplace_back();
  record.format = format_;
  record.begin = pending_;
  record.size = record.full_size = size;
  record.locator = {name_, lines_, offset_};
  return record;
}

void ArchiveReader::Close() {
  source_.reset();
  carry_.clear();
}

}  // namespace factline
