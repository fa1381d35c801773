// The steps between the bytes on a disk and the bytes that are read: what decompressors
// have in common, how bytes come in, and how much may come out of them.  For the
// sources' own files and members.cc.

#ifndef FACTLINE_CORPUS_DECOMPRESSOR_H_
#define FACTLINE_CORPUS_DECOMPRESSOR_H_

#include <cstring>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/byte_source.h"

namespace factline {

// Compressed bytes as they come in, a block at a time.
class Intake {
 public:
  explicit Intake(std::unique_ptr<ByteSource> raw) : raw_(std::move(raw)), block_(kBlock) {}

  // Whether there is at least one byte left, reading a block where needed.
  bool Refill() {
    if (at_ < size_) return true;
    at_ = 0;
    size_ = raw_->Read(block_.data(), block_.size());
    ended_ = size_ == 0;
    return size_ > 0;
  }

  // Reads on until `n` bytes are there or the source ends.
  size_t Gather(size_t n) {
    while (size_ - at_ < n && !ended_) {
      size_t got = raw_->Read(block_.data() + size_, block_.size() - size_);
      ended_ = got == 0;
      size_ += got;
    }
    return size_ - at_;
  }
  bool ended() const { return ended_; }

  const char* at() const { return block_.data() + at_; }
  size_t left() const { return size_ - at_; }
  void Skip(size_t n) {
    at_ += n;
    taken_ += n;
  }
  uint64_t taken() const { return taken_; }
  bool Ready() const { return at_ < size_ || raw_->Ready(); }
  // REQUIRES: raw().size().
  void Seek(uint64_t at) {
    raw_->Seek(at);
    at_ = size_ = 0;
    ended_ = false;
  }
  ByteSource& raw() { return *raw_; }
  const ByteSource& raw() const { return *raw_; }

  bool StartsWith(std::string_view magic, size_t offset = 0) const {
    return left() >= offset + magic.size() &&
           std::memcmp(at() + offset, magic.data(), magic.size()) == 0;
  }

 private:
  static constexpr size_t kBlock = 128 * 1024;

  std::unique_ptr<ByteSource> raw_;
  std::vector<char> block_;
  size_t at_ = 0;
  size_t size_ = 0;
  uint64_t taken_ = 0;
  bool ended_ = false;  // nothing came last time
};

// A source that decompresses another.  Fails with kTooLarge where more comes out than
// `amplification` times what went in, and nothing is made of it.
class Decompressor : public ByteSource {
 public:
  Decompressor(Intake intake, uint64_t amplification)
      : intake_(std::move(intake)), amplification_(amplification) {}

  size_t Read(char* out, size_t room) final {
    if (failure() != RejectReason::kNone) return 0;  // a decoder must not go on after an error
    size_t n = Decode(out, room);
    given_ += n;
    uint64_t taken = intake_.taken() - acknowledged_;
    if (!IsAmplified(given_, taken, amplification_)) return n;
    return Fail(RejectReason::kTooLarge, AmplificationText(given_, taken));
  }
  void Acknowledge() final {
    given_ = 0;
    acknowledged_ = intake_.taken();
    intake_.raw().Acknowledge();
  }
  bool Ready() const override { return intake_.Ready(); }

 protected:
  virtual size_t Decode(char* out, size_t room) = 0;

  // The end of the input, which should not have come `inside` of something.
  size_t End(bool inside, const char* what) {
    if (intake_.raw().failure() != RejectReason::kNone)
      return Fail(intake_.raw().failure(), intake_.raw().detail());
    return inside ? Fail(RejectReason::kDamaged, std::string(what) + " data end too early") : 0;
  }

  Intake intake_;

 private:
  uint64_t amplification_;
  uint64_t given_ = 0;         // since what was given was last acknowledged
  uint64_t acknowledged_ = 0;  // of the intake, then
};

// The decompressed bytes of `*intake`, which is moved from, by what its first bytes say;
// null, with `*intake` untouched but for what was read ahead, where they say nothing.
std::unique_ptr<ByteSource> Decompress(Intake* intake, uint64_t amplification);

// The UTF-8 of `*intake`, which is moved from, where it begins with a byte order mark of
// UTF-16 or UTF-32; else null, with `*intake` untouched.
std::unique_ptr<ByteSource> Transcode(Intake* intake);

// The bytes of `intake` as they are.
std::unique_ptr<ByteSource> Plain(Intake intake);

std::unique_ptr<ByteSource> NewBzip2Source(Intake intake, uint64_t amplification);
std::unique_ptr<ByteSource> NewXzSource(Intake intake, uint64_t amplification);
std::unique_ptr<ByteSource> NewBrotliSource(Intake intake, uint64_t amplification);

}  // namespace factline
#endif  // FACTLINE_CORPUS_DECOMPRESSOR_H_
