// The door of liblzma: .xz, any number of streams, with padding between.

#include <lzma.h>

#include "corpus/decompressor.h"

namespace factline {
namespace {

// xz -9 asks its reader for 65 MiB; more is asked for by who wants to hurt, or by
// archives that are no text.
constexpr uint64_t kMostMemory = 128ull << 20;

class XzSource : public Decompressor {
 public:
  XzSource(Intake intake, uint64_t amplification) : Decompressor(std::move(intake), amplification) {
    opened_ = ::lzma_stream_decoder(&stream_, kMostMemory, LZMA_CONCATENATED) == LZMA_OK;
  }
  ~XzSource() override { ::lzma_end(&stream_); }

 private:
  size_t Decode(char* out, size_t room) override {
    if (!opened_ || ended_) return 0;
    stream_.next_out = reinterpret_cast<uint8_t*>(out);
    stream_.avail_out = room;
    while (stream_.avail_out == room) {
      bool any = intake_.Refill();
      stream_.next_in = reinterpret_cast<const uint8_t*>(intake_.at());
      stream_.avail_in = any ? intake_.left() : 0;
      lzma_ret result = ::lzma_code(&stream_, any ? LZMA_RUN : LZMA_FINISH);
      if (any) intake_.Skip(intake_.left() - stream_.avail_in);
      if (result == LZMA_STREAM_END) {
        ended_ = true;
        size_t n = room - stream_.avail_out;
        return n > 0 ? n : End(false, "xz");
      }
      if (result == LZMA_OK) continue;
      if (!any && result == LZMA_BUF_ERROR) return End(true, "xz");
      if (result == LZMA_MEMLIMIT_ERROR)
        return Fail(RejectReason::kTooLarge, "xz data that need more than 128 MiB of memory");
      return Fail(RejectReason::kDamaged, "not xz data");
    }
    return room - stream_.avail_out;
  }

  lzma_stream stream_ = LZMA_STREAM_INIT;
  bool opened_ = false;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> NewXzSource(Intake intake, uint64_t amplification) {
  return std::make_unique<XzSource>(std::move(intake), amplification);
}

}  // namespace factline
