#include "corpus/article_keys.h"

namespace factline {
namespace {

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

std::optional<ArticleKey> ArticleKeyNamed(std::string_view key) {
  for (const Row& row : kRows) {
    if (row.key == key) return ArticleKey{row.part, row.rank};
  }
  return std::nullopt;
}

}  // namespace factline
