// UTF-16 and UTF-32, told by their byte order mark, as a stream of UTF-8: what
// spreadsheets and Windows save.

#include "corpus/decompressor.h"

namespace factline {
namespace {

struct Form {
  std::string_view mark;
  size_t unit;  // bytes
  bool big_endian;
};

// UTF-32's before UTF-16's, which one of them begins like.
constexpr Form kForms[] = {{{"\x00\x00\xFE\xFF", 4}, 4, true},
                           {{"\xFF\xFE\x00\x00", 4}, 4, false},
                           {"\xFE\xFF", 2, true},
                           {"\xFF\xFE", 2, false}};

class TranscodedSource : public ByteSource {
 public:
  TranscodedSource(Intake intake, const Form& form) : intake_(std::move(intake)), form_(form) {
    intake_.Skip(form.mark.size());
  }

  size_t Read(char* out, size_t room) override {
    size_t n = 0;
    while (n + kLongest <= room && failure() == RejectReason::kNone) {
      if (intake_.left() < 2 * form_.unit && (n > 0 || !More())) break;
      char32_t c;
      if (!Next(&c)) {
        Fail(RejectReason::kInvalidUtf8, "half a pair of surrogates, or no character at all");
        break;
      }
      n += Write(c, out + n);
    }
    if (n == 0 && failure() == RejectReason::kNone) return End();
    return n;
  }
  bool Ready() const override { return intake_.Ready(); }
  void Acknowledge() override { intake_.raw().Acknowledge(); }

 private:
  static constexpr size_t kLongest = 4;  // bytes of a character

  // Whether there is at least one unit; a pair may need two.
  bool More() { return intake_.Gather(2 * form_.unit) >= form_.unit; }

  size_t End() {
    if (intake_.raw().failure() != RejectReason::kNone)
      return Fail(intake_.raw().failure(), intake_.raw().detail());
    return intake_.left() == 0 ? 0
                               : Fail(RejectReason::kInvalidUtf8, "half a character at the end");
  }

  char32_t Unit(size_t at) const {
    char32_t value = 0;
    for (size_t i = 0; i < form_.unit; ++i) {
      size_t from = form_.big_endian ? i : form_.unit - 1 - i;
      value = value << 8 | static_cast<unsigned char>(intake_.at()[at + from]);
    }
    return value;
  }

  bool Next(char32_t* c) {
    *c = Unit(0);
    size_t size = form_.unit;
    if (form_.unit == 2 && *c >= 0xD800 && *c < 0xDC00 && intake_.left() >= 4) {
      char32_t low = Unit(2);
      if (low < 0xDC00 || low > 0xDFFF) return false;
      *c = 0x10000 + ((*c - 0xD800) << 10) + (low - 0xDC00);
      size = 4;
    }
    if (*c > 0x10FFFF || (*c >= 0xD800 && *c < 0xE000)) return false;
    intake_.Skip(size);
    return true;
  }

  static size_t Write(char32_t c, char* out) {
    if (c < 0x80) {
      out[0] = static_cast<char>(c);
      return 1;
    }
    size_t size = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; --i, c >>= 6) out[i] = static_cast<char>(0x80 | (c & 0x3F));
    out[0] = static_cast<char>((0xF00 >> size & 0xFF) | c);
    return size;
  }

  Intake intake_;
  Form form_;
};

}  // namespace

std::unique_ptr<ByteSource> Transcode(Intake* intake) {
  if (intake->left() > 0 && std::memchr("\0\xFE\xFF", *intake->at(), 3)) intake->Gather(4);
  for (const Form& form : kForms) {
    if (intake->StartsWith(form.mark))
      return std::make_unique<TranscodedSource>(std::move(*intake), form);
  }
  return nullptr;
}

}  // namespace factline
