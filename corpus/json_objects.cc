#include "corpus/json_objects.h"

namespace factline {

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

bool JsonObjects::IsOne(std::string_view head) {
  size_t begin = head.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  size_t next = head.find_first_not_of(" \t\r\n", begin + 1);
  if (next == std::string_view::npos) return false;
  if (head[begin] == '[') return head[next] == '{';
  bool goes_on = head.substr(begin, next - begin).find('\n') != std::string_view::npos;
  return head[begin] == '{' && goes_on && head[next] == '"';
}

}  // namespace factline
