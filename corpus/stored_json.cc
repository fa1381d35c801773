#include "corpus/stored_json.h"

#include <simdjson.h>

#include <charconv>

namespace factline {
namespace {

using simdjson::dom::element;

// As deep as simdjson lets a document be.
StoredJson ValueOf(const element& from) {
  StoredJson value;
  simdjson::dom::object object;
  simdjson::dom::array array;
  std::string_view text;
  if (!from.get(object)) {
    for (auto [key, member] : object) value.members.push_back({std::string(key), ValueOf(member)});
  } else if (!from.get(array)) {
    for (element member : array) value.members.push_back({{}, ValueOf(member)});
  } else if (!from.get(text)) {
    value.text = text;
  } else if (!from.is_null()) {
    value.text = simdjson::minify(from);
  }
  return value;
}

}  // namespace

const StoredJson& StoredJson::operator[](std::string_view key) const {
  static const StoredJson kNone;
  for (const auto& [name, value] : members) {
    if (name == key) return value;
  }
  return kNone;
}

uint64_t StoredJson::Integer() const {
  uint64_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

Result<StoredJson> ParseStoredJson(std::string_view json) {
  simdjson::dom::parser parser;
  element root;
  auto error = parser.parse(json.data(), json.size(), true).get(root);
  if (error) return Error{std::string("not JSON: ") + simdjson::error_message(error)};
  return ValueOf(root);
}

}  // namespace factline
