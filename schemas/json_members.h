// Writes the members of one JSON object, with commas where they belong.  A sink of
// VisitFields.

#ifndef FACTLINE_SCHEMAS_JSON_MEMBERS_H_
#define FACTLINE_SCHEMAS_JSON_MEMBERS_H_

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "schemas/decimal.h"
#include "schemas/json_text.h"

namespace factline {

class JsonMembers {
 public:
  explicit JsonMembers(std::string* out) : out_(out) { out_->push_back('{'); }
  void Close() {
    out_->push_back('}');
    first_ = false;
  }

  std::string* Key(std::string_view key) {
    char text[kLongestKey + 4];
    size_t n = 0;
    if (!first_) text[n++] = ',';
    first_ = false;
    text[n++] = '"';
    n += key.copy(text + n, kLongestKey);
    text[n++] = '"';
    text[n++] = ':';
    out_->append(text, n);
    return out_;
  }
  void Open(std::string_view key) {
    Key(key)->push_back('{');
    first_ = true;
  }
  void Text(std::string_view key, std::string_view text) { AppendJsonString(text, Key(key)); }
  void TextIfAny(std::string_view key, std::string_view text) {
    if (!text.empty()) Text(key, text);
  }
  // For words of our own that need no escaping.
  void Word(std::string_view key, std::string_view word) {
    Key(key);
    out_->push_back('"');
    out_->append(word);
    out_->push_back('"');
  }
  void Number(std::string_view key, const Decimal& number) {
    Key(key);
    out_->push_back('"');
    number.AppendTo(out_);
    out_->push_back('"');
  }
  void Integer(std::string_view key, int64_t number) {
    Key(key);
    if (number < 0) out_->push_back('-');
    AppendInteger(static_cast<uint64_t>(std::abs(number)), out_);
  }
  void True(std::string_view key) { Key(key)->append("true"); }
  void Null(std::string_view key) { Key(key)->append("null"); }

 private:
  static constexpr size_t kLongestKey = 32;  // of our own words

  std::string* out_;
  bool first_ = true;
};

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_JSON_MEMBERS_H_
