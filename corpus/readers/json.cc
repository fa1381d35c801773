#include "corpus/readers/json.h"

#include <cstdint>

namespace factline {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// Finds where objects begin and end, block by block.
class JsonObjects {
 public:
  enum class Event : uint8_t { kNone, kBegin, kEnd };

  // Goes on from `*at` to behind the next bracket that begins or ends an object,
  // or to the end of `bytes` (kNone).
  Event Next(std::string_view bytes, uint64_t* at);

  bool inside() const { return depth_ != 0; }
  bool in_string() const { return string_; }
  // 1-based, of the byte that comes next.
  uint64_t line() const { return line_; }

 private:
  uint64_t depth_ = 0;
  uint64_t line_ = 1;
  bool string_ = false;
  bool escape_ = false;
};

JsonObjects::Event JsonObjects::Next(std::string_view bytes, uint64_t* at) {
  while (*at < bytes.size()) {
    char c = bytes[(*at)++];
    if (c == '\n') ++line_;
    if (string_) {
      if (escape_)
        escape_ = false;
      else if (c == '\\')
        escape_ = true;
      else if (c == '"')
        string_ = false;
      continue;
    }
    switch (c) {
      case '"':
        string_ = inside();  // between objects there are no strings to follow
        break;
      case '{':
        if (depth_++ == 0) return Event::kBegin;
        break;
      case '[':
        if (inside()) ++depth_;
        break;
      case '}':
      case ']':
        if (inside() && --depth_ == 0) return Event::kEnd;
        break;
      default:
        break;
    }
  }
  return Event::kNone;
}

// Whether the object with which `head` begins goes on behind its first line; not
// where that line is broken and the next begins another.
bool GoesOn(std::string_view head) {
  size_t feed = head.find('\n');
  if (feed == std::string_view::npos) return false;
  JsonObjects objects;
  uint64_t at = 0;
  std::string_view line = head.substr(0, feed);
  while (at < line.size()) objects.Next(line, &at);
  if (!objects.inside() || objects.in_string()) return false;
  size_t next = head.find_first_not_of(kBlanks, feed);
  if (next == std::string_view::npos) return false;
  char before = line[line.find_last_not_of(kBlanks)];
  if (std::string_view("}],:").find(head[next]) != std::string_view::npos) return true;
  return std::string_view(head[next] == '{' ? "[:" : "{[,:").find(before) != std::string_view::npos;
}

class JsonCutter : public RecordCutter {
 public:
  void Cut(InputWindow* window) override {
    while (scanned_ < window->bytes().size()) {
      auto event = objects_.Next(window->bytes(), &scanned_);
      if (event == JsonObjects::Event::kBegin) {
        window->Skip(scanned_ - 1);
        scanned_ = 1;
        line_ = objects_.line();
      } else if (event == JsonObjects::Event::kEnd) {
        window->Take(scanned_, line_);
        scanned_ = 0;
      } else if (!objects_.inside()) {
        window->Skip(scanned_);
        scanned_ = 0;
      }
    }
    // Where an object does not end, nobody knows where the next begins.
    if (window->bytes().size() > window->limits().record)
      window->RejectRest(line_, RejectReason::kLineTooLong, "an object without an end");
  }

  void Finish(InputWindow* window) override {
    if (objects_.inside()) window->Take(window->bytes().size(), line_);
  }

  uint64_t line() const override { return line_; }

 private:
  JsonObjects objects_;
  uint64_t line_ = 0;     // on which the object in hand began
  uint64_t scanned_ = 0;  // how much of the bytes it has seen
};

}  // namespace

bool IsJson(std::string_view head) {
  size_t begin = head.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return false;
  size_t next = head.find_first_not_of(kBlanks, begin + 1);
  if (next == std::string_view::npos) return false;
  return head[begin] == '[' ? head[next] == '{' : head[begin] == '{' && GoesOn(head.substr(begin));
}

std::unique_ptr<RecordCutter> NewJsonCutter() { return std::make_unique<JsonCutter>(); }

}  // namespace factline
