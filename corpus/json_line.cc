#include "corpus/json_line.h"

#include <simdjson.h>

#include <charconv>

#include "corpus/published.h"

namespace factline {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

// A line this long is rare; its buffers are not kept for the next.
constexpr size_t kKeptCapacity = 1 << 20;

std::string_view StringOf(const element& root, const char* key) {
  std::string_view value;
  return root[key].get(value) ? std::string_view() : value;
}

std::string_view IdOf(const element& root, char (&digits)[24]) {
  std::string_view text;
  uint64_t number;
  int64_t negative;
  auto value = root["id"];
  if (!value.get(text)) return text;
  char* end = digits;
  if (!value.get(number))
    end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  else if (!value.get(negative))
    end = std::to_chars(digits, digits + sizeof digits, negative).ptr;
  return {digits, static_cast<size_t>(end - digits)};
}

RejectReason TextOf(const element& root, const Limits& limits, std::string_view* text) {
  element value;
  if (root["text"].get(value) || value.is_null()) return RejectReason::kNoText;
  if (value.get(*text)) return RejectReason::kTextNotString;
  if (text->size() > limits.text) return RejectReason::kTextTooLong;
  if (text->find_first_not_of(" \t\r\n") == std::string_view::npos) return RejectReason::kNoText;
  return RejectReason::kNone;
}

}  // namespace

struct JsonLineParser::State {
  simdjson::dom::parser parser;
  char id[24];
  char published[kPublishedRoom];
  std::string_view detail;
  std::string padded;
};

JsonLineParser::JsonLineParser() : state_(std::make_unique<State>()) {}
JsonLineParser::~JsonLineParser() = default;

std::string_view JsonLineParser::detail() const { return state_->detail; }

RejectReason JsonLineParser::Parse(std::string_view line, const Limits& limits, Article* article) {
  static_assert(kLookAhead >= simdjson::SIMDJSON_PADDING);
  *article = Article();
  state_->detail = {};
  if (state_->parser.capacity() > kKeptCapacity && line.size() <= kKeptCapacity)
    state_->parser = simdjson::dom::parser();
  element root;
  auto error = state_->parser.parse(line.data(), line.size(), false).get(root);
  if (error == simdjson::UTF8_ERROR) return RejectReason::kInvalidUtf8;
  if (error) {
    state_->detail = simdjson::error_message(error);
    return RejectReason::kInvalidJson;
  }
  if (!root.is_object()) return RejectReason::kNotAnObject;
  article->id = IdOf(root, state_->id);
  article->published = PublishedDate(StringOf(root, "published"), state_->published);
  article->title = StringOf(root, "title");
  article->url = StringOf(root, "url");
  article->source = StringOf(root, "source");
  return TextOf(root, limits, &article->text);
}

Result<Article> JsonLineParser::Parse(std::string_view line) {
  state_->padded.assign(line);
  state_->padded.resize(line.size() + kLookAhead);
  Article article;
  RejectReason reason = Parse({state_->padded.data(), line.size()}, Limits(), &article);
  if (reason != RejectReason::kNone) return Error{std::string(Name(reason))};
  return article;
}

bool IsUtf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

}  // namespace factline
