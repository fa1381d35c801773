#include "corpus/readers/jsonl.h"

#include <cstring>

#include "corpus/json_line.h"

namespace factline {
namespace {

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// The speed of reading is the speed of this loop: a memchr over the block, and no
// call per line that is not inlined.
class JsonLinesCutter : public RecordCutter {
 public:
  void Cut(InputWindow* window) override {
    while (true) {
      std::string_view bytes = window->bytes();
      const void* feed = std::memchr(bytes.data() + scanned_, '\n', bytes.size() - scanned_);
      if (feed == nullptr) break;
      CutLine(static_cast<uint64_t>(static_cast<const char*>(feed) - bytes.data()), window);
      window->Skip(1);
      scanned_ = 0;
    }
    if (window->bytes().size() > window->limits().record) window->Forget();
    scanned_ = window->bytes().size();
  }

  void Finish(InputWindow* window) override {
    if (!window->bytes().empty()) CutLine(window->bytes().size(), window);
  }

  uint64_t line() const override { return lines_ + 1; }

 private:
  void CutLine(uint64_t size, InputWindow* window) {
    ++lines_;
    if (size + window->forgotten() > window->limits().record)
      window->Reject(size, lines_, RejectReason::kLineTooLong);
    else if (IsBlank(window->bytes().substr(0, size)))
      window->Skip(size);
    else
      window->Take(size, lines_);
  }

  uint64_t lines_ = 0;    // cut out so far
  uint64_t scanned_ = 0;  // up to where the bytes hold no line feed
};

class JsonParser : public ArticleParser {
 public:
  explicit JsonParser(const KeyMap& keys) : parser_(keys) {}

  RejectReason Parse(const RawRecord&, std::string_view bytes, const Limits& limits,
                     Article* article) override {
    return parser_.Parse(bytes, limits, article);
  }
  std::string_view detail() const override { return parser_.detail(); }

 private:
  JsonLineParser parser_;
};

}  // namespace

bool IsJsonLines(std::string_view head) {
  bool line_begins = true;
  for (char c : head) {
    if (line_begins && c == '{') return true;
    line_begins = c == '\n' || (line_begins && (c == ' ' || c == '\t'));
  }
  return false;
}

std::unique_ptr<RecordCutter> NewJsonLinesCutter() { return std::make_unique<JsonLinesCutter>(); }
std::unique_ptr<ArticleParser> NewJsonParser(const KeyMap& keys) {
  return std::make_unique<JsonParser>(keys);
}

}  // namespace factline
