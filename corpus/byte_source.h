// A ByteSource gives the bytes of one file or stream, one after the other.
//
// Compressed ones (gzip, zstd, bzip2 and xz, each with any number of members, frames
// or streams) are recognised by their first bytes, not by their name, and
// decompressed on the way; memory does not grow with the file.  Archives with members
// are members.h's.

#ifndef FACTLINE_CORPUS_BYTE_SOURCE_H_
#define FACTLINE_CORPUS_BYTE_SOURCE_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/limits.h"
#include "corpus/reject.h"
#include "schemas/result.h"

namespace factline {

class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Writes up to `room` bytes to `out` and returns how many; 0 at the end or
  // after a failure.  May return less than there is: what has arrived.
  virtual size_t Read(char* out, size_t room) = 0;

  // Whether Read would return without waiting for someone to write.
  virtual bool Ready() const { return true; }

  // Something has been made of what was read so far.  Bombs are told by the bytes
  // that come out of them for nothing: an archive of a million like lines is none.
  virtual void Acknowledge() {}

  // The size of the whole, where it is known and Seek works: of files on a disk.
  virtual std::optional<uint64_t> size() const { return std::nullopt; }
  // Read goes on at byte `at`.  REQUIRES: size().
  virtual void Seek(uint64_t /*at*/) {}

  // Why the source ended before its end: kNone, kCannotRead,
  // kDamaged, kTooLarge or kInvalidUtf8.
  RejectReason failure() const { return failure_; }
  const std::string& detail() const { return detail_; }

 protected:
  size_t Fail(RejectReason reason, std::string detail) {
    failure_ = reason;
    detail_ = std::move(detail);
    return 0;
  }

 private:
  RejectReason failure_ = RejectReason::kNone;
  std::string detail_;
};

// The bytes of the file `path` as they lie on the disk, "-" for standard input.  An
// error says what the system said.  Where `stopped` says so while nothing arrives, the
// source ends there, without a failure.  Bytes are added to `*bytes_read` as they are
// read, unless that is null.
Result<std::unique_ptr<ByteSource>> OpenFile(const std::string& path,
                                             std::function<bool()> stopped = {},
                                             std::atomic<uint64_t>* bytes_read = nullptr);

// The same decompressed.
Result<std::unique_ptr<ByteSource>> OpenByteSource(const std::string& path,
                                                   const Limits& limits = {});

// `bytes`, which outlive the source, as the HTTP content encoding `encoding` has them;
// null where they are plain already, or in no encoding that is known.
std::unique_ptr<ByteSource> DecodedAs(std::string_view encoding, std::string_view bytes,
                                      const Limits& limits);

// Whether `given` bytes are more than `taken` compressed ones may become, and in words.
bool IsAmplified(uint64_t given, uint64_t taken, uint64_t amplification);
std::string AmplificationText(uint64_t given, uint64_t taken);

}  // namespace factline
#endif  // FACTLINE_CORPUS_BYTE_SOURCE_H_
