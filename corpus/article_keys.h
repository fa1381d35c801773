// Under which keys archives keep what an article is made of.
//
// The first of the names of a part that holds something is taken: an object of
// news-please has its text in "maintext", whatever "text" says.
//   trafilatura   text raw_text, date, title, source (the address), source-hostname, fingerprint
//   news-please   maintext, date_publish, title title_page title_rss, url, source_domain, filename
//   newspaper4k   text, publish_date, title, canonical_link url, meta_site_name
//   datatrove     text, id, metadata{date url …}

#ifndef FACTLINE_CORPUS_ARTICLE_KEYS_H_
#define FACTLINE_CORPUS_ARTICLE_KEYS_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace factline {

enum class ArticlePart : uint8_t { kText, kId, kPublished, kTitle, kUrl, kSource };
inline constexpr int kArticleParts = 6;

struct ArticleKey {
  ArticlePart part = ArticlePart::kText;
  uint8_t rank = 0;  // 0 is asked first
};

// What `key` of an article's object stands for, or nothing.
std::optional<ArticleKey> ArticleKeyNamed(std::string_view key);

}  // namespace factline
#endif  // FACTLINE_CORPUS_ARTICLE_KEYS_H_
