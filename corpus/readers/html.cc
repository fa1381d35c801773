#include "corpus/readers/html.h"

#include "corpus/html/page_reader.h"

namespace factline {
namespace {

class HtmlCutter : public RecordCutter {
 public:
  void Cut(InputWindow* window) override {
    if (window->bytes().size() > window->limits().record)
      window->RejectRest(0, RejectReason::kLineTooLong, "a page over the limit");
  }
  void Finish(InputWindow* window) override { window->Take(window->bytes().size(), 0); }
  uint64_t line() const override { return 0; }
};

class HtmlParser : public ArticleParser {
 public:
  RejectReason Parse(const RawRecord&, std::string_view bytes, const Limits& limits,
                     Article* article) override {
    return reader_.Read(bytes, {}, limits, article);
  }
  std::string_view detail() const override { return reader_.detail(); }

 private:
  PageReader reader_;
};

}  // namespace

bool IsHtml(std::string_view head) { return LooksLikeHtml(head); }
std::unique_ptr<RecordCutter> NewHtmlCutter() { return std::make_unique<HtmlCutter>(); }
std::unique_ptr<ArticleParser> NewHtmlParser(const KeyMap&) {
  return std::make_unique<HtmlParser>();
}

}  // namespace factline
