#include "corpus/json_line.h"

#include <simdjson.h>

#include <charconv>

#include "corpus/article_parts.h"

namespace factline {
namespace {

using simdjson::dom::element;

// A line this long is rare; its buffers are not kept for the next.
constexpr size_t kKeptCapacity = 1 << 20;

constexpr uint8_t kNested = 100;  // added to the rank of keys inside "metadata"

// A whole number as its digits; nothing for other values.
std::string_view Digits(const element& value, char (&room)[24]) {
  uint64_t number;
  int64_t negative;
  char* end = room;
  if (!value.get(number))
    end = std::to_chars(room, room + sizeof room, number).ptr;
  else if (!value.get(negative))
    end = std::to_chars(room, room + sizeof room, negative).ptr;
  return {room, static_cast<size_t>(end - room)};
}

void Offer(ArticleKey key, const element& value, char (&id)[24], ArticleParts* parts) {
  std::string_view text;
  if (!value.get(text))
    parts->Offer(key, text);
  else if (key.part == ArticlePart::kId)
    parts->Offer(key, Digits(value, id));
  else if (key.part == ArticlePart::kText && !value.is_null())
    parts->NoteStrangeText();
}

void OfferAll(const simdjson::dom::object& object, uint8_t nested, char (&id)[24],
              ArticleParts* parts) {
  for (const auto& field : object) {
    simdjson::dom::object metadata;
    if (auto key = ArticleKeyNamed(field.key)) {
      key->rank = static_cast<uint8_t>(key->rank + nested);
      Offer(*key, field.value, id, parts);
    } else if (nested == 0 && field.key == "metadata" && !field.value.get(metadata)) {
      OfferAll(metadata, kNested, id, parts);
    }
  }
}

}  // namespace

struct JsonLineParser::State {
  simdjson::dom::parser parser;
  char id[24];
  ArticleParts parts;
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
  simdjson::dom::object object;
  if (root.get(object)) return RejectReason::kNotAnObject;
  state_->parts.Clear();
  OfferAll(object, 0, state_->id, &state_->parts);
  return state_->parts.Fill(limits, article);
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
