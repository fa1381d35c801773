// Which parts of a page are not the article, told from each part alone.

#ifndef FACTLINE_CORPUS_HTML_PAGE_PARTS_H_
#define FACTLINE_CORPUS_HTML_PAGE_PARTS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/html/blocks.h"
#include "corpus/html/tree.h"

namespace factline {

// Whether `text` ends with the sign of a sentence's end, or of a quote's.
bool EndsLikeASentence(std::string_view text);

// How much running text a block holds, in bytes: those outside links where it is
// made of sentences, none where it is a label, a heading or a list of links.
uint32_t MassOf(const HtmlBlocks& blocks, const HtmlBlock& block);

// The same for every subtree of a tree.
class TextMass {
 public:
  TextMass(const HtmlTree& tree, const HtmlBlocks& blocks);

  uint64_t Of(uint32_t node) const { return below_[(*tree_)[node].end] - below_[node]; }
  uint64_t all() const { return below_.back(); }

 private:
  const HtmlTree* tree_;
  std::vector<uint64_t> below_;  // mass of the nodes before this one
};

// Marks the subtrees that hold no article: navigation, asides, footers, captions,
// hidden parts, and those that say so in their class or id (element_words.tsv).
// What holds most of the text of a page is never marked, whatever it is called:
// <div class="content-with-sidebar"> is the page.
std::vector<bool> PartsAround(const HtmlTree& tree);

}  // namespace factline
#endif  // FACTLINE_CORPUS_HTML_PAGE_PARTS_H_
