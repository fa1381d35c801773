#include "corpus/article_keys.h"

namespace factline {
namespace {

constexpr std::string_view kParts[kArticleParts] = {"text",  "id",  "published",
                                                    "title", "url", "source"};

struct Row {
  std::string_view key;
  ArticlePart part;
  uint8_t rank;
};

constexpr Row kRows[] = {
    {"maintext", ArticlePart::kText, 0},
    {"text", ArticlePart::kText, 1},
    {"raw_text", ArticlePart::kText, 2},
    {"id", ArticlePart::kId, 0},
    {"fingerprint", ArticlePart::kId, 1},
    {"filename", ArticlePart::kId, 2},
    {"localpath", ArticlePart::kId, 3},
    {"published", ArticlePart::kPublished, 0},
    {"date_publish", ArticlePart::kPublished, 1},
    {"publish_date", ArticlePart::kPublished, 2},
    {"date", ArticlePart::kPublished, 3},
    {"title", ArticlePart::kTitle, 0},
    {"title_page", ArticlePart::kTitle, 1},
    {"title_rss", ArticlePart::kTitle, 2},
    {"url", ArticlePart::kUrl, 0},
    {"canonical_link", ArticlePart::kUrl, 1},
    {"source", ArticlePart::kSource, 0},
    {"source-hostname", ArticlePart::kSource, 1},
    {"source_domain", ArticlePart::kSource, 2},
    {"meta_site_name", ArticlePart::kSource, 3},
    {"hostname", ArticlePart::kSource, 4},
};

}  // namespace

std::string Text(const KeyMap& map) {
  std::string text;
  for (const KeyMapping& mapping : map) {
    if (!text.empty()) text += '\n';
    text += kParts[static_cast<size_t>(mapping.part)];
    text += "=" + mapping.path;
  }
  return text;
}

std::optional<Error> AddKeyMapping(std::string_view text, KeyMap* map) {
  size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals + 1 == text.size())
    return Error{"wants PART=KEY, as in published=metadata.date, not \"" + std::string(text) +
                 "\""};
  if (map->size() == kMostMappedKeys) return Error{"more than 50 keys"};
  std::string_view part = text.substr(0, equals);
  for (size_t i = 0; i < kArticleParts; ++i) {
    if (kParts[i] != part) continue;
    map->push_back({static_cast<ArticlePart>(i), std::string(text.substr(equals + 1))});
    return std::nullopt;
  }
  return Error{"an article has no part \"" + std::string(part) +
               "\", but text, id, published, title, url, source"};
}

std::optional<ArticleKey> ArticleKeyNamed(std::string_view key) {
  for (const Row& row : kRows) {
    if (row.key == key)
      return ArticleKey{row.part, static_cast<uint8_t>(kMostMappedKeys + row.rank)};
  }
  return std::nullopt;
}

}  // namespace factline
