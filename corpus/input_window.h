// What a cutter sees of an input: the bytes that have arrived and are not yet cut
// out.  What it cuts goes to the batch in hand, with its place in the input; the
// bytes stay where they lie.

#ifndef FACTLINE_CORPUS_INPUT_WINDOW_H_
#define FACTLINE_CORPUS_INPUT_WINDOW_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/limits.h"
#include "corpus/record_batch.h"

namespace factline {

class InputWindow {
 public:
  explicit InputWindow(const Limits& limits) : limits_(limits) {}

  const Limits& limits() const { return limits_; }

  // Grows at its end from call to call of a cutter, and shrinks at its begin by
  // what is taken, skipped and rejected.  Moves in memory between calls.
  std::string_view bytes() const { return {batch_->bytes.data() + begin_, batch_->used - begin_}; }

  // The next `size` bytes are a record that begins on `line` (1-based; 0 where
  // lines mean nothing).
  void Take(uint64_t size, uint64_t line) { Add(size, line); }

  // The next `size` bytes are no part of any record.
  void Skip(uint64_t size) {
    begin_ += size;
    offset_ += size + forgotten_;
    forgotten_ = 0;
  }

  // The next `size` bytes should be a record and are none.
  void Reject(uint64_t size, uint64_t line, RejectReason reason, std::string_view detail = {});

  // So is all that follows: the cutter is not asked again.
  void RejectRest(uint64_t line, RejectReason reason, std::string_view detail);
  bool rest_rejected() const { return rest_rejected_; }

  // Drops all bytes but the few that a reject shows, so that something that will
  // be rejected or skipped costs no memory while its end is looked for.
  void Forget();
  // How many bytes were dropped of what comes next.
  uint64_t forgotten() const { return forgotten_; }

  // RawRecord::header of all that is taken from now on; kept once a batch.
  void SetHeader(std::string_view header) {
    header_ = header;
    kept_header_ = {};
  }

  // For who fills the window: a file begins behind what the batch holds; a batch
  // begins with `carried`, the bytes() of the one before.
  void BeginFile(const std::string& name, InputFormat format);
  void BeginBatch(RecordBatch* batch, std::string_view carried, uint64_t room);
  // Makes room for `room` bytes more behind bytes(), and counts what came there.
  char* RoomFor(uint64_t room, bool move);
  void Grew(uint64_t size) { batch_->used += size; }
  void set_format(InputFormat format) { format_ = format; }
  uint64_t begin() const { return begin_; }

 private:
  RawRecord& Add(uint64_t size, uint64_t line);

  Limits limits_;
  RecordBatch* batch_ = nullptr;
  uint64_t begin_ = 0;      // of bytes() in the batch
  uint64_t forgotten_ = 0;  // bytes dropped of what lies at begin_
  uint64_t offset_ = 0;     // of the byte at begin_ in the file
  bool rest_rejected_ = false;
  InputFormat format_ = {};
  std::string name_;
  std::string header_;
  // The same, kept by the batch; null before its first record.
  std::string_view kept_name_;
  std::string_view kept_header_;
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_INPUT_WINDOW_H_
