#include "corpus/readers/text.h"

#include "corpus/json_line.h"

namespace factline {
namespace {

class TextCutter : public RecordCutter {
 public:
  void Cut(InputWindow* window) override {
    if (window->bytes().size() > window->limits().text)
      window->RejectRest(0, RejectReason::kTextTooLong, {});
  }
  void Finish(InputWindow* window) override { window->Take(window->bytes().size(), 0); }
  uint64_t line() const override { return 0; }
};

class TextParser : public ArticleParser {
 public:
  RejectReason Parse(const RawRecord&, std::string_view bytes, const Limits&,
                     Article* article) override {
    if (!IsUtf8(bytes)) return RejectReason::kInvalidUtf8;
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) return RejectReason::kNoText;
    article->text = bytes;
    return RejectReason::kNone;
  }
};

}  // namespace

std::unique_ptr<RecordCutter> NewTextCutter() { return std::make_unique<TextCutter>(); }
std::unique_ptr<ArticleParser> NewTextParser(const KeyMap&) {
  return std::make_unique<TextParser>();
}

}  // namespace factline
