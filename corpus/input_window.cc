#include "corpus/input_window.h"

#include <algorithm>
#include <cstring>

#include "corpus/json_line.h"

namespace factline {
namespace {

uint64_t Shown(uint64_t size) { return std::min(size, Reject::kShownBytes); }

}  // namespace

RawRecord& InputWindow::Add(uint64_t size, uint64_t line) {
  if (kept_name_.data() == nullptr) kept_name_ = batch_->names.Keep(name_);
  if (kept_header_.data() == nullptr && !header_.empty())
    kept_header_ = batch_->names.Keep(header_);
  RawRecord& record = batch_->records.emplace_back();
  record.format = format_;
  record.header = kept_header_;
  record.begin = begin_;
  record.size = size;
  record.full_size = size + forgotten_;
  record.locator = {kept_name_, line, offset_};
  Skip(size);
  return record;
}

void InputWindow::Reject(uint64_t size, uint64_t line, RejectReason reason,
                         std::string_view detail) {
  RawRecord& record = Add(size, line);
  record.size = Shown(size);
  record.reason = reason;
  record.detail = batch_->names.Keep(detail);
}

void InputWindow::RejectRest(uint64_t line, RejectReason reason, std::string_view detail) {
  uint64_t size = bytes().size();
  Reject(size, line, reason, detail);
  batch_->records.back().rest = true;
  batch_->used = begin_ = begin_ - size + Shown(size);
  rest_rejected_ = true;
}

void InputWindow::Forget() {
  uint64_t size = bytes().size();
  forgotten_ += size - Shown(size);
  batch_->used = begin_ + Shown(size);
}

void InputWindow::BeginFile(const std::string& name, InputFormat format) {
  name_ = name;
  format_ = format;
  header_.clear();
  kept_name_ = kept_header_ = {};
  begin_ = batch_->used;
  offset_ = forgotten_ = 0;
  rest_rejected_ = false;
}

void InputWindow::BeginBatch(RecordBatch* batch, std::string_view carried, uint64_t room) {
  batch->Clear();
  batch->bytes.resize(std::max<uint64_t>(batch->bytes.size(), carried.size() + room));
  std::memcpy(batch->bytes.data(), carried.data(), carried.size());
  batch->used = carried.size();
  batch_ = batch;
  begin_ = 0;
  kept_name_ = kept_header_ = {};
}

char* InputWindow::RoomFor(uint64_t room, bool move) {
  if (move) {
    batch_->used -= begin_;
    std::memmove(batch_->bytes.data(), batch_->bytes.data() + begin_, batch_->used);
    begin_ = 0;
  }
  uint64_t wanted = batch_->used + room + JsonLineParser::kLookAhead;
  if (batch_->bytes.size() < wanted) {
    batch_->bytes.resize(
        std::max<uint64_t>(wanted, batch_->bytes.size() + batch_->bytes.size() / 2));
  }
  return batch_->bytes.data() + batch_->used;
}

}  // namespace factline
