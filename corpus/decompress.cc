// The doors of zlib and zstd: decompression as a stream; and which of the decompressors
// a stream needs.
//
// A gzip file may have any number of members and a zstd file any number of
// frames, one after the other; the end of the last is the end of the text.  A
// file that ends inside one, or that goes on with something else, is damaged,
// and what came out of it before is still given.

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>

#include "corpus/decompressor.h"

namespace factline {
namespace {

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
  void Acknowledge() override { intake_.raw().Acknowledge(); }

 private:
  Intake intake_;
};

// What is around a deflate stream: zlib's numbers for it.
enum class Wrapping { kGzip = 16 + MAX_WBITS, kZlib = MAX_WBITS, kNone = -MAX_WBITS };

class InflateSource : public Decompressor {
 public:
  InflateSource(Intake intake, uint64_t amplification, Wrapping wrapping)
      : Decompressor(std::move(intake), amplification), wrapping_(wrapping) {
    ::inflateInit2(&stream_, static_cast<int>(wrapping));
  }
  ~InflateSource() override { ::inflateEnd(&stream_); }

 private:
  size_t Decode(char* out, size_t room) override {
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(room);
    while (stream_.avail_out == room) {
      if (!intake_.Refill()) return End(inside_, "gzip");
      if (!inside_ && !Begin()) return 0;
      if (!Step()) return 0;
    }
    return room - stream_.avail_out;
  }

  bool Begin() {
    if (wrapping_ != Wrapping::kGzip && begun_) {  // one stream alone
      intake_.Skip(intake_.left());
      return true;
    }
    if (*intake_.at() == '\0' &&
        begun_) {  // padding after the last member, as tape drives leave it
      intake_.Skip(1);
      padded_ = true;
      return true;
    }
    if (padded_ || (wrapping_ == Wrapping::kGzip && *intake_.at() != '\x1f')) {
      Fail(RejectReason::kDamaged, "bytes after the end of the gzip data");
      return false;
    }
    ::inflateReset(&stream_);
    inside_ = begun_ = true;
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

  Wrapping wrapping_;
  z_stream stream_ = {};
  bool inside_ = false;
  bool begun_ = false;
  bool padded_ = false;
};

class ZstdSource : public Decompressor {
 public:
  ZstdSource(Intake intake, uint64_t amplification)
      : Decompressor(std::move(intake), amplification), stream_(::ZSTD_createDStream()) {}
  ~ZstdSource() override { ::ZSTD_freeDStream(stream_); }

 private:
  size_t Decode(char* out, size_t room) override {
    ZSTD_outBuffer to = {out, room, 0};
    while (to.pos == 0) {
      // Bytes may still wait inside the decoder when all input has been taken.
      bool any = intake_.Refill();
      if (!any && !flushing_) return End(inside_, "zstd");
      ZSTD_inBuffer from = {intake_.at(), any ? intake_.left() : 0, 0};
      size_t hint = ::ZSTD_decompressStream(stream_, &to, &from);
      if (::ZSTD_isError(hint)) return Fail(RejectReason::kDamaged, ::ZSTD_getErrorName(hint));
      intake_.Skip(from.pos);
      inside_ = hint != 0;
      flushing_ = inside_ && to.pos == to.size;
    }
    return to.pos;
  }

  ZSTD_DStream* stream_;
  bool inside_ = false;
  bool flushing_ = false;
};

// Bytes in memory, which outlive the source.
class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
  size_t Read(char* out, size_t room) override {
    size_t n = std::min(room, bytes_.size());
    std::memcpy(out, bytes_.data(), n);
    bytes_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view bytes_;
};

// A skippable frame of zstd: 0x184D2A50 to 0x184D2A5F, little-endian.
bool StartsWithSkippable(const Intake& intake) {
  return intake.left() >= 4 && (intake.at()[0] & 0xF0) == 0x50 &&
         intake.StartsWith("\x2A\x4D\x18", 1);
}

// A zlib header: deflate, and a check over its two bytes.
bool StartsWithZlib(std::string_view bytes) {
  if (bytes.size() < 2) return false;
  unsigned first = static_cast<unsigned char>(bytes[0]);
  unsigned second = static_cast<unsigned char>(bytes[1]);
  return (first & 15) == 8 && (first * 256 + second) % 31 == 0;
}

}  // namespace

bool IsAmplified(uint64_t given, uint64_t taken, uint64_t amplification) {
  return amplification > 0 && given > Limits::kFreeBytes && given / amplification > taken;
}

std::string AmplificationText(uint64_t given, uint64_t taken) {
  return std::to_string(taken) + " bytes decompress to more than " + std::to_string(given);
}

std::unique_ptr<ByteSource> Decompress(Intake* intake, uint64_t amplification) {
  // Only what may be a magic number is worth waiting for its other bytes.
  if (intake->Gather(1) > 0 && std::memchr("\x1f\x28PQRSTUVWXYZ[\\]^_B\xFD", *intake->at(), 20))
    intake->Gather(6);
  if (intake->StartsWith("\x1f\x8b"))
    return std::make_unique<InflateSource>(std::move(*intake), amplification, Wrapping::kGzip);
  if (intake->StartsWith("\x28\xB5\x2F\xFD") || StartsWithSkippable(*intake))
    return std::make_unique<ZstdSource>(std::move(*intake), amplification);
  // "BZh", the size of a block, and the first of pi's digits.
  if (intake->StartsWith("BZh") && intake->StartsWith("1A", 4))
    return NewBzip2Source(std::move(*intake), amplification);
  if (intake->StartsWith(std::string_view("\xFD"
                                          "7zXZ\0",
                                          6)))
    return NewXzSource(std::move(*intake), amplification);
  return nullptr;
}

std::unique_ptr<ByteSource> Plain(Intake intake) {
  return std::make_unique<PlainSource>(std::move(intake));
}

std::unique_ptr<ByteSource> DecodedAs(std::string_view encoding, std::string_view bytes,
                                      const Limits& limits) {
  size_t text = bytes.find_first_not_of(" \t\r\n");
  if (text == std::string_view::npos || bytes[text] == '<') return nullptr;
  Intake intake(std::make_unique<MemorySource>(bytes));
  if (encoding == "br") return NewBrotliSource(std::move(intake), limits.amplification);
  if (encoding == "deflate") {
    Wrapping wrapping = StartsWithZlib(bytes) ? Wrapping::kZlib : Wrapping::kNone;
    return std::make_unique<InflateSource>(std::move(intake), limits.amplification, wrapping);
  }
  return Decompress(&intake, limits.amplification);
}

}  // namespace factline
