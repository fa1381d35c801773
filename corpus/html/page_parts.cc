#include "corpus/html/page_parts.h"

#include <algorithm>
#include <string_view>

#include "corpus/html/element_words.h"
#include "corpus/html/notices.h"

namespace factline {
namespace {

using enum HtmlTag;

constexpr uint32_t kShortSentence = 25;  // in bytes; with its full stop
constexpr uint32_t kLongLine = 80;       // in bytes; a sentence even without one

// Of the text of a page, what a part must hold to be more than a part around the
// article, where it holds one of the article's own elements and where not.
constexpr double kShareWithLandmark = 0.3;
constexpr double kShareAlone = 0.6;

bool Contains(std::string_view list, std::string_view word) {
  size_t at = list.find(word);
  return at != std::string_view::npos && (at == 0 || list[at - 1] == ' ') &&
         (at + word.size() == list.size() || list[at + word.size()] == ' ');
}

bool IsRoleAround(std::string_view role) {
  constexpr std::string_view kRoles[] = {
      "alert",   "alertdialog", "banner", "complementary", "contentinfo", "dialog",  "menu",
      "menubar", "navigation",  "note",   "search",        "tablist",     "toolbar", "tooltip"};
  for (std::string_view known : kRoles) {
    if (role == known) return true;
  }
  return false;
}

bool IsTagAround(HtmlTag tag) {
  return tag == kNav || tag == kAside || tag == kFooter || tag == kFigcaption || tag == kDialog ||
         tag == kMenu || tag == kCaption || tag == kLabel || tag == kLegend;
}

bool IsHidden(const HtmlTree& tree, uint32_t node) {
  if (tree.HasAttribute(node, "hidden") || tree.Attribute(node, "aria-hidden") == "true")
    return true;
  std::string_view style = tree.Attribute(node, "style");
  size_t at = style.find("display");
  if (at == std::string_view::npos) return false;
  at = style.find_first_not_of(" :", at + 7);
  return at != std::string_view::npos && style.substr(at, 4) == "none";
}

// A figure with nothing to read but its caption.
bool IsPicture(const HtmlTree& tree, uint32_t node) {
  if (tree[node].tag != kFigure) return false;
  for (uint32_t i = node; i < tree[node].end; ++i) {
    if (tree[i].tag == kTable || tree[i].tag == kBlockquote || tree[i].tag == kPre) return false;
  }
  return true;
}

bool IsLandmark(const HtmlTree& tree, uint32_t node) {
  return tree[node].tag == kH1 || tree[node].tag == kMain ||
         tree.Attribute(node, "role") == "main" ||
         Contains(tree.Attribute(node, "itemprop"), "articleBody");
}

// Which nodes of a tree are landmarks, and which stand in one that has text.
class Landmarks {
 public:
  Landmarks(const HtmlTree& tree, const TextMass& mass)
      : tree_(tree), before_(tree.size() + 1, 0), inside_(tree.size(), false) {
    for (uint32_t i = 0; i < tree.size(); ++i) {
      bool landmark = IsLandmark(tree, i);
      before_[i + 1] = before_[i] + landmark;
      if (!landmark || tree[i].tag == kH1 || mass.Of(i) == 0) continue;
      any_ = true;
      std::fill(inside_.begin() + i, inside_.begin() + tree[i].end, true);
    }
  }

  bool Holds(uint32_t node) const { return before_[tree_[node].end] > before_[node]; }
  // Whether the page says where its text is, and not here.
  bool Elsewhere(uint32_t node) const { return any_ && !inside_[node]; }

 private:
  const HtmlTree& tree_;
  std::vector<uint32_t> before_;  // how many there are before a node
  std::vector<bool> inside_;
  bool any_ = false;
};

enum class Verdict { kKeep, kAround, kComments };

// A class speaks of a part of the page; on an inline element it is about its looks.
Verdict Judge(const HtmlTree& tree, uint32_t node) {
  HtmlTag tag = tree[node].tag;
  if (IsTagAround(tag) || IsRoleAround(tree.Attribute(node, "role")) || IsHidden(tree, node) ||
      IsPicture(tree, node))
    return Verdict::kAround;
  if (tag == kHtml || tag == kBody || tag == kMain || tag == kText) return Verdict::kKeep;
  ElementKinds by_class = KindsOf(tree.Attribute(node, "class"));
  if (by_class.unseen) return Verdict::kAround;
  if (!IsBlock(tag)) return Verdict::kKeep;
  ElementKinds by_id = KindsOf(tree.Attribute(node, "id"));
  if (by_class.comments || by_id.comments) return Verdict::kComments;
  ElementKinds by_part = KindsOf(tree.Attribute(node, "data-component"));
  bool noise = by_class.noise || by_id.noise || by_part.noise;
  return noise ? Verdict::kAround : Verdict::kKeep;
}

}  // namespace

bool EndsLikeASentence(std::string_view text) {
  constexpr std::string_view kEnds[] = {
      ".", "!", "?", ":", "\"", ")", "'", "\xE2\x80\x9D", "\xE2\x80\x99", "\xE2\x80\xA6"};
  for (std::string_view end : kEnds) {
    if (text.size() > end.size() && text.substr(text.size() - end.size()) == end) return true;
  }
  return false;
}

uint32_t MassOf(const HtmlBlocks& blocks, const HtmlBlock& block) {
  if (block.link_bytes * 2 > block.size) return 0;
  std::string_view text = blocks.TextOf(block);
  bool sentence =
      block.size >= kLongLine || (block.size >= kShortSentence && EndsLikeASentence(text));
  if (!sentence || IsNotice(text)) return 0;
  return block.size - block.link_bytes;
}

TextMass::TextMass(const HtmlTree& tree, const HtmlBlocks& blocks)
    : tree_(&tree), below_(tree.size() + 1, 0) {
  for (const HtmlBlock& block : blocks.blocks) {
    if (!IsHeading(tree[block.node].tag)) below_[block.node + 1] += MassOf(blocks, block);
  }
  for (size_t i = 1; i < below_.size(); ++i) below_[i] += below_[i - 1];
}

std::vector<bool> PartsAround(const HtmlTree& tree) {
  std::vector<bool> cut(tree.size(), false);
  TextMass mass(tree, BlocksOf(tree, cut));
  Landmarks landmarks(tree, mass);
  for (uint32_t i = 0; i < tree.size();) {
    Verdict verdict = Judge(tree, i);
    bool landmark = landmarks.Holds(i);
    double share = static_cast<double>(mass.Of(i)) / static_cast<double>(mass.all() + 1);
    bool main = landmark
                    ? share > kShareWithLandmark
                    : share > kShareAlone && verdict == Verdict::kAround && !landmarks.Elsewhere(i);
    cut[i] = verdict != Verdict::kKeep && !main;
    i = cut[i] ? tree[i].end : i + 1;
  }
  return cut;
}

}  // namespace factline
