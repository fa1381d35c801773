#include "corpus/json_line.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <iterator>

#include "corpus/article_keys.h"
#include "corpus/published.h"

namespace factline {
namespace {

using simdjson::dom::element;

// A line this long is rare; its buffers are not kept for the next.
constexpr size_t kKeptCapacity = 1 << 20;

constexpr uint8_t kUnset = UINT8_MAX;
constexpr uint8_t kNested = 100;  // added to the rank of keys inside "metadata"

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The parts of an article, each from the best of the keys that hold something.
class Parts {
 public:
  Parts(char (&id)[24], char (&published)[kPublishedRoom]) : id_(id), published_(published) {
    std::fill(std::begin(rank_), std::end(rank_), kUnset);
  }

  void Read(const simdjson::dom::object& object, uint8_t nested) {
    for (const auto& field : object) {
      if (auto key = ArticleKeyNamed(field.key)) {
        Offer(key->part, static_cast<uint8_t>(key->rank + nested), field.value);
      } else if (nested == 0 && field.key == "metadata" && field.value.is_object()) {
        Read(field.value, kNested);
      }
    }
  }

  RejectReason Fill(const Limits& limits, Article* article) {
    article->id = Of(ArticlePart::kId);
    article->published = Of(ArticlePart::kPublished);
    article->title = Of(ArticlePart::kTitle);
    article->url = Of(ArticlePart::kUrl);
    article->source = Of(ArticlePart::kSource);
    // trafilatura calls the address "source" and the site "source-hostname".
    if (article->url.empty() && article->source.substr(0, 4) == "http") {
      article->url = article->source;
      article->source = hostname_;
    }
    article->text = Of(ArticlePart::kText);
    if (article->text.empty())
      return strange_text_ ? RejectReason::kTextNotString : RejectReason::kNoText;
    return article->text.size() > limits.text ? RejectReason::kTextTooLong : RejectReason::kNone;
  }

 private:
  std::string_view Of(ArticlePart part) const { return value_[static_cast<int>(part)]; }

  void Offer(ArticlePart part, uint8_t rank, const element& value) {
    std::string_view text;
    bool is_text = !value.get(text);
    if (!is_text && part == ArticlePart::kId) text = Digits(value);
    if (!is_text && part == ArticlePart::kText && !value.is_null()) strange_text_ = true;
    if (part == ArticlePart::kSource && rank != 0 && is_text && hostname_.empty()) hostname_ = text;
    if (rank >= rank_[static_cast<int>(part)] || IsBlank(text)) return;
    if (part == ArticlePart::kPublished) text = PublishedDate(text, published_);
    if (text.empty()) return;
    rank_[static_cast<int>(part)] = rank;
    value_[static_cast<int>(part)] = text;
  }

  // A whole number as an id.
  std::string_view Digits(const element& value) {
    uint64_t number;
    int64_t negative;
    char* end = id_;
    if (!value.get(number))
      end = std::to_chars(id_, id_ + sizeof id_, number).ptr;
    else if (!value.get(negative))
      end = std::to_chars(id_, id_ + sizeof id_, negative).ptr;
    return {id_, static_cast<size_t>(end - id_)};
  }

  char (&id_)[24];
  char (&published_)[kPublishedRoom];
  std::string_view value_[kArticleParts];
  uint8_t rank_[kArticleParts];
  std::string_view hostname_;
  bool strange_text_ = false;
};

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
  simdjson::dom::object object;
  if (root.get(object)) return RejectReason::kNotAnObject;
  Parts parts(state_->id, state_->published);
  parts.Read(object, 0);
  return parts.Fill(limits, article);
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
