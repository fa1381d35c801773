// The blocks of a page: its paragraphs, headings, items of lists, rows of tables,
// each with its text as a reader sees it.
//
// White space is folded as browsers fold it, a <br> is a line feed, two are the end
// of the block.  The cells of a row of figures stand in one block with tabs between.
// Left out is what nobody sees: soft hyphens and spaces without width.

#ifndef FACTLINE_CORPUS_HTML_BLOCKS_H_
#define FACTLINE_CORPUS_HTML_BLOCKS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/tree.h"

namespace factline {

struct HtmlBlock {
  uint32_t node = 0;        // the innermost block element around it
  uint32_t begin = 0;       // of its text in HtmlBlocks::text
  uint32_t size = 0;        // in bytes, at least 1
  uint32_t link_bytes = 0;  // how much of it is in links
};

struct HtmlBlocks {
  std::string text;  // of all blocks, one behind the other
  std::vector<HtmlBlock> blocks;

  std::string_view TextOf(const HtmlBlock& block) const {
    return std::string_view(text).substr(block.begin, block.size);
  }
};

// The blocks of `tree` in order, without the subtrees of the nodes marked in `cut`
// (one entry a node).
HtmlBlocks BlocksOf(const HtmlTree& tree, const std::vector<bool>& cut);

// Whether the text of `tag` is never text for readers: scripts, forms, pictures.
bool IsUnread(HtmlTag tag);

}  // namespace factline
#endif  // FACTLINE_CORPUS_HTML_BLOCKS_H_
