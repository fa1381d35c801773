// A ByteSource gives the bytes of one file or stream, one after the other.
//
// Compressed ones (gzip with any number of members, zstd with any number of
// frames) are recognised by their first bytes, not by their name, and
// decompressed on the way; memory does not grow with the file.

#ifndef FACTLINE_CORPUS_BYTE_SOURCE_H_
#define FACTLINE_CORPUS_BYTE_SOURCE_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

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

  // Why the source ended before its end: kNone, kCannotRead or kDamaged.
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

// The decompressed bytes of the file `path`, "-" for standard input.  An error
// says what the system said.  Where `stopped` says so while nothing arrives, the
// source ends there, without a failure.  The bytes of the file as they lie on the
// disk are added to `*bytes_read` as they are read, unless that is null.
Result<std::unique_ptr<ByteSource>> OpenByteSource(const std::string& path,
                                                   std::function<bool()> stopped = {},
                                                   std::atomic<uint64_t>* bytes_read = nullptr);

// The decompressed bytes of `raw`: what stands behind OpenByteSource.
std::unique_ptr<ByteSource> Decompressed(std::unique_ptr<ByteSource> raw);

}  // namespace factline
#endif  // FACTLINE_CORPUS_BYTE_SOURCE_H_
