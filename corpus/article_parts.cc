#include "corpus/article_parts.h"

namespace factline {
namespace {

constexpr uint8_t kUnset = UINT8_MAX;

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

void ArticleParts::Clear() {
  value_.fill({});
  rank_.fill(kUnset);
  hostname_ = {};
  strange_text_ = false;
}

void ArticleParts::Offer(const ArticleKey& key, std::string_view text) {
  if (IsBlank(text)) return;
  size_t part = static_cast<size_t>(key.part);
  if (key.part == ArticlePart::kSource && key.rank > kMostMappedKeys && hostname_.empty())
    hostname_ = text;
  if (key.rank >= rank_[part]) return;
  if (key.part == ArticlePart::kPublished) text = PublishedDate(text, published_);
  if (text.empty()) return;
  rank_[part] = key.rank;
  value_[part] = text;
}

RejectReason ArticleParts::Fill(const Limits& limits, Article* article) const {
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

}  // namespace factline
