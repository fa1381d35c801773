#include "corpus/json_line.h"

#include <simdjson.h>

#include <charconv>

#include "corpus/article_parts.h"
#include "corpus/readers/ninjs.h"

namespace factline {
namespace {

using simdjson::dom::element;

// A line this long is rare; its buffers are not kept for the next.
constexpr size_t kKeptCapacity = 1 << 20;

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
      OfferAll(metadata, kNestedRanks, id, parts);
    }
  }
}

// What stands at the end of `path`, where dots lead into objects and arrays.
simdjson::simdjson_result<element> At(element value, std::string_view path) {
  auto whole = value[path];  // a key may have dots in it
  size_t dot = path.find('.');
  if (!whole.error() || dot == std::string_view::npos) return whole;
  std::string_view step = path.substr(0, dot);
  element inner;
  size_t index = 0;
  auto digits = std::from_chars(step.data(), step.data() + step.size(), index);
  bool number = digits.ec == std::errc() && digits.ptr == step.data() + step.size();
  auto found = value.is_array() && number ? value.at(index) : value[step];
  if (found.get(inner)) return found;
  return At(inner, path.substr(dot + 1));
}

void OfferMapped(const element& root, const KeyMap& keys, char (&id)[24], ArticleParts* parts) {
  uint8_t rank = 0;
  for (const KeyMapping& mapping : keys) {
    element value;
    if (!At(root, mapping.path).get(value)) Offer({mapping.part, rank}, value, id, parts);
    ++rank;
  }
}

}  // namespace

struct JsonLineParser::State {
  KeyMap keys;
  simdjson::dom::parser parser;
  char id[24];
  char mapped_id[24];
  ArticleParts parts;
  std::string_view detail;
  std::string ninjs_text;
  std::string ninjs_detail;
  std::string padded;
};

JsonLineParser::JsonLineParser(KeyMap keys) : state_(std::make_unique<State>()) {
  state_->keys = std::move(keys);
}
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
  OfferMapped(root, state_->keys, state_->mapped_id, &state_->parts);
  if (IsNinjs(object)) {
    RejectReason reason =
        ReadNinjs(object, &state_->parts, &state_->ninjs_text, &state_->ninjs_detail);
    state_->detail = state_->ninjs_detail;
    RejectReason filled = state_->parts.Fill(limits, article);
    return reason != RejectReason::kNone ? reason : filled;
  }
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
