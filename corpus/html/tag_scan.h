// A look over the tags of a page before it is given to a parser whose time is
// quadratic in how deep elements are nested and in how many attributes one has.

#ifndef FACTLINE_CORPUS_HTML_TAG_SCAN_H_
#define FACTLINE_CORPUS_HTML_TAG_SCAN_H_

#include <cstdint>
#include <string_view>

namespace factline {

struct TagCounts {
  uint64_t open = 0;        // elements open at a time, at most
  uint64_t attributes = 0;  // of one tag, at most
};

// Pages of news stay below 60 open elements; those of hand-made HTML that never
// closes anything, below 300.  Beyond these a parser is needed that minds neither.
inline constexpr uint64_t kMostOpenTags = 512;
inline constexpr uint64_t kMostAttributes = 256;
// What no parser takes in linear time and no page has.
inline constexpr uint64_t kTooManyAttributes = 1024;

// Counts the tags of `page` as an HTML 5 tokenizer sees them: none in comments, nor
// in what is text to it (scripts, styles).  Never counts fewer open elements than
// the parser will have, but for those that end by themselves where the next begins
// (p, li, td, …) and those that a parser opens of its own.  Linear.
TagCounts ScanTags(std::string_view page);

}  // namespace factline
#endif  // FACTLINE_CORPUS_HTML_TAG_SCAN_H_
