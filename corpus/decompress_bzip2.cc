// The door of libbzip2: any number of streams, one after the other, as parallel
// compressors write them.

#include <bzlib.h>

#include "corpus/decompressor.h"

namespace factline {
namespace {

class Bzip2Source : public Decompressor {
 public:
  using Decompressor::Decompressor;
  ~Bzip2Source() override {
    if (inside_) ::BZ2_bzDecompressEnd(&stream_);
  }

 private:
  size_t Decode(char* out, size_t room) override {
    stream_.next_out = out;
    stream_.avail_out = static_cast<unsigned>(room);
    while (stream_.avail_out == room) {
      if (!intake_.Refill()) return End(inside_, "bzip2");
      if (!inside_) {
        if (intake_.Gather(3) < 3 || !intake_.StartsWith("BZh"))
          return Fail(RejectReason::kDamaged, "bytes after the end of the bzip2 data");
        ::BZ2_bzDecompressInit(&stream_, 0, 0);
        inside_ = true;
      }
      if (!Step()) return 0;
    }
    return room - stream_.avail_out;
  }

  bool Step() {
    stream_.next_in = const_cast<char*>(intake_.at());
    stream_.avail_in = static_cast<unsigned>(intake_.left());
    int result = ::BZ2_bzDecompress(&stream_);
    intake_.Skip(intake_.left() - stream_.avail_in);
    if (result == BZ_OK) return true;
    if (result == BZ_STREAM_END) {
      char* out = stream_.next_out;
      unsigned room = stream_.avail_out;
      ::BZ2_bzDecompressEnd(&stream_);
      stream_ = {};
      stream_.next_out = out;
      stream_.avail_out = room;
      inside_ = false;
      return true;
    }
    Fail(RejectReason::kDamaged, "not bzip2 data");
    return false;
  }

  bz_stream stream_ = {};
  bool inside_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> NewBzip2Source(Intake intake, uint64_t amplification) {
  return std::make_unique<Bzip2Source>(std::move(intake), amplification);
}

}  // namespace factline
