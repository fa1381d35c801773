// JSON objects over many lines, two spaces a level: the files that tell what a run
// was are read by people too.

#ifndef FACTLINE_PIPELINE_PARTS_JSON_DOCUMENT_H_
#define FACTLINE_PIPELINE_PARTS_JSON_DOCUMENT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "schemas/json_text.h"

namespace factline {

// Keys of members of an array are empty.
class JsonDocument {
 public:
  void Open(std::string_view key, char bracket) {
    Begin(key);
    text_.push_back(bracket);
    ++depth_;
    first_ = true;
  }
  void Close(char bracket) {
    --depth_;
    text_ += "\n" + std::string(2 * depth_, ' ');
    text_.push_back(bracket);
    first_ = false;
  }
  void Text(std::string_view key, std::string_view value) {
    Begin(key);
    AppendJsonString(value, &text_);
  }
  void Integer(std::string_view key, uint64_t value) {
    Begin(key);
    AppendInteger(value, &text_);
  }
  // `json` stands as it is.
  void Raw(std::string_view key, std::string_view json) {
    Begin(key);
    text_ += json;
  }
  std::string Take() { return std::move(text_); }

 private:
  void Begin(std::string_view key) {
    if (!text_.empty()) text_ += (first_ ? "\n" : ",\n") + std::string(2 * depth_, ' ');
    first_ = false;
    if (key.empty()) return;
    AppendJsonString(key, &text_);
    text_ += ": ";
  }

  std::string text_;
  size_t depth_ = 0;
  bool first_ = true;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_PARTS_JSON_DOCUMENT_H_
