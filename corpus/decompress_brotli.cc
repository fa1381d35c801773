// The door of brotli, in which servers send pages.  It has no magic number: only a
// header can say that something is in it.

#include <brotli/decode.h>

#include "corpus/decompressor.h"

namespace factline {
namespace {

class BrotliSource : public Decompressor {
 public:
  BrotliSource(Intake intake, uint64_t amplification)
      : Decompressor(std::move(intake), amplification),
        state_(::BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {}
  ~BrotliSource() override { ::BrotliDecoderDestroyInstance(state_); }

 private:
  size_t Decode(char* out, size_t room) override {
    auto* next_out = reinterpret_cast<uint8_t*>(out);
    size_t left = room;
    while (left == room && !ended_) {
      bool any = intake_.Refill();
      if (!any && !flushing_) return End(true, "brotli");
      const auto* next_in = reinterpret_cast<const uint8_t*>(intake_.at());
      size_t in = any ? intake_.left() : 0;
      auto result =
          ::BrotliDecoderDecompressStream(state_, &in, &next_in, &left, &next_out, nullptr);
      if (any) intake_.Skip(intake_.left() - in);
      if (result == BROTLI_DECODER_RESULT_ERROR)
        return Fail(RejectReason::kDamaged, "not brotli data");
      ended_ = result == BROTLI_DECODER_RESULT_SUCCESS;
      flushing_ = result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    }
    return room - left;
  }

  BrotliDecoderState* state_;
  bool flushing_ = false;  // output waits inside the decoder
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> NewBrotliSource(Intake intake, uint64_t amplification) {
  return std::make_unique<BrotliSource>(std::move(intake), amplification);
}

}  // namespace factline
