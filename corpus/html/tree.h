// The tree of an HTML page, flat: every node in the order of the page, each
// knowing its parent and where its subtree ends, so that nobody needs recursion
// to walk it, however deep it is.
//
//   HtmlTree tree;
//   if (!tree.Parse(page)) … nested too deep …
//   for (uint32_t i = 0; i < tree.size(); ++i) … tree[i].tag …

#ifndef FACTLINE_CORPUS_HTML_TREE_H_
#define FACTLINE_CORPUS_HTML_TREE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/arena.h"

namespace factline {

// The elements that mean something to a reader of news; all others are kOther.
// In the order of their names, as tree.cc looks them up.
enum class HtmlTag : uint8_t {
  kA,
  kAddress,
  kArticle,
  kAside,
  kAudio,
  kBase,
  kBlockquote,
  kBody,
  kBr,
  kButton,
  kCanvas,
  kCaption,
  kCenter,
  kDd,
  kDetails,
  kDialog,
  kDiv,
  kDl,
  kDt,
  kFieldset,
  kFigcaption,
  kFigure,
  kFooter,
  kForm,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHgroup,
  kHr,
  kHtml,
  kIframe,
  kImg,
  kInput,
  kLabel,
  kLegend,
  kLi,
  kLink,
  kMain,
  kMath,
  kMenu,
  kMeta,
  kNav,
  kNoscript,
  kObject,
  kOl,
  kOption,
  kP,
  kPicture,
  kPre,
  kScript,
  kSection,
  kSelect,
  kStyle,
  kSummary,
  kSvg,
  kTable,
  kTbody,
  kTd,
  kTemplate,
  kTextarea,
  kTfoot,
  kTh,
  kThead,
  kTime,
  kTitle,
  kTr,
  kUl,
  kVideo,
  kOther,
  kText,  // not an element: characters
};

struct HtmlAttribute {
  std::string_view name;   // lower case
  std::string_view value;  // entities resolved
};

struct HtmlNode {
  HtmlTag tag = HtmlTag::kOther;
  uint32_t parent = 0;  // the root is its own
  uint32_t end = 0;     // the node behind the last of its subtree
  uint32_t attributes = 0;
  uint32_t attributes_end = 0;
  std::string_view text;  // of kText, entities resolved, as the page has it
};

class HtmlTree {
 public:
  HtmlTree() = default;
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  // Reads `page` (UTF-8), a whole page or a piece of one, by the rules of HTML 5,
  // which take any bytes.  False where its elements are nested deeper, or have more
  // attributes, than those of any page of news (tag_scan.h); the tree then holds
  // little or nothing.  Time and memory are linear in the page, whatever it is.
  bool Parse(std::string_view page);

  uint32_t size() const { return static_cast<uint32_t>(nodes_.size()); }
  const HtmlNode& operator[](uint32_t node) const { return nodes_[node]; }

  // The value of the attribute `name` (lower case), empty where there is none or
  // where it is none of those that are kept (tree.cc).
  std::string_view Attribute(uint32_t node, std::string_view name) const;
  bool HasAttribute(uint32_t node, std::string_view name) const;

  // The text of a subtree in one line, white space folded.
  std::string LineOf(uint32_t node) const;

  // For the parsers (gumbo_parser.cc, libxml_parser.cc): elements are opened and
  // closed in the order of the page, with their attributes right behind Open().
  void Open(std::string_view name);
  void AddAttribute(std::string_view name, std::string_view value);
  void AddText(std::string_view text);
  void Close();

 private:
  const HtmlAttribute* Find(uint32_t node, std::string_view name) const;

  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttribute> attributes_;
  Arena strings_;
  uint32_t open_ = 0;  // the element that is open; size 0: none
};

// Whether `tag` begins a line of its own.
bool IsBlock(HtmlTag tag);
bool IsHeading(HtmlTag tag);

}  // namespace factline
#endif  // FACTLINE_CORPUS_HTML_TREE_H_
