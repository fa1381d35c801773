// The doors of zlib and zstd: decompression as a stream.
//
// A gzip file may have any number of members and a zstd file any number of
// frames, one after the other; the end of the last is the end of the text.  A
// file that ends inside one, or that goes on with something else, is damaged,
// and what came out of it before is still given.

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "corpus/byte_source.h"

namespace factline {
namespace {

constexpr size_t kBlock = 128 * 1024;  // of compressed bytes at a time

// Compressed bytes as they come in, a block at a time.
class Intake {
 public:
  explicit Intake(std::unique_ptr<ByteSource> raw) : raw_(std::move(raw)), block_(kBlock) {}

  // Whether there is at least one byte left, reading a block where needed.
  bool Refill() {
    if (at_ < size_) return true;
    at_ = 0;
    size_ = raw_->Read(block_.data(), block_.size());
    return size_ > 0;
  }

  // Reads on until `n` bytes are there or the source ends.
  size_t Gather(size_t n) {
    while (size_ - at_ < n) {
      size_t got = raw_->Read(block_.data() + size_, block_.size() - size_);
      if (got == 0) break;
      size_ += got;
    }
    return size_ - at_;
  }

  const char* at() const { return block_.data() + at_; }
  size_t left() const { return size_ - at_; }
  void Skip(size_t n) { at_ += n; }
  bool Ready() const { return at_ < size_ || raw_->Ready(); }
  const ByteSource& raw() const { return *raw_; }

 private:
  std::unique_ptr<ByteSource> raw_;
  std::vector<char> block_;
  size_t at_ = 0;
  size_t size_ = 0;
};

class PlainSource : public ByteSource {
 public:
  explicit PlainSource(Intake intake) : intake_(std::move(intake)) {}
  size_t Read(char* out, size_t room) override {
    if (!intake_.Refill()) return Fail(intake_.raw().failure(), intake_.raw().detail());
    size_t n = std::min(room, intake_.left());
    std::memcpy(out, intake_.at(), n);
    intake_.Skip(n);
    return n;
  }
  bool Ready() const override { return intake_.Ready(); }

 private:
  Intake intake_;
};

class GzipSource : public ByteSource {
 public:
  explicit GzipSource(Intake intake) : intake_(std::move(intake)) {
    ::inflateInit2(&stream_, 16 + MAX_WBITS);
  }
  ~GzipSource() override { ::inflateEnd(&stream_); }

  size_t Read(char* out, size_t room) override {
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(room);
    while (stream_.avail_out == room) {
      if (!intake_.Refill()) return End();
      if (!inside_ && !Begin()) return 0;
      if (!Step()) return 0;
    }
    return room - stream_.avail_out;
  }
  bool Ready() const override { return intake_.Ready(); }

 private:
  size_t End() {
    if (intake_.raw().failure() != RejectReason::kNone)
      return Fail(intake_.raw().failure(), intake_.raw().detail());
    return inside_ ? Fail(RejectReason::kDamaged, "gzip data end too early") : 0;
  }

  bool Begin() {
    if (*intake_.at() == '\0') {  // padding after the last member, as tape drives leave it
      intake_.Skip(1);
      padded_ = true;
      return true;
    }
    if (padded_ || *intake_.at() != '\x1f') {
      Fail(RejectReason::kDamaged, "bytes after the end of the gzip data");
      return false;
    }
    ::inflateReset(&stream_);
    inside_ = true;
    return true;
  }

  bool Step() {
    if (!inside_) return true;
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(intake_.at()));
    stream_.avail_in = static_cast<uInt>(intake_.left());
    int result = ::inflate(&stream_, Z_NO_FLUSH);
    intake_.Skip(intake_.left() - stream_.avail_in);
    if (result == Z_STREAM_END) inside_ = false;
    if (result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR) return true;
    Fail(RejectReason::kDamaged, stream_.msg ? stream_.msg : "not gzip data");
    return false;
  }

  Intake intake_;
  z_stream stream_ = {};
  bool inside_ = false;
  bool padded_ = false;
};

class ZstdSource : public ByteSource {
 public:
  explicit ZstdSource(Intake intake)
      : intake_(std::move(intake)), stream_(::ZSTD_createDStream()) {}
  ~ZstdSource() override { ::ZSTD_freeDStream(stream_); }

  size_t Read(char* out, size_t room) override {
    ZSTD_outBuffer to = {out, room, 0};
    while (to.pos == 0) {
      // Bytes may still wait inside the decoder when all input has been taken.
      bool any = intake_.Refill();
      if (!any && !flushing_) return End();
      ZSTD_inBuffer from = {intake_.at(), any ? intake_.left() : 0, 0};
      size_t hint = ::ZSTD_decompressStream(stream_, &to, &from);
      if (::ZSTD_isError(hint)) return Fail(RejectReason::kDamaged, ::ZSTD_getErrorName(hint));
      intake_.Skip(from.pos);
      inside_ = hint != 0;
      flushing_ = inside_ && to.pos == to.size;
    }
    return to.pos;
  }
  bool Ready() const override { return intake_.Ready(); }

 private:
  size_t End() {
    if (intake_.raw().failure() != RejectReason::kNone)
      return Fail(intake_.raw().failure(), intake_.raw().detail());
    return inside_ ? Fail(RejectReason::kDamaged, "zstd data end too early") : 0;
  }

  Intake intake_;
  ZSTD_DStream* stream_;
  bool inside_ = false;
  bool flushing_ = false;
};

bool StartsWith(const Intake& intake, std::string_view magic) {
  return intake.left() >= magic.size() && std::memcmp(intake.at(), magic.data(), magic.size()) == 0;
}

// A skippable frame of zstd: 0x184D2A50 to 0x184D2A5F, little-endian.
bool StartsWithSkippable(const Intake& intake) {
  return intake.left() >= 4 && (intake.at()[0] & 0xF0) == 0x50 &&
         std::memcmp(intake.at() + 1, "\x2A\x4D\x18", 3) == 0;
}

}  // namespace

std::unique_ptr<ByteSource> Decompressed(std::unique_ptr<ByteSource> raw) {
  Intake intake(std::move(raw));
  // Only what may be a magic number is worth waiting for its other bytes.
  if (intake.Gather(1) > 0 && std::memchr("\x1f\x28PQRSTUVWXYZ[\\]^_", *intake.at(), 18)) {
    intake.Gather(4);
  }
  if (StartsWith(intake, "\x1f\x8b")) return std::make_unique<GzipSource>(std::move(intake));
  if (StartsWith(intake, "\x28\xB5\x2F\xFD") || StartsWithSkippable(intake))
    return std::make_unique<ZstdSource>(std::move(intake));
  return std::make_unique<PlainSource>(std::move(intake));
}

}  // namespace factline
