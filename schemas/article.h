// An Article is one piece of news as an archive gave it.
//
// All views point into memory that the reader's batch owns: an Article is valid
// as long as its batch.  `text` is exactly what was given, valid UTF-8, never
// folded, normalised or re-spaced: every offset of a record speaks of it.

#ifndef FACTLINE_SCHEMAS_ARTICLE_H_
#define FACTLINE_SCHEMAS_ARTICLE_H_

#include <cstdint>
#include <string_view>

namespace factline {

// Where in the input an article, or what should have been one, stood.
struct Locator {
  std::string_view file;     // as named on the command line; "-" for standard input
  uint64_t line = 0;         // 1-based; 0 where the format has no lines
  uint64_t byte_offset = 0;  // of its first byte in the (decompressed) file
};

// Keys that the archive did not give are empty.
struct Article {
  std::string_view id;
  std::string_view text;
  std::string_view published;  // ISO 8601 date, or date and time
  std::string_view title;
  std::string_view url;
  std::string_view source;
  std::string_view group;  // id of the article of which it is a near copy; its own of an origin
  Locator locator;
};

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_ARTICLE_H_
