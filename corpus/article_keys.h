// Under which keys archives keep what an article is made of.
//
// The first of the names of a part that holds something is taken: an object of
// news-please has its text in "maintext", whatever "text" says.
//   trafilatura   text raw_text, date, title, source (the address), source-hostname, fingerprint
//   news-please   maintext, date_publish, title title_page title_rss, url, source_domain, filename
//   newspaper4k   text, publish_date, title, canonical_link url, meta_site_name
//   datatrove     text, id, metadata{date url …}
// A KeyMap names further keys, which are asked before these.

#ifndef FACTLINE_CORPUS_ARTICLE_KEYS_H_
#define FACTLINE_CORPUS_ARTICLE_KEYS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/result.h"

namespace factline {

enum class ArticlePart : uint8_t { kText, kId, kPublished, kTitle, kUrl, kSource };
inline constexpr int kArticleParts = 6;

struct ArticleKey {
  ArticlePart part = ArticlePart::kText;
  uint8_t rank = 0;  // the least is asked first
};
inline constexpr uint8_t kMostMappedKeys = 50;  // their ranks come before the usual ones
inline constexpr uint8_t kNestedRanks = 100;    // added to those of keys inside "metadata"

// Says that a part stands under a key: one of a table's columns, or of an object,
// where dots lead into objects and arrays ("metadata.date", "headlines.0.value")
// unless a key has that very name.
struct KeyMapping {
  ArticlePart part = ArticlePart::kText;
  std::string path;
};
using KeyMap = std::vector<KeyMapping>;

// "PART=KEY" as a mapping of rank `map->size()`, appended to `*map`; or what is
// wrong with it.
std::optional<Error> AddKeyMapping(std::string_view text, KeyMap* map);

// The same as text, with a line feed between two.
std::string Text(const KeyMap& map);

// What `key` of an article's object stands for, or nothing.
std::optional<ArticleKey> ArticleKeyNamed(std::string_view key);

}  // namespace factline
#endif  // FACTLINE_CORPUS_ARTICLE_KEYS_H_
