// Writes the members of one JSON object, with commas where they belong.  A sink of
// VisitFields.
//
// A record is some forty short pieces.  They are gathered in a buffer on the stack and
// handed on together; whoever takes the string by Key() finds in it all that came
// before.  The object's last call is Close().

#ifndef FACTLINE_SCHEMAS_JSON_MEMBERS_H_
#define FACTLINE_SCHEMAS_JSON_MEMBERS_H_

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "schemas/decimal.h"
#include "schemas/json_text.h"

namespace factline {

class JsonMembers {
 public:
  explicit JsonMembers(std::string* out) : out_(out) { Put('{'); }
  JsonMembers(const JsonMembers&) = delete;
  JsonMembers& operator=(const JsonMembers&) = delete;

  // Ends the object, or the one within that Open() began.
  void Close() {
    MakeRoom(1);
    Put('}');
    first_ = false;
    if (depth_ == 0) {
      HandOn();
    } else {
      --depth_;
    }
  }

  // The string, for the value of `key` to be appended to.
  std::string* Key(std::string_view key) {
    PutKey(key);
    return HandOn();
  }
  void Open(std::string_view key) {
    PutKey(key);
    Put('{');
    first_ = true;
    ++depth_;
  }
  void Text(std::string_view key, std::string_view text) {
    PutKey(key);
    if (text.size() <= kShortText && PlainJson(text) == text.size()) {
      Put('"');
      Put(text);
      Put('"');
    } else {
      AppendJsonString(text, HandOn());
    }
  }
  void TextIfAny(std::string_view key, std::string_view text) {
    if (!text.empty()) Text(key, text);
  }
  // For words of our own that need no escaping.
  void Word(std::string_view key, std::string_view word) {
    PutKey(key);
    Put('"');
    if (word.size() <= kShortText) {
      Put(word);
    } else {
      HandOn()->append(word);
    }
    Put('"');
  }
  void Number(std::string_view key, const Decimal& number) {
    PutKey(key);
    Put('"');
    number.AppendTo(HandOn());
    Put('"');
  }
  void Integer(std::string_view key, int64_t number) {
    PutKey(key);
    if (number < 0) Put('-');
    PutInteger(static_cast<uint64_t>(std::abs(number)));
  }
  // The numbers of an array.
  void Integers(std::string_view key, uint64_t first, uint64_t second) {
    PutKey(key);
    Put('[');
    PutInteger(first);
    Put(',');
    PutInteger(second);
    Put(']');
  }
  void True(std::string_view key) { Raw(key, "true"); }
  void Null(std::string_view key) { Raw(key, "null"); }
  // JSON of our own, shorter than a key.
  void Raw(std::string_view key, std::string_view json) {
    PutKey(key);
    Put(json);
  }

 private:
  static constexpr size_t kLongestKey = 32;  // of our own words
  static constexpr size_t kShortText = 160;  // longer ones go to the string at once
  static constexpr size_t kRoom = 512;
  // More than any member but a long text takes.
  static constexpr size_t kMember = kLongestKey + kShortText + 64;

  void Put(char c) { buffer_[size_++] = c; }
  void Put(std::string_view text) {
    if (text.empty()) return;
    std::memcpy(buffer_ + size_, text.data(), text.size());
    size_ += text.size();
  }
  void PutInteger(uint64_t number) {
    char digits[20];
    Put({digits, std::to_chars(digits, digits + sizeof digits, number).ptr});
  }
  // Begins a member, and leaves room for all of it.
  void PutKey(std::string_view key) {
    MakeRoom(kMember);
    if (!first_) Put(',');
    first_ = false;
    Put('"');
    Put(key.substr(0, kLongestKey));
    Put('"');
    Put(':');
  }
  void MakeRoom(size_t bytes) {
    if (size_ + bytes > kRoom) HandOn();
  }
  std::string* HandOn() {
    out_->append(buffer_, size_);
    size_ = 0;
    return out_;
  }

  std::string* out_;
  size_t size_ = 0;
  uint32_t depth_ = 0;  // of Open()
  bool first_ = true;
  char buffer_[kRoom];
};

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_JSON_MEMBERS_H_
